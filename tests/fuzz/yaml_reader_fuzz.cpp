#include "converters/yaml/yaml_format.h"
#include "galley/context.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/profile.h"
#include "galley/registry.h"
#include "tests/fuzz/require.h"

#include <string>
#include <vector>

using namespace galley;
using fuzz::require;

namespace {

std::string write(const Document& document, const MemoryHost& host, Context& context) {
    std::string bytes;
    const auto sink = memory_sink(bytes);
    const auto writer = yaml_format().make_writer(OptionValues::create("yaml", {}, {}).value(), host).value();
    const auto session = writer->begin(*sink, context).value();
    require(session->story(document) && session->end() && sink->commit(), "what was read can be written");
    return bytes;
}

std::vector<Document> read(std::string_view bytes, const MemoryHost& host, Context& context) {
    std::vector<Document> documents;
    const auto reader = yaml_format().make_reader(OptionValues::create("yaml", {}, {}).value(), host).value();
    const auto source = memory_source("fuzz.yaml", bytes);
    const auto done = reader->read(
        *source,
        [&](Document&& document) -> Result<> {
            documents.push_back(std::move(document));
            return {};
        },
        context);
    require(done || !done.error().code.empty(), "a failure has a code");
    return documents;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const Registry registry;
    const MemoryHost host;
    Context context(registry, host);
    for (const Document& document : read(bytes, host, context)) {
        require(check_invariants(document).empty(), "a document that was read keeps the rules of the model");
        const std::string written = write(document, host, context);
        const auto again = read(written, host, context);
        require(again.size() == 1 && again.front() == document, "what was written reads back equal");
    }
    (void)read_profile("fuzz.yaml", bytes);
    return 0;
}
