#include "tests/unit/pdf/layout/sample_story.h"

#include "galley/utf8.h"

#include <stdexcept>

namespace galley::test {

Desk::Desk() : host(system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2})) {
    context = std::make_unique<Context>(registry, *host);
    auto loaded = pdf::FontSet::load(*host);
    if (!loaded) {
        throw std::runtime_error(loaded.error().message);
    }
    fonts_ = std::make_unique<pdf::FontSet>(std::move(*loaded));
}

Inlines plain(std::string text) {
    Inlines inlines;
    inlines.emplace_back(Text{std::move(text)});
    return inlines;
}

Block paragraph(std::string text) { return Paragraph{.content = plain(std::move(text))}; }

Found<Headline> headline(HeadlineRole role, std::string text) {
    return Headline{.role = role, .text = std::move(text)};
}

namespace {

Cell cell(std::string text, bool header) {
    Cell made;
    made.header = header;
    made.content.push_back(paragraph(std::move(text)));
    return made;
}

/// The head of a PNG of 1280 by 768 pixels: all that layout reads.
std::string picture_head() {
    std::string png{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x05\0\0\0\x03\0", 24};
    png.resize(64, '\0');
    return png;
}

}  // namespace

Document market_story() {
    Document story;
    story.source.name = "market.txt";
    story.meta.language = std::string{"en"};
    story.meta.headlines = {
        headline(HeadlineRole::kicker, "Harbour politics"),
        headline(HeadlineRole::main, "Council votes to rebuild the old fish market after a decade of quarrels"),
        headline(HeadlineRole::deck, "A narrow majority backs the plan; traders fear the rents")};
    Found<Byline> byline;
    byline.raw = "By Mirela Hansson and Tom Okafor";
    story.meta.bylines.push_back(byline);
    Found<PartialDate> date;
    date.value = {.year = 2026, .month = 3, .day = 14};
    story.meta.dates.content_created = date;
    Found<Dateline> dateline;
    dateline.raw = "PORT ALDER";
    story.meta.datelines.push_back(dateline);
    story.meta.slugline = Slugline{.text = "HARBOUR-MARKET"};
    story.meta.credit = std::string{"Alder Press Agency"};

    const std::string vote =
        "The city council voted by 21 to 19 on Saturday night to rebuild the nineteenth-century fish market on the "
        "eastern quay, ending a dispute that has outlived three mayors, two referendums and the roof itself.";
    const std::string quote =
        "“Nobody in this room believes that the figures are right,” said the opposition’s spokeswoman, who had "
        "asked for an independent audit of the $48.6 million estimate — “and nobody dares to say so.”";
    story.body.push_back(paragraph("PORT ALDER — " + vote));
    story.body.push_back(paragraph(quote + " " + vote));
    story.body.emplace_back(Heading{.level = 2, .content = plain("Rents and promises")});
    List list;
    list.items = {{paragraph("Traders keep their stalls at today’s rent for two years.")},
                  {paragraph("The ice house becomes a museum.")}};
    story.body.emplace_back(list);
    story.body.emplace_back(Quote{.content = {paragraph("We sold herring here when there was no roof.")},
                                  .attribution = plain("Jorun Aas")});
    story.body.emplace_back(Heading{.level = 5, .content = plain("What it costs")});
    Table table;
    table.caption = plain("Millions");
    table.rows = {{cell("Part", true), cell("2026", true)},
                  {cell("Roof", false), cell("19.3", false)},
                  {cell("Quay", false), cell("16.1", false)}};
    story.body.emplace_back(table);
    story.body.emplace_back(Preformatted{"Harbour List    9   0\nLabour          7   6"});
    story.resources.push_back({.id = "hall", .media_type = "image/png", .bytes = picture_head()});
    story.body.emplace_back(Figure{.resource = "hall",
                                   .alternative = "A hall by the water",
                                   .caption = plain("The hall in January."),
                                   .credit = "Ida Lund"});
    Inlines marked = plain("The bill is at ");
    marked.emplace_back(Link{.target = "https://example.org/bill", .content = plain("the council’s site")});
    marked.emplace_back(Text{" and is "});
    marked.emplace_back(Emphasis{.kind = EmphasisKind::strong, .content = plain("not")});
    marked.emplace_back(Text{" final: "});
    marked.emplace_back(Foreign{.language = "fr", .content = plain("ceci n’est pas une pipe")});
    marked.emplace_back(Text{"."});
    story.body.emplace_back(Paragraph{.content = std::move(marked)});
    story.body.emplace_back(ThematicBreak{});
    story.body.push_back(paragraph(vote));
    story.body.emplace_back(
        Note{.role = "correction", .content = {paragraph("Correction: the vote was on Saturday.")}});
    return story;
}

Document long_story(std::size_t count) {
    static constexpr std::string_view subjects[] = {"The harbour authority", "A spokesman for the ministry",
                                                    "The regional administration", "An independent commission",
                                                    "The association of shipowners"};
    static constexpr std::string_view verbs[] = {"announced", "denied", "acknowledged", "confirmed", "questioned"};
    static constexpr std::string_view objects[] = {"extraordinary expenditure on environmental infrastructure",
                                                   "the recommendations of international representatives",
                                                   "that responsibility had been transferred to the municipality",
                                                   "comprehensive negotiations with the administration",
                                                   "that unemployment was considerably underestimated"};
    Document story;
    story.meta.language = std::string{"en"};
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        for (std::size_t k = 0; k < 2 + i % 5; ++k) {
            text += std::string{subjects[(i + k) % 5]} + " " + std::string{verbs[(i * 3 + k) % 5]} + " " +
                    std::string{objects[(i + 2 * k) % 5]} + " on day " + std::to_string(i * 7 + k) +
                    " of the inquiry. ";
        }
        story.body.push_back(paragraph(text));
    }
    return story;
}

std::vector<const pdf::GlyphRun*> content_runs(const pdf::PlacedPage& page) {
    std::vector<const pdf::GlyphRun*> runs;
    for (const pdf::PlacedItem& item : page.items) {
        const auto* const run = std::get_if<pdf::GlyphRun>(&item.what);
        if (run != nullptr && item.element >= 0) {
            runs.push_back(run);
        }
    }
    return runs;
}

namespace {

/// The element that stands on lines of its own around `element`.
std::int32_t block_of(const pdf::PlacedDocument& placed, std::int32_t element) {
    const auto inside_line = [&](std::int32_t one) {
        const pdf::StructureType type = placed.elements[static_cast<std::size_t>(one)].type;
        return type == pdf::StructureType::link || type == pdf::StructureType::span || type == pdf::StructureType::code;
    };
    while (inside_line(element)) {
        element = placed.elements[static_cast<std::size_t>(element)].parent;
    }
    return element;
}

}  // namespace

std::string extracted_text(const pdf::PlacedDocument& placed) {
    std::string text;
    const pdf::PlacedItem* before = nullptr;
    for (const pdf::PlacedPage& page : placed.pages) {
        for (const pdf::PlacedItem& item : page.items) {
            const auto* const run = std::get_if<pdf::GlyphRun>(&item.what);
            if (run == nullptr || item.element < 0) {
                continue;
            }
            if (before != nullptr && block_of(placed, before->element) != block_of(placed, item.element)) {
                text += '\n';
            }
            if (!item.actual_text) {
                text += run->text;
            } else if (before == nullptr || before->actual_text != item.actual_text) {
                text += *item.actual_text;
            }
            before = &item;
        }
    }
    return text;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        if (utf8::is_space(code)) {
            inside = false;
        } else if (code != 0xAD) {
            if (!inside) {
                words.emplace_back();
            }
            inside = true;
            words.back() += text.substr(at, size);
        }
        at += size;
    }
    return words;
}

float width_of(const pdf::GlyphRun& run) {
    float width = 0;
    for (const pdf::PlacedGlyph& glyph : run.glyphs) {
        width += glyph.advance;
    }
    return width;
}

}  // namespace galley::test
