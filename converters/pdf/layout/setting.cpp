#include "converters/pdf/layout/setting.h"

#include "converters/pdf/layout/small_capitals.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/try.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace galley::pdf {

namespace {

bool is_right_to_left_language(std::string_view tag) {
    static constexpr std::string_view languages[] = {"ar", "arc", "ckb", "dv",  "fa", "he", "iw",
                                                     "ks", "ps",  "sd",  "syr", "ug", "ur", "yi"};
    const std::string_view primary = tag.substr(0, tag.find('-'));
    return std::ranges::find(languages, primary) != std::end(languages) || tag.contains("-Arab") ||
           tag.contains("-Hebr");
}

/// "U+1F600 GRINNING FACE"
std::string describe(char32_t code) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string number = "U+";
    for (int shift = code > 0xFFFFF ? 20 : code > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) {
        number += digits[code >> shift & 0xFU];
    }
    const std::string name = character_name(code);
    return name.empty() ? number : number + " " + name;
}

Columns columns_of(const Theme& theme, float page_width, bool right_to_left) {
    Columns columns;
    columns.width = theme.width;
    columns.left = (page_width - theme.width) / 2;
    columns.measure = theme.measure;
    columns.rail_width = theme.width - theme.measure - theme.rail_gap;
    columns.text_left = right_to_left ? columns.left : columns.left + theme.width - theme.measure;
    columns.rail_left = right_to_left ? columns.left + theme.width - columns.rail_width : columns.left;
    return columns;
}

}  // namespace

Setting::Setting(const Document& story, const LayoutOptions& layout_options, const Theme& look, const FontSet& font_set,
                 Context& job, PlacedDocument& result)
    : document(story),
      options(layout_options),
      theme(look),
      fonts(font_set),
      context(job),
      placed(result),
      texts(result.texts),
      structure(result.elements),
      lines(font_set, result, texts, links),
      language(story.meta.language ? story.meta.language->value : std::string{}) {
    right_to_left = story.meta.direction == Direction::right_to_left || is_right_to_left_language(language);
    columns = columns_of(look, page_width(layout_options.page), right_to_left);
}

TextStyle Setting::text_style(const StyleSpec& spec) const {
    TextStyle style{.face = spec.face, .size = spec.size, .tracking = spec.tracking * spec.size, .colour = spec.colour};
    if (spec.small_capitals) {
        style.features = style.features | Feature::small_capitals;
    }
    if (options.figures == Figures::old_style && spec.face.role == FontRole::text) {
        style.features = style.features | Feature::old_style_figures;
    }
    return style;
}

ParagraphBuilder Setting::builder() { return {structure, links, right_to_left, context.limits().depth}; }

ParagraphText Setting::finish(ParagraphBuilder& from, bool hyphenate) {
    ParagraphText paragraph = from.finish(texts, hyphenate);
    set_small_capitals(paragraph, fonts);
    return paragraph;
}

Result<> Setting::check(const MissingCharacter& missing, const Block* block) {
    if (missing.code == 0) {
        return {};
    }
    Diagnostic diagnostic{.code = "pdf.missing-glyph",
                          .message = "no font at hand has " + describe(missing.code),
                          .where = {.source = document.source.name},
                          .hints = {"install a font that has it (Debian's fonts-noto packages have most scripts)",
                                    "or set a visible substitute with --option pdf.substitute=true"}};
    if (block != nullptr) {
        diagnostic.where.span = block->span;
    }
    if (!options.substitute) {
        return fail(std::move(diagnostic));
    }
    diagnostic.severity = Severity::warning;
    diagnostic.code = "pdf.substituted-glyph";
    diagnostic.message += "; a substitute stands in its place";
    diagnostic.hints.resize(1);
    context.say(std::move(diagnostic));
    return {};
}

Result<> Setting::set_lines(const ParagraphText& paragraph, const ParagraphShape& shape, const Block* block,
                            std::vector<SetLine>& to) {
    return check(lines.set(paragraph, shape, to), block);
}

void Setting::push(Strip strip) {
    const Pending told = std::exchange(pending_, {});
    strip.before = std::max(strip.before, told.space);
    strip.starts_grid = told.start_grid || strip.starts_grid;
    if (told.keep_with_next) {
        strip.break_before = PageBreak::forbidden;
    }
    strips.push_back(std::move(strip));
}

void Setting::end_rail(float height) {
    after_rail_ = strips.size();
    rail_height_ = height;
}

BlockFrame Setting::widened(const BlockFrame& frame) const {
    float below = 0;
    for (std::size_t i = after_rail_; i < strips.size() && below < rail_height_; ++i) {
        below += strips[i].before + strips[i].height;
    }
    if (frame.left != columns.text_left || frame.width != columns.measure || below < rail_height_) {
        return frame;
    }
    BlockFrame wide = frame;
    wide.left = columns.left;
    wide.width = columns.width;
    return wide;
}

Result<> Setting::add_text(std::string_view text, StyleName style, StructureType type, const BlockFrame& frame,
                           const ParagraphRules& rules) {
    if (text.empty()) {
        return {};
    }
    const StyleSpec& spec = theme.style(style);
    ParagraphBuilder from = builder();
    from.begin(text_style(spec), structure.add(type, frame.parent), frame.language);
    from.append(text);
    return add_paragraph(from, spec, frame, rules);
}

/// A headline of more words than three lines hold is set smaller, as a front page would.
StyleSpec Setting::fit(ParagraphText& paragraph, const StyleSpec& spec, float width) {
    constexpr float most_lines = 3, unused = 0.92F;  // of a line, on average
    constexpr std::array<float, 2> steps = {0.84F, 0.7F};
    const float lines_needed = lines.measure(paragraph).most / (width * unused);
    float scale = 1;
    for (const float step : steps) {
        scale = lines_needed * scale > most_lines ? step : scale;
    }
    StyleSpec fitted = spec;
    fitted.size *= scale;
    fitted.leading *= scale;
    for (StyledRange& range : paragraph.ranges) {
        range.style.size *= scale;
        range.style.tracking *= scale;
    }
    return fitted;
}

Result<> Setting::add_paragraph(ParagraphBuilder& from, const StyleSpec& style, const BlockFrame& frame,
                                const ParagraphRules& rules, const Block* block) {
    if (context.stop_requested()) {
        return fail(Context::stopped());
    }
    const bool hyphenate = options.hyphenate && !style.balanced;
    ParagraphText paragraph = finish(from, hyphenate);
    paragraph.keep_phrases = style.balanced;
    if (paragraph.text.empty()) {
        return {};
    }
    const StyleSpec spec = rules.fitted ? fit(paragraph, style, frame.width) : style;
    const ParagraphShape shape{.left = frame.left,
                               .width = frame.width,
                               .indent = rules.indented ? spec.indent : 0,
                               .alignment = spec.alignment,
                               .balanced = spec.balanced};
    scratch_.clear();
    GALLEY_CHECK(set_lines(paragraph, shape, block, scratch_));
    space(spec.before);
    const std::size_t count = scratch_.size();
    for (std::size_t i = 0; i < count; ++i) {
        SetLine& line = scratch_[i];
        Strip strip{.height = spec.leading,
                    .baseline = baseline_of(spec),
                    .on_grid = rules.on_grid,
                    .splits_word = i > 0 && scratch_[i - 1].splits_word,
                    .items = std::move(line.items)};
        // No first line alone at the foot of a page, no last one alone at the head of the next.
        const bool alone = i == 1 || (i > 0 && i + 1 == count);
        if (alone || (rules.keep_together && i > 0)) {
            strip.break_before = PageBreak::forbidden;
        }
        push(std::move(strip));
        last_line_end_ = paragraph.right_to_left ? frame.left + frame.width - (i == 0 ? shape.indent : 0) - line.width
                                                 : frame.left + (i == 0 ? shape.indent : 0) + line.width;
    }
    last_line_leftwards_ = paragraph.right_to_left;
    space(spec.after);
    return {};
}

}  // namespace galley::pdf
