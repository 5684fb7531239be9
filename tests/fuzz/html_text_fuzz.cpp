#include "converters/newsml/text_blocks.h"
#include "galley/document.h"
#include "galley/invariants.h"
#include "galley/limits.h"
#include "tests/fuzz/require.h"

#include <string_view>

using namespace galley;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    for (const std::uint32_t depth : {Limits{}.depth, 3U}) {
        Limits limits;
        limits.depth = depth;
        limits.blocks = 1000;
        Document document;
        if (auto blocks = newsml::read_html_text(bytes, limits, document.resources)) {
            document.body = std::move(*blocks);
            require(check_invariants(document).empty(), "what was read of HTML keeps the rules of the model");
        }
    }
    return 0;
}
