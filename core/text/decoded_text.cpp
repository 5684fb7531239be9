#include "galley/decode.h"

#include <functional>
#include <utility>

namespace galley {

DecodedText::DecodedText(DecodedText&& other) noexcept { *this = std::move(other); }

DecodedText& DecodedText::operator=(DecodedText&& other) noexcept {
    if (this == &other) {
        return *this;
    }
    // A short string's bytes move with it, so a view of them has to follow.
    const char* const old = other.storage.data();
    const bool owned =
        !std::less<>{}(other.text.data(), old) && !std::less<>{}(old + other.storage.size(), other.text.data());
    const std::size_t offset = owned ? static_cast<std::size_t>(other.text.data() - old) : 0;
    storage = std::move(other.storage);
    text = owned ? std::string_view(storage).substr(offset, other.text.size()) : other.text;
    map = std::move(other.map);
    encoding = std::move(other.encoding);
    other.text = {};
    return *this;
}

}  // namespace galley
