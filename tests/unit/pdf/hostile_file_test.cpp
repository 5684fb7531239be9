// Files made to break a reader, the seeds of tests/fuzz/pdf_reader_fuzz.cpp: each gives a code, and soon.
#include "galley/builtin.h"
#include "galley/context.h"
#include "galley/format.h"
#include "galley/host.h"
#include "galley/pdf.h"
#include "galley/registry.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace galley;

namespace {

std::string seed(const std::string& name) {
    const char* const source = std::getenv("GALLEY_SOURCE");
    REQUIRE(source != nullptr);
    std::ifstream file(std::string(source) + "/tests/fuzz/corpus/pdf/" + name, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The code that reading `bytes` fails with, or the story's headline.
std::string outcome(const std::string& bytes, Limits limits = {}) {
    Registry registry;
    REQUIRE(register_builtin(registry));
    const MemoryHost host;
    Context context{registry, host, limits};
    const auto reader = pdf_format().make_reader(OptionValues::create("pdf", {}, {}).value(), host).value();
    const auto source = memory_source("x.pdf", bytes);
    std::string headline;
    const auto done = reader->read(
        *source,
        [&](Document&& document) -> Result<> {
            headline = document.meta.headlines.empty() ? "none" : document.meta.headlines.front().value.text;
            return {};
        },
        context);
    return done ? headline : done.error().code;
}

}  // namespace

TEST_CASE("a story is found in its attachment, packed or not") {
    CHECK(outcome(seed("attachment.pdf")) == "Tide tables reprinted");
    CHECK(outcome(seed("deflated.pdf")) == "Tide tables reprinted");
    CHECK(outcome(seed("page-loop.pdf")) == "Tide tables reprinted");  // pages are not looked at
    CHECK(outcome(seed("structure-loop.pdf")) == "Tide tables reprinted");
}

TEST_CASE("a story is found in a file whose objects are packed, by us or by others") {
    CHECK(outcome(seed("packed-by-qpdf.pdf")) == "Tide tables reprinted");
    CHECK(outcome(seed("packed-story.pdf")).starts_with("Quarry"));
    CHECK(outcome(seed("packed-plain.pdf")) == "pdf.no-attachment");
    CHECK(outcome(seed("packed-table-bomb.pdf")) == "limit.expansion");
    CHECK(outcome(seed("packed-objects-bomb.pdf")) == "limit.expansion");
    CHECK(outcome(seed("packed-loop.pdf")) == "pdf.unreadable");
    CHECK(outcome(seed("packed-in-itself.pdf")) == "pdf.unreadable");
}

TEST_CASE("what unpacks beyond the limit is given up") {
    Limits limits;
    limits.story_bytes = 1 << 20;
    CHECK(outcome(seed("bomb.pdf"), limits) == "limit.expansion");
    CHECK(outcome(seed("bomb-twice.pdf")) == "pdf.bad-stream");  // two filters, as Galley never writes
    CHECK(outcome(seed("predictor.pdf")) == "pdf.bad-stream");
    CHECK(outcome(seed("packed.pdf")) == "pdf.unreadable");  // a compressed table, under a name that hides it
}

TEST_CASE("loops, lies and depths of a file's structure are refused") {
    CHECK(outcome(seed("table-loop.pdf")) == "pdf.unreadable");
    CHECK(outcome(seed("huge-length.pdf")) == "pdf.no-attachment");  // an object that cannot be read is none
    CHECK(outcome(seed("length-of-itself.pdf")) == "pdf.no-attachment");
    CHECK(outcome(seed("deep.pdf")) == "Tide tables reprinted");
    CHECK(outcome(seed("no-catalog.pdf")) == "Tide tables reprinted");
    CHECK(outcome(seed("reference-loop.pdf")) == "pdf.no-attachment");
    CHECK(outcome(seed("encrypted.pdf")) == "pdf.encrypted");
}

TEST_CASE("objects that each run to the end of the file are not read for ever") {
    std::string bytes = "%PDF-1.7\n";
    std::string table;
    constexpr int count = 40'000;
    for (int i = 1; i <= count; ++i) {
        const std::string offset = std::to_string(bytes.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        bytes += std::to_string(i) + " 0 obj (\n";
    }
    const std::string start = std::to_string(bytes.size());
    bytes += "xref\n0 " + std::to_string(count + 1) + "\n0000000000 65535 f \n" + table +
             "trailer << /Root 1 0 R /Size " + std::to_string(count + 1) + " >>\nstartxref\n" + start + "\n%%EOF\n";
    CHECK(outcome(bytes) == "pdf.unreadable");
}
