// A story made NewsML-G2 or NITF and read again: the same, but for what CONFORMANCE.md lists.

#include "galley/overloaded.h"
#include "tests/conformance/newsml/item_world.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace galley {
namespace {

/// The blocks without where they stood.
void forget_spans(Blocks& blocks) {
    for (Block& block : blocks) {
        block.span.reset();
        block.extra.clear();
        std::visit(
            Overloaded{[](Quote& quote) { forget_spans(quote.content); },
                       [](Note& note) { forget_spans(note.content); },
                       [](List& list) { std::ranges::for_each(list.items, forget_spans); },
                       [](Table& table) {
                           for (auto& row : table.rows) {
                               for (Cell& cell : row) {
                                   forget_spans(cell.content);
                               }
                           }
                       },
                       [](Paragraph&) {}, [](Heading&) {}, [](Preformatted&) {}, [](Figure&) {}, [](ThematicBreak&) {}},
            block.node);
    }
}

/// A date as the formats hold it: none without a year, and a time to the second.
std::optional<Found<PartialDate>> held(const std::optional<Found<PartialDate>>& date) {
    if (!date || !date->value.year) {
        return std::nullopt;
    }
    Found<PartialDate> kept(date->value);
    kept.raw = date->raw;
    if (kept.value.time) {
        kept.value.time->second = kept.value.time->second.value_or(0);
    }
    return kept;
}

/// What of a document both formats hold, as CONFORMANCE.md says: the values, and the words of bylines, datelines and
/// the date.
Document essence(const Document& document) {
    Document kept;
    kept.body = document.body;
    forget_spans(kept.body);
    kept.resources = document.resources;
    const Metadata& from = document.meta;
    Metadata& to = kept.meta;
    for (const Found<Headline>& headline : from.headlines) {
        to.headlines.emplace_back(headline.value);
    }
    for (const Found<Byline>& byline : from.bylines) {
        Found<Byline>& line = to.bylines.emplace_back();
        line.raw = byline.raw;
    }
    for (const Found<Dateline>& dateline : from.datelines) {
        Found<Dateline>& line = to.datelines.emplace_back();
        line.raw = dateline.raw;
        for (const Found<Place>& place : dateline.value.places) {
            line.value.places.emplace_back(place.value);
        }
    }
    to.dates.content_created = held(from.dates.content_created);
    if (from.language) {
        to.language = from.language->value;
    }
    to.direction = from.direction;
    if (from.urgency) {
        to.urgency = from.urgency->value;
    }
    if (from.embargo) {
        to.embargo = from.embargo->value;
    }
    for (const Found<EditorialNote>& note : from.notes) {
        to.notes.emplace_back(note.value);
    }
    for (const Found<std::string>& keyword : from.keywords) {
        to.keywords.emplace_back(keyword.value);
    }
    if (from.slugline) {
        to.slugline = from.slugline->value;
    }
    if (from.summary) {
        to.summary = from.summary->value;
    }
    for (const Found<Rights>& rights : from.rights) {
        to.rights.emplace_back(rights.value);
    }
    return kept;
}

/// The same for NITF that stands alone: headlines in its order, a place as one line, no direction, no separator.
Document nitf_essence(const Document& document) {
    Document kept = essence(document);
    std::ranges::stable_partition(
        kept.meta.headlines, [](const Found<Headline>& headline) { return headline.value.role == HeadlineRole::main; });
    for (Found<Dateline>& dateline : kept.meta.datelines) {
        dateline.value.places.clear();
    }
    kept.meta.direction = Direction::left_to_right;
    if (kept.meta.slugline) {
        kept.meta.slugline->value.separator.clear();
    }
    return kept;
}

class SameStory {
public:
    std::string as_yaml(const Document& document) {
        Context context = world_.context();
        const auto written = world_.write(document, "yaml", {}, context);
        REQUIRE(written);
        return std::string(*written);
    }

    void check(const Document& document, std::string_view format) {
        Context context = world_.context();
        Document given = document;
        given.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
        const auto written = world_.write(given, format, {}, context);
        REQUIRE(written);
        INFO(*written);
        const std::string bytes(*written);
        const auto source = memory_source("story.xml", bytes);
        Context reading = world_.context();
        REQUIRE(world_.read(*source, format, reading, [&](const Document& again) {
            const auto of = format == "nitf" ? nitf_essence : essence;
            CHECK(as_yaml(of(again)) == as_yaml(of(document)));
        }));
    }

    void file(const std::filesystem::path& path, std::string_view format) {
        const auto source = system_host(std::chrono::sys_seconds{})->open_source(path.string());
        REQUIRE(source);
        Context context = world_.context();
        INFO(path.filename().string());
        REQUIRE(world_.read(**source, "text", context, [&](const Document& document) { check(document, format); }));
    }

private:
    ItemWorld world_;
};

Document rich_story() {
    Document document;
    Metadata& meta = document.meta;
    meta.headlines.emplace_back(Headline{.text = "Quay opens"});
    meta.headlines.emplace_back(Headline{HeadlineRole::kicker, "Harbours"});
    meta.headlines.emplace_back(Headline{HeadlineRole::deck, "After nine years"});
    meta.headlines.emplace_back(Headline{HeadlineRole::alternative, "Quay"});
    meta.language = std::string("en");
    meta.summary = std::string("A quay is open.");
    meta.urgency = std::uint8_t{4};
    meta.keywords.emplace_back(std::string("harbour"));
    meta.notes.emplace_back(EditorialNote{.text = "Pictures follow"});
    Blocks& body = document.body;
    body.emplace_back(Paragraph{
        .content = {Text{"Boats came to the "}, Emphasis{EmphasisKind::emphasis, {Text{"quay"}}}, Text{", said "},
                    Link{.target = "http://example.org/a?b=c&d", .content = {Text{"the <city>"}}},
                    Text{" & others: “yes”."}}});
    body.emplace_back(Heading{.level = 2, .content = {Text{"What it holds"}}});
    List list{.ordered = true, .start = 3};
    list.items = {{Paragraph{.content = {Text{"rope"}}}}, {Paragraph{.content = {Text{"nets"}}}}};
    body.emplace_back(list);
    Quote quote{.content = {Paragraph{.content = {Text{"It rained."}}}}, .attribution = {Text{"Ana Lima"}}};
    body.emplace_back(quote);
    Table table;
    table.caption = {Text{"Boats by month"}};
    for (const auto& [month, boats, is_head] :
         {std::tuple("Month", "Boats", true), std::tuple("May", "1,200", false)}) {
        table.rows.push_back({Cell{.header = is_head, .content = {Paragraph{.content = {Text{month}}}}},
                              Cell{.header = is_head,
                                   .alignment = CellAlignment::end,
                                   .content = {Paragraph{.content = {Text{boats}}}}}});
    }
    body.emplace_back(table);
    document.resources.push_back({.id = "quay", .media_type = "image/jpeg", .href = "quay.jpg"});
    body.emplace_back(Figure{
        .resource = "quay", .alternative = "A quay", .caption = {Text{"The quay at noon"}}, .credit = "A. Lima"});
    body.emplace_back(Preformatted{.utf8 = "May   1\nJune 20"});
    body.emplace_back(ThematicBreak{});
    body.emplace_back(Paragraph{
        .content = {
            Text{"\u05D4\u05E8\u05E6\u05D9\u05E3 (\u0627\u0644\u0631\u0635\u064A\u0641) 12:30 \u2067\u05D0\u2069"}}});
    body.emplace_back(
        Note{.role = "correction", .content = {Paragraph{.content = {Text{"The quay has two cranes."}}}}});
    return document;
}

TEST_CASE("a story with blocks of every kind is the same when it comes back", "[newsml][nitf]") {
    SameStory same;
    for (const std::string_view format : {"newsml-g2", "nitf"}) {
        same.check(rich_story(), format);
    }
}

TEST_CASE("the sample stories are the same when they come back", "[newsml][nitf]") {
    const char* project = std::getenv("GALLEY_SOURCE");
    REQUIRE(project != nullptr);
    std::set<std::filesystem::path> files;
    for (const char* folder : {"samples/copy", "tests/golden/stories"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(project) / folder)) {
            if (entry.path().extension() == ".txt") {
                files.insert(entry.path());
            }
        }
    }
    SameStory same;
    for (const std::filesystem::path& path : files) {
        same.file(path, "newsml-g2");
        same.file(path, "nitf");
    }
    CHECK(files.size() >= 9);
}

}  // namespace
}  // namespace galley
