#include "converters/text/text_format.h"
#include "tests/unit/text/read.h"

#include "galley/plain_text.h"
#include "galley/registry.h"
#include "galley/sink.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace galley;

namespace {

std::string write(const Document& document, const std::map<std::string, std::string>& options = {}) {
    const Format& format = text_format();
    const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    const Registry registry;
    Context context{registry, host};
    const auto values = OptionValues::create(format.name, format.options, options);
    REQUIRE(values);
    const auto writer = format.make_writer(*values, host);
    REQUIRE(writer);
    std::string bytes;
    const auto sink = memory_sink(bytes);
    const auto session = (*writer)->begin(*sink, context);
    REQUIRE(session);
    REQUIRE((*session)->story(document));
    REQUIRE((*session)->end());
    REQUIRE(sink->commit());
    return bytes;
}

Block paragraph(std::string words) {
    Paragraph made;
    made.content.emplace_back(Text{std::move(words)});
    return made;
}

}  // namespace

TEST_CASE("the seed is written as copy and reads back to the same text") {
    const test::Reading first = test::read(test::project_file("samples/copy/carney-paris.txt"));
    REQUIRE(first.document);
    for (const char* width : {"0", "72"}) {
        const std::string copy = write(*first.document, {{"width", width}});
        const test::Reading again = test::read(copy);
        REQUIRE(again.document);
        REQUIRE(again.document->body.size() == first.document->body.size());
        for (std::size_t index = 0; index < first.document->body.size(); ++index) {
            CHECK(plain_text(again.document->body[index]) == plain_text(first.document->body[index]));
        }
        CHECK(again.document->meta.bylines.front().raw == "By Dalena Reporters");
        CHECK(again.document->meta.dates.content_created->value == first.document->meta.dates.content_created->value);
        CHECK(again.document->meta.headlines.empty());
    }
}

TEST_CASE("lines are no wider than asked, and no word is lost") {
    Document document;
    document.body.push_back(paragraph("one two three four five six seven eight nine ten eleven twelve"));
    const std::string copy = write(document, {{"width", "20"}});
    CHECK(copy == "one two three four\nfive six seven eight\nnine ten eleven\ntwelve\n");
}

TEST_CASE("every kind of block has a form in copy") {
    Document document;
    document.meta.headlines.push_back(Headline{HeadlineRole::main, "A headline"});
    Byline byline;
    byline.contributors.push_back(Contributor{.name = "Jane Doe", .affiliation = "Example Press"});
    document.meta.bylines.push_back(std::move(byline));
    document.body.push_back(paragraph("Text."));
    List list;
    list.ordered = true;
    list.start = 3;
    list.items = {{paragraph("first")}, {paragraph("second")}};
    document.body.push_back(std::move(list));
    Table table;
    Cell left;
    left.content.push_back(paragraph("Wheat"));
    Cell right;
    right.alignment = CellAlignment::end;
    right.content.push_back(paragraph("210"));
    table.rows = {{left, right}};
    document.body.push_back(std::move(table));
    Quote quote;
    quote.content.push_back(paragraph("Quoted."));
    document.body.push_back(std::move(quote));
    document.body.push_back(ThematicBreak{});
    document.body.push_back(Preformatted{"a  b\nc  d"});
    CHECK(
        write(document) ==
        "A headline\n\nBy Jane Doe, Example Press\n\nText.\n\n3. first\n\n4. second\n\nWheat   210\n\n    Quoted.\n\n* * *\n\na  b\nc  d\n");
}

TEST_CASE("a dateline that the text begins with is printed once, wherever the document came from") {
    Document document;
    document.body.push_back(paragraph("ROME (AP) — The ferry sailed at last."));
    document.meta.datelines.emplace_back(Dateline{}).raw = "ROME (AP)";
    CHECK(write(document) == "ROME (AP) — The ferry sailed at last.\n");
    document.meta.datelines.front().raw = "MILAN (AP)";
    CHECK(write(document) == "MILAN (AP)\n\nROME (AP) — The ferry sailed at last.\n");
}

TEST_CASE("a copyright notice stands below the text") {
    Document document;
    document.body.push_back(paragraph("The ferry sailed at last."));
    document.meta.rights.emplace_back(Rights{.notice = "© 2026 Harbour Wire"});
    CHECK(write(document) == "The ferry sailed at last.\n\n© 2026 Harbour Wire\n");
    CHECK(write(document, {{"head-matter", "false"}}) == "The ferry sailed at last.\n");
}

TEST_CASE("a date that the dateline's words say is not written once more") {
    Document document;
    document.meta.dates.content_created =
        Found<PartialDate>{{.year = 2026, .month = std::uint8_t{11}, .day = std::uint8_t{22}}};
    document.meta.datelines.emplace_back();
    document.body.push_back(paragraph("SALTMERE, Nov. 22 (AP) - The ferry will run all night."));
    document.meta.datelines.front().raw = "SALTMERE, Nov. 22 (AP)";
    CHECK(write(document) == "SALTMERE, Nov. 22 (AP) - The ferry will run all night.\n");
    document.meta.datelines.front().raw = "SALTMERE, Nov. 21 (AP)";
    CHECK(write(document).starts_with("2026-11-22\n"));
    document.meta.datelines.front().raw = "SALTMERE, Nov. 22, 2025 (AP)";
    CHECK(write(document).starts_with("2026-11-22\n"));
    document.meta.datelines.front().raw = "SALTMERE (AP)";
    CHECK(write(document).starts_with("2026-11-22\n"));
    document.meta.datelines.front().raw = "SALTMERE, Nov. 22 (AP)";
    document.meta.dates.content_created->raw = "Sunday, Nov. 22, 2026";
    CHECK(write(document).starts_with("Sunday, Nov. 22, 2026\n"));
}
