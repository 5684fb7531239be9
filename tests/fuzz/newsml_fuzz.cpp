#include "converters/newsml/newsml_format.h"
#include "galley/context.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/registry.h"
#include "tests/fuzz/require.h"
#include "tests/support/piecewise_source.h"

#include <string>

using namespace galley;
using fuzz::require;

namespace {

/// Reads `bytes` as `format`, all at once or a few at a time; what was read keeps the model's rules, and NewsML-G2 and
/// NITF can be made of it.
void read_and_write(const Format& format, ByteSource& source, const MemoryHost& host, Context& context) {
    const auto reader = format.make_reader(OptionValues::create(format.name, format.options, {}).value(), host).value();
    const auto done = reader->read(
        source,
        [&](Document&& document) -> Result<> {
            require(check_invariants(document).empty(), "a document that was read keeps the rules of the model");
            for (const Format* target : {&newsml_format(), &nitf_format()}) {
                std::string written;
                const auto sink = memory_sink(written);
                const auto writer =
                    target->make_writer(OptionValues::create(target->name, target->options, {}).value(), host).value();
                const auto session = writer->begin(*sink, context).value();
                const auto story = session->story(document);
                require(story || story.error().cause != Cause::self_check, "what is written keeps the format's rules");
            }
            return {};
        },
        context);
    require(done || !done.error().code.empty(), "a failure has a code");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const Registry registry;
    const MemoryHost host;
    for (const Format* format : {&newsml_format(), &nitf_format(), &newsml1_format()}) {
        Context context(registry, host);
        read_and_write(*format, *memory_source("fuzz.xml", bytes), host, context);
        Context in_pieces(registry, host);
        test::PiecewiseSource source("fuzz.xml", std::string(bytes), 1 + size % 600);
        read_and_write(*format, source, host, in_pieces);
    }
    for (const Format* format : {&newsml_format(), &nitf_format(), &newsml1_format()}) {
        Context context(registry, host);
        (void)format->validate("fuzz.xml", bytes, {}, context);
    }
    return 0;
}
