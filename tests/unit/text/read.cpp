#include "tests/unit/text/read.h"

#include "converters/text/text_format.h"
#include "galley/byte_source.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/registry.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace galley::test {

Reading read(std::string_view copy, const std::map<std::string, std::string>& options,
             const std::map<std::string, std::string>& files, Limits limits) {
    const Format& format = text_format();
    MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    host.files = files;
    const Registry registry;
    Context context{registry, host, limits};
    const auto values = OptionValues::create(format.name, format.options, options);
    if (!values) {
        return {fail(values.error()), {}};
    }
    const auto reader = format.make_reader(*values, host);
    if (!reader) {
        return {fail(reader.error()), {}};
    }
    const auto source = memory_source("story.txt", copy);
    Result<Document> document = fail({.code = "test.no-story"});
    const auto done = (*reader)->read(
        *source,
        [&](Document&& story) -> Result<> {
            document = std::move(story);
            return {};
        },
        context);
    if (!done) {
        return {fail(done.error()), context.diagnostics()};
    }
    for (const Diagnostic& broken : check_invariants(*document)) {
        FAIL_CHECK(broken.code << ": " << broken.message);
    }
    for (const Diagnostic& broken : check_coverage(*document, copy)) {
        FAIL_CHECK(broken.code << ": " << broken.message);
    }
    return {std::move(document), context.diagnostics()};
}

std::size_t count_furniture(const Document& document, FurnitureKind kind) {
    return static_cast<std::size_t>(
        std::ranges::count_if(document.meta.furniture, [&](const auto& piece) { return piece.value.kind == kind; }));
}

std::string project_file(const std::string& path) {
    const char* source = std::getenv("GALLEY_SOURCE");
    std::ifstream file(std::string(source == nullptr ? "." : source) + "/" + path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace galley::test
