#include "converters/pdf/layout/lay_out.h"

#include "converters/pdf/layout/block_setter.h"
#include "converters/pdf/layout/embargo_line.h"
#include "converters/pdf/layout/furniture.h"
#include "converters/pdf/layout/paginator.h"
#include "converters/pdf/layout/printed_date.h"
#include "converters/pdf/layout/setting.h"
#include "converters/pdf/layout/status_lines.h"
#include "galley/dateline_text.h"
#include "galley/find_headline.h"
#include "galley/stands_in_body.h"
#include "galley/suggest.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::pdf {

namespace {

constexpr float rule_below_head = 8;  // points, between the last line of the head and the rule, and again to the text
constexpr float below_status = 5;
constexpr float end_mark_gap = 5;
constexpr std::size_t least_outline = 2;  // entries
constexpr std::size_t least_outlined_pages = 3;

BlockFrame full_frame(const Setting& setting) {
    return {.left = setting.columns.left,
            .width = setting.columns.width,
            .language = setting.language,
            .depth = setting.context.limits().depth};
}

BlockFrame text_frame(const Setting& setting) {
    BlockFrame frame = full_frame(setting);
    frame.left = setting.columns.text_left;
    frame.width = setting.columns.measure;
    return frame;
}

/// Kicker, headline and deck across the whole width, a rule below.
Result<> set_head(Setting& setting) {
    const BlockFrame frame = full_frame(setting);
    const std::size_t first = setting.strips.size();
    const Found<Headline>* const main = find_headline(setting.document, HeadlineRole::main);
    const auto set = [&](const Found<Headline>& headline, StyleName style) -> Result<> {
        if (headline.value.text.empty()) {
            return {};
        }
        const bool heading = &headline == main;
        const std::size_t strip = setting.strips.size();
        const StructureType type = heading ? setting.structure.heading(1) : StructureType::paragraph;
        GALLEY_CHECK(
            setting.add_text(headline.value.text, style, type, frame, {.keep_together = true, .fitted = heading}));
        if (heading && strip < setting.strips.size()) {
            setting.strips[strip].outline = headline.value.text;
        }
        setting.keep_with_next();
        return {};
    };
    const auto set_all = [&](HeadlineRole role, StyleName style) -> Result<> {
        for (const Found<Headline>& headline : setting.document.meta.headlines) {
            if (headline.value.role == role && &headline != main) {
                GALLEY_CHECK(set(headline, style));
            }
        }
        return {};
    };
    GALLEY_CHECK(set_all(HeadlineRole::kicker, StyleName::kicker));
    if (main != nullptr) {
        GALLEY_CHECK(set(*main, StyleName::headline));
    }
    GALLEY_CHECK(set_all(HeadlineRole::main, StyleName::deck));
    GALLEY_CHECK(set_all(HeadlineRole::deck, StyleName::deck));
    if (setting.strips.size() == first) {
        return {};
    }
    Strip rule{.before = rule_below_head, .height = setting.theme.thin_rule};
    rule.items.push_back({.what = PlacedRectangle{.x = frame.left,
                                                  .y = -setting.theme.thin_rule,
                                                  .width = frame.width,
                                                  .height = setting.theme.thin_rule,
                                                  .colour = setting.theme.rule}});
    setting.push(std::move(rule));
    setting.space(rule_below_head);
    setting.keep_with_next();
    setting.start_grid();
    return {};
}

std::string byline_text(const Found<Byline>& byline) {
    if (!byline.raw.empty()) {
        return byline.raw;
    }
    std::string text;
    for (const Found<Contributor>& contributor : byline.value.contributors) {
        text += (text.empty() ? "" : ", ") + contributor.value.name;
    }
    return text;
}

/// "القاهرة - أحمد محمود": the place from which the author writes is printed with the name.
bool stands_in_byline(const Found<Dateline>& dateline, const Document& document) {
    return std::ranges::any_of(document.meta.bylines, [&](const Found<Byline>& byline) {
        return !byline.raw.empty() && byline.span && dateline.span && byline.span->contains(*dateline.span);
    });
}

/// The datelines that stand neither in the text itself nor in a byline.
std::string datelines_of_their_own(const Setting& setting) {
    std::string text;
    for (const Found<Dateline>& dateline : setting.document.meta.datelines) {
        if (!stands_in_body(dateline, setting.document) && !stands_in_byline(dateline, setting.document)) {
            const std::string line = dateline_text(dateline);
            text += (text.empty() || line.empty() ? "" : "\n") + line;
        }
    }
    return text;
}

/// The story's standing, bylines, a dateline of its own and the date in the rail, their first line level with the first
/// line of the text.
Result<> set_rail(Setting& setting) {
    BlockFrame frame = full_frame(setting);
    frame.left = setting.columns.rail_left;
    frame.width = setting.columns.rail_width;
    const std::size_t first = setting.strips.size();
    std::vector<Strip> before;
    before.swap(setting.strips);
    for (const std::string& line : status_lines(setting.document, setting.language)) {
        GALLEY_CHECK(setting.add_text(line, StyleName::embargo, StructureType::paragraph, frame));
        setting.space(below_status);
    }
    for (const Found<Byline>& byline : setting.document.meta.bylines) {
        GALLEY_CHECK(setting.add_text(byline_text(byline), StyleName::byline, StructureType::paragraph, frame));
    }
    GALLEY_CHECK(setting.add_text(datelines_of_their_own(setting), StyleName::date, StructureType::paragraph, frame));
    GALLEY_CHECK(setting.add_text(printed_date(setting.document, setting.language), StyleName::date,
                                  StructureType::paragraph, frame));
    GALLEY_CHECK(setting.add_text(embargo_line(setting.document, setting.language), StyleName::embargo,
                                  StructureType::paragraph, frame));
    before.swap(setting.strips);
    std::vector<Strip>& rail = before;
    if (rail.empty()) {
        return {};
    }
    Strip strip{.before = rail.front().before,
                .baseline = Setting::baseline_of(setting.theme.style(StyleName::text)),
                .on_grid = true,
                .starts_grid = rail.front().starts_grid,
                .break_before = first > 0 ? PageBreak::forbidden : PageBreak::allowed};
    float down = 0;
    for (std::size_t i = 0; i < rail.size(); ++i) {
        down += i == 0 ? 0 : rail[i].before + rail[i].height;
        for (PlacedItem& item : rail[i].items) {
            move_item(item, -down);
            strip.items.push_back(std::move(item));
        }
    }
    strip.reserve = down + rail.front().height;
    const float height = strip.reserve;
    setting.push(std::move(strip));
    setting.end_rail(height);
    setting.keep_with_next();
    return {};
}

/// A small square after the last word of the story.
void add_end_mark(Setting& setting) {
    const float side = setting.theme.end_mark;
    if (side <= 0 || setting.strips.empty()) {
        return;
    }
    const Columns& columns = setting.columns;
    const bool leftwards = setting.last_line_leftwards();
    const float x = leftwards ? setting.last_line_end() - end_mark_gap - side : setting.last_line_end() + end_mark_gap;
    if (x < columns.text_left || x + side > columns.text_left + columns.measure) {
        return;
    }
    setting.strips.back().items.push_back(
        {.what = PlacedRectangle{.x = x, .y = 0.4F, .width = side, .height = side, .colour = setting.theme.accent}});
}

/// Credit line and rights, small, at the end.
Result<> set_tail(Setting& setting) {
    const BlockFrame frame = text_frame(setting);
    setting.keep_with_next();
    if (setting.document.meta.credit) {
        GALLEY_CHECK(setting.add_text(setting.document.meta.credit->value, StyleName::credit, StructureType::paragraph,
                                      frame, {.keep_together = true}));
    }
    for (const Found<Rights>& rights : setting.document.meta.rights) {
        GALLEY_CHECK(setting.add_text(rights.value.notice, StyleName::credit, StructureType::paragraph, frame,
                                      {.keep_together = true}));
    }
    return {};
}

}  // namespace

Result<PlacedDocument> lay_out(const Document& document, const LayoutOptions& options, const FontSet& fonts,
                               Context& context) {
    const Theme* const theme = find_theme(options.theme);
    if (theme == nullptr) {
        return fail({.cause = Cause::usage,
                     .code = "pdf.unknown-theme",
                     .message = "there is no theme '" + options.theme + "'",
                     .hints = suggest(options.theme, theme_names())});
    }
    PlacedDocument placed;
    Setting setting{document, options, *theme, fonts, context, placed};
    placed.language = setting.language;
    placed.right_to_left = setting.right_to_left;

    GALLEY_CHECK(set_head(setting));
    GALLEY_CHECK(set_rail(setting));
    BlockSetter body{setting};
    GALLEY_CHECK(body.set(document.body, text_frame(setting)));
    if (body.ends_in_text()) {
        add_end_mark(setting);
    }
    GALLEY_CHECK(set_tail(setting));

    if (setting.strips.empty()) {
        setting.push({});  // a story without a word is still a page
    }
    const PageFrame frame{.width = page_width(options.page),
                          .height = page_height(options.page),
                          .top = theme->top,
                          .bottom = theme->bottom,
                          .grid = theme->grid,
                          .most_pages = context.limits().pages};
    GALLEY_CHECK(paginate(setting.strips, frame, placed));
    GALLEY_CHECK(add_furniture(setting));
    if (placed.pages.size() < least_outlined_pages || placed.outline.size() < least_outline) {
        placed.outline.clear();
    }
    return placed;
}

}  // namespace galley::pdf
