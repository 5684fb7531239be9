#include "converters/newsml/text_blocks.h"
#include "galley/document.h"
#include "galley/invariants.h"
#include "galley/limits.h"
#include "galley/utf8.h"
#include "tests/fuzz/require.h"

#include <string>
#include <string_view>

using namespace galley;
using fuzz::require;

namespace {

/// The text an item holds is UTF-8 by the time it is read as HTML: bytes that are none stand for the character of their
/// number.
std::string as_utf8(std::string_view bytes) {
    if (utf8::is_valid(bytes)) {
        return std::string(bytes);
    }
    std::string text;
    for (const char byte : bytes) {
        utf8::append(static_cast<unsigned char>(byte), text);
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = as_utf8({reinterpret_cast<const char*>(data), size});
    for (const std::uint32_t depth : {Limits{}.depth, 3U}) {
        Limits limits;
        limits.depth = depth;
        limits.blocks = 1000;
        Document document;
        if (auto blocks = newsml::read_html_text(text, limits, document.resources)) {
            document.body = std::move(*blocks);
            require(check_invariants(document).empty(), "what was read of HTML keeps the rules of the model");
        }
    }
    return 0;
}
