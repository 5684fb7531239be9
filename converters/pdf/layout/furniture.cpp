#include "converters/pdf/layout/furniture.h"

#include "galley/document_title.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>

namespace galley::pdf {

namespace {

constexpr float head_rule_above_text = 14;  // points
constexpr float head_text_above_rule = 6;
constexpr float foot_text_above_edge = 46;
constexpr float scotch_gap = 1.6F;        // between the two rules at the head of the first page
constexpr std::size_t longest_head = 64;  // bytes
constexpr std::size_t longest_slug = 256;

struct OfWord {
    std::string_view language;
    std::string_view word;
};
constexpr std::array<OfWord, 25> of_words = {
    {{"af", " van "}, {"ar", " من "},  {"fa", " از "},  {"he", " מתוך "}, {"ca", " de "},
     {"cs", " z "},   {"da", " af "},  {"de", " von "}, {"el", " από "},  {"en", " of "},
     {"es", " de "},  {"fi", " / "},   {"fr", " sur "}, {"gl", " de "},   {"hr", " od "},
     {"it", " di "},  {"nb", " av "},  {"nl", " van "}, {"no", " av "},   {"pl", " z "},
     {"pt", " de "},  {"ro", " din "}, {"ru", " из "},  {"sv", " av "},   {"uk", " з "}}};

PlacedItem rectangle(float x, float y, float width, float height, Colour colour) {
    return {.what = PlacedRectangle{.x = x, .y = y, .width = width, .height = height, .colour = colour},
            .artifact = ArtifactKind::pagination_header};
}

/// One line of furniture; what does not fit is left out at a word's end.
Result<> add_line(Setting& setting, PlacedPage& page, std::string_view text, Alignment alignment, float baseline,
                  ArtifactKind kind) {
    const StyleSpec& spec = setting.theme.style(StyleName::furniture);
    ParagraphBuilder from = setting.builder();
    from.begin(setting.text_style(spec), -1, setting.language);
    from.append(text);
    std::vector<SetLine> lines;
    const Columns& columns = setting.columns;
    GALLEY_CHECK(setting.set_lines(setting.finish(from, false),
                                   {.left = columns.left, .width = columns.width, .alignment = alignment}, nullptr,
                                   lines));
    if (lines.empty()) {
        return {};
    }
    for (PlacedItem& item : lines.front().items) {
        move_item(item, baseline);
        item.element = -1;
        item.artifact = kind;
        item.actual_text.reset();
        page.items.push_back(std::move(item));
    }
    return {};
}

std::string running_head(const Setting& setting) {
    if (setting.document.meta.slugline && !setting.document.meta.slugline->value.text.empty()) {
        return std::string{utf8::prefix(setting.document.meta.slugline->value.text, longest_slug)};
    }
    std::string title = document_title(setting.document).value;
    if (title.size() <= longest_head) {
        return title;
    }
    std::string_view start = utf8::prefix(title, longest_head);
    start = start.substr(0, std::min(start.rfind(' '), start.size()));
    return std::string{start} + "…";
}

}  // namespace

std::string page_label(std::string_view language, std::size_t page, std::size_t pages) {
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto* const found = std::ranges::find(of_words, primary, &OfWord::language);
    const std::string_view word = found != of_words.end() ? found->word : " / ";
    return std::to_string(page).append(word) + std::to_string(pages);
}

Result<> add_furniture(Setting& setting) {
    const Theme& theme = setting.theme;
    const std::size_t count = setting.placed.pages.size();
    const std::string head = count > 1 || setting.document.meta.slugline ? running_head(setting) : std::string{};
    for (std::size_t i = 0; i < count; ++i) {
        PlacedPage& page = setting.placed.pages[i];
        const float rule = page.height - theme.top + head_rule_above_text;
        const Columns& columns = setting.columns;
        float thickness = theme.thin_rule;
        if (i == 0) {
            page.items.push_back(rectangle(columns.left, rule, columns.width, theme.thin_rule, theme.rule));
            page.items.push_back(rectangle(columns.left, rule + theme.thin_rule + scotch_gap, columns.width,
                                           theme.thick_rule, theme.rule));
            thickness = theme.thin_rule + scotch_gap + theme.thick_rule;
        } else {
            page.items.push_back(rectangle(columns.left, rule, columns.width, theme.thin_rule, theme.rule));
        }
        const bool slug = setting.document.meta.slugline.has_value();
        if (!head.empty() && (i > 0 || slug)) {
            GALLEY_CHECK(add_line(setting, page, head, Alignment::start, rule + thickness + head_text_above_rule,
                                  ArtifactKind::pagination_header));
        }
        if (count > 1) {
            GALLEY_CHECK(add_line(setting, page, page_label(setting.language, i + 1, count), Alignment::end,
                                  foot_text_above_edge, ArtifactKind::pagination_footer));
        }
    }
    return {};
}

}  // namespace galley::pdf
