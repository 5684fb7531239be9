#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley {

struct EncodingGuess {
    std::string_view encoding;    ///< IANA name; "UTF-8" when `bytes` are UTF-8 but for a few
    std::uint8_t confidence = 0;  ///< percent
};

/// The encoding that makes the likeliest text of `bytes`, which are not valid UTF-8 and have no NUL; nothing when none
/// makes a likely one. `language` is BCP 47 and may be empty. Looks at some tens of KiB around the first bytes that are
/// not ASCII.
[[nodiscard]] std::optional<EncodingGuess> guess_encoding(std::string_view bytes, std::string_view language);

}  // namespace galley
