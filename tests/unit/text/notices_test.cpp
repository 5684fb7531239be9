#include "tests/unit/text/read.h"
#include "tests/unit/text/table.h"

#include <catch2/catch.hpp>

using namespace galley;

namespace {

/// A story whose first line is `line`; whether all of its vocabularies fit it is not asked, only what the line is.
std::string notice_in(const std::string& line, const std::string& language) {
    const std::string text =
        "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.\n\n"
        "Officials said the project would cost about two million dollars, and that the work would take three years.\n";
    const test::Reading reading = test::read(line + "\n\nCouncil backs new quay\n\n" + text, {{"language", language}});
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    if (meta.status && meta.status->value == PublicationStatus::withheld) {
        return "withheld";
    }
    return !meta.signals.empty() ? "correction" : meta.notes.empty() ? "none" : "note";
}

}  // namespace

TEST_CASE("corrections and kills are notices, and headlines that begin like them are headlines") {
    test::each_row("tests/unit/text/notices.tsv",
                   [](const std::string& language, const std::string& line, const std::string& kind) {
                       CHECK(notice_in(line, language) == kind);
                   });
}
