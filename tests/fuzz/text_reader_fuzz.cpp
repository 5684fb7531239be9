#include "converters/text/conventions.h"
#include "converters/text/story_reader.h"
#include "converters/text/text_format.h"
#include "galley/invariants.h"
#include "galley/registry.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string>

using namespace galley;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    static const Registry registry;
    static const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    Context context{registry, host};
    context.keep_source_bytes(true);
    const auto all = text::read_stories(
        "fuzz.txt", bytes, text::Conventions::builtin(), {},
        [](Document&& story) -> Result<> {
            require(check_invariants(story).empty(), "each of several stories is a sound document");
            return {};
        },
        context);
    require(all || !all.error().code.empty(), "a failure says what it is");
    const auto document = text::read_story("fuzz.txt", bytes, text::Conventions::builtin(), {}, context);
    if (!document) {
        require(!document.error().code.empty() && !document.error().message.empty(), "a failure says what it is");
        return 0;
    }
    require(check_invariants(*document).empty(), "what was read is a sound document");
    if (document->source.encoding && document->source.encoding->value == "UTF-8") {
        require(check_coverage(*document, bytes).empty(), "every byte of the source is accounted for");
    }
    return 0;
}
