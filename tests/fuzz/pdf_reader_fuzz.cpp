#include "galley/builtin.h"
#include "galley/context.h"
#include "galley/format.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/pdf.h"
#include "galley/registry.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string_view>

using namespace galley;
using fuzz::require;

namespace {

/// A PDF carries a story in another format: the readers of all of them are reached.
const Registry& registry() {
    static const Registry filled = [] {
        Registry all;
        require(register_builtin(all).has_value() && all.add(pdf_format()).has_value(),
                "the formats can be registered");
        return all;
    }();
    return filled;
}

constexpr Limits small_limits() {
    Limits limits;
    limits.story_bytes = 1 << 20;
    return limits;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    static const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    Context context{registry(), host, small_limits()};
    const auto reader = pdf_format().make_reader(OptionValues::create("pdf", {}, {}).value(), host).value();
    const auto source = memory_source("fuzz.pdf", bytes);
    const auto done = reader->read(
        *source,
        [](Document&& document) -> Result<> {
            require(check_invariants(document).empty(), "a document that was read keeps the rules of the model");
            return {};
        },
        context);
    require(done || (!done.error().code.empty() && !done.error().message.empty()), "a failure says what it is");

    Context validation{registry(), host, small_limits()};
    const auto validated = pdf_format().validate("fuzz.pdf", bytes, "", validation);
    require(validated || !validated.error().code.empty(), "a failure has a code");
    return 0;
}
