#include "converters/pdf/layout/block_setter.h"

#include "converters/pdf/layout/image_size.h"
#include "converters/pdf/layout/table_setter.h"
#include "galley/overloaded.h"
#include "galley/plain_text.h"
#include "galley/try.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace galley::pdf {

namespace {

constexpr float list_indent = 1.7F;  // ems
constexpr float quote_indent = 1.5F;
constexpr float bar_thickness = 1.2F;  // points
constexpr float break_width = 54;
constexpr float smallest_agate = 4.6F;
constexpr float dateline_tracking = 0.045F;  // ems
constexpr std::size_t tab_stop = 8;
constexpr float points_per_pixel = 72.0F / 150;  // pictures are not blown up beyond 150 pixels an inch

/// Ems of a first line's indent where the language has its own custom, and every paragraph keeps it; else 0.
float own_indent(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    return primary == "zh" ? 2.0F : primary == "ja" || primary == "ko" ? 1.0F : 0.0F;
}

/// `line` with tabs set out to columns.
std::string expand_tabs(std::string_view line) {
    std::string expanded;
    std::size_t column = 0;
    for (const char c : line) {
        if (c == '\t') {
            do {
                expanded += ' ';
            } while (++column % tab_stop != 0);
        } else {
            expanded += c;
            column += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1u : 0u;
        }
    }
    return expanded;
}

}  // namespace

Result<> BlockSetter::set(const Blocks& blocks, const BlockFrame& frame) {
    if (frame.depth == 0) {
        return fail({.code = "limit.depth",
                     .message = "blocks inside blocks are nested too deeply",
                     .where = {.source = setting_.document.source.name},
                     .hints = {"raise the limit of depth, or flatten the story"}});
    }
    for (const Block& block : blocks) {
        BlockFrame inner = frame;
        --inner.depth;
        if (!block.language.empty()) {
            inner.language = block.language;
        }
        const std::size_t first_element = setting_.placed.elements.size();
        GALLEY_CHECK(set(block, inner));
        if (!block.language.empty() && block.language != frame.language &&
            first_element < setting_.placed.elements.size()) {
            setting_.placed.elements[first_element].language = block.language;
        }
    }
    return {};
}

Result<> BlockSetter::set(const Block& block, const BlockFrame& frame) {
    return std::visit(
        Overloaded{[&](const Paragraph& paragraph) -> Result<> { return set_paragraph(block, paragraph, frame); },
                   [&](const Heading& heading) -> Result<> { return set_heading(block, heading, frame); },
                   [&](const List& list) -> Result<> { return set_list(list, frame); },
                   [&](const Quote& quote) -> Result<> { return set_quote(block, quote, frame); },
                   [&](const Table& table) -> Result<> {
                       after_paragraph_ = false;
                       return TableSetter{setting_}.set(block, table, frame);
                   },
                   [&](const Preformatted& agate) -> Result<> { return set_preformatted(block, agate, frame); },
                   [&](const Figure& figure) -> Result<> { return set_figure(block, figure, frame); },
                   [&](const ThematicBreak&) -> Result<> {
                       set_break(frame);
                       return {};
                   },
                   [&](const Note& note) -> Result<> { return set_note(note, frame); }},
        block.node);
}

Result<> BlockSetter::set_paragraph(const Block& block, const Paragraph& paragraph, const BlockFrame& frame) {
    StyleSpec spec = setting_.theme.style(frame.style);
    if (frame.style != StyleName::text) {
        spec.before = spec.after = 0;  // the block around them has the space
    }
    const float customary = spec.indent > 0 ? own_indent(frame.language) : 0;
    spec.indent = customary > 0 ? customary * spec.size : spec.indent;
    spec.alignment = frame.alignment.value_or(spec.alignment);
    TextStyle style = setting_.text_style(spec);
    if (frame.style == StyleName::table || frame.style == StyleName::table_header) {
        style.features = style.features | Feature::tabular_figures;
    }
    ParagraphBuilder from = setting_.builder();
    from.begin(style,
               frame.is_paragraph ? frame.parent : setting_.structure.add(StructureType::paragraph, frame.parent),
               frame.language);
    GALLEY_CHECK(from.append(paragraph.content));
    if (!story_began_ && frame.style == StyleName::text && !from.empty()) {
        story_began_ = true;
        for (const auto& dateline : setting_.document.meta.datelines) {
            if (!dateline.raw.empty() && from.text().starts_with(dateline.raw)) {
                TextStyle capitals = style;
                capitals.features = capitals.features | Feature::small_capitals;
                capitals.tracking = dateline_tracking * style.size;
                from.restyle_start(static_cast<std::uint32_t>(dateline.raw.size()), capitals);
                break;
            }
        }
    }
    if (from.empty()) {
        return {};
    }
    GALLEY_CHECK(setting_.add_paragraph(
        from, spec, frame,
        {.indented = after_paragraph_ || customary > 0, .on_grid = spec.leading == setting_.theme.grid}, &block));
    after_paragraph_ = true;
    return {};
}

Result<> BlockSetter::set_heading(const Block& block, const Heading& heading, const BlockFrame& frame) {
    const StyleName style = heading.level <= 2   ? StyleName::heading_1
                            : heading.level == 3 ? StyleName::heading_2
                                                 : StyleName::heading_3;
    const StyleSpec& spec = setting_.theme.style(style);
    ParagraphBuilder from = setting_.builder();
    from.begin(setting_.text_style(spec),
               setting_.structure.add(setting_.structure.heading(heading.level), frame.parent), frame.language);
    GALLEY_CHECK(from.append(heading.content));
    const std::string title{from.text()};
    const std::size_t first = setting_.strips.size();
    GALLEY_CHECK(setting_.add_paragraph(
        from, spec, frame, {.on_grid = spec.leading == setting_.theme.grid, .keep_together = true}, &block));
    if (first < setting_.strips.size()) {
        setting_.strips[first].outline = title;
        setting_.strips[first].outline_level = std::clamp<std::uint8_t>(heading.level, 2, 6);
        setting_.keep_with_next();
    }
    after_paragraph_ = false;
    return {};
}

Result<> BlockSetter::set_list(const List& list, const BlockFrame& frame) {
    const std::int32_t element = setting_.structure.add(StructureType::list, frame.parent);
    setting_.structure.at(element).ordered = list.ordered;
    const float em = setting_.theme.style(frame.style).size;
    const auto last = static_cast<std::int64_t>(list.start) + static_cast<std::int64_t>(list.items.size());
    const std::size_t digits = std::to_string(std::max<std::int64_t>(std::abs(last), 9)).size();
    const float indent = em * (list_indent + 0.55F * static_cast<float>(list.ordered ? digits - 1 : 0));
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        GALLEY_CHECK(set_item(list, i, element, frame, indent));
    }
    after_paragraph_ = false;
    return {};
}

Result<> BlockSetter::set_item(const List& list, std::size_t index, std::int32_t parent, const BlockFrame& frame,
                               float indent) {
    const StyleSpec& spec = setting_.theme.style(frame.style);
    const std::int32_t item = setting_.structure.add(StructureType::list_item, parent);
    const std::int32_t label = setting_.structure.add(StructureType::label, item);
    BlockFrame inner = frame;
    inner.parent = setting_.structure.add(StructureType::list_body, item);
    inner.width = std::max(frame.width - indent, spec.size);
    inner.left += setting_.right_to_left ? 0 : indent;

    ParagraphBuilder from = setting_.builder();
    from.begin(setting_.text_style(spec), label, frame.language);
    from.append(list.ordered
                    ? std::to_string(static_cast<std::int64_t>(list.start) + static_cast<std::int64_t>(index)) + "."
                    : std::string{"•"});
    const float gap = spec.size * (list.ordered ? 0.45F : 0.7F);
    const ParagraphShape shape{.left = setting_.right_to_left ? frame.left + frame.width - indent + gap : frame.left,
                               .width = indent - gap,
                               .alignment = Alignment::end};
    std::vector<SetLine> lines;
    GALLEY_CHECK(setting_.set_lines(setting_.finish(from, false), shape, nullptr, lines));

    const std::size_t first = setting_.strips.size();
    after_paragraph_ = false;
    GALLEY_CHECK(set(list.items[index], inner));
    if (setting_.strips.size() == first) {
        setting_.push({.height = spec.leading,
                       .baseline = Setting::baseline_of(spec),
                       .on_grid = spec.leading == setting_.theme.grid});
    }
    if (!lines.empty()) {
        std::vector<PlacedItem>& items = setting_.strips[first].items;
        items.insert(items.begin(), std::make_move_iterator(lines.front().items.begin()),
                     std::make_move_iterator(lines.front().items.end()));
    }
    return {};
}

Result<> BlockSetter::set_quote(const Block& block, const Quote& quote, const BlockFrame& frame) {
    const StyleSpec& spec = setting_.theme.style(StyleName::quote);
    const float indent = quote_indent * spec.size;
    BlockFrame inner = frame;
    inner.parent = setting_.structure.add(StructureType::block_quote, frame.parent);
    inner.style = StyleName::quote;
    inner.width = std::max(frame.width - indent, spec.size);
    inner.left += setting_.right_to_left ? 0 : indent;
    const std::size_t first = setting_.strips.size();
    after_paragraph_ = false;
    setting_.space(spec.before);
    GALLEY_CHECK(set(quote.content, inner));
    if (!quote.attribution.empty()) {
        const StyleSpec& line = setting_.theme.style(StyleName::attribution);
        ParagraphBuilder from = setting_.builder();
        from.begin(setting_.text_style(line), setting_.structure.add(StructureType::paragraph, inner.parent),
                   frame.language);
        GALLEY_CHECK(from.append(quote.attribution));
        setting_.keep_with_next();
        GALLEY_CHECK(setting_.add_paragraph(from, line, inner, {.keep_together = true}, &block));
    }
    setting_.space(spec.after);
    draw_bar(first, frame, bar_thickness, setting_.theme.accent);
    after_paragraph_ = false;
    return {};
}

/// A bar at the side where lines start, along the strips from `first` on.
void BlockSetter::draw_bar(std::size_t first, const BlockFrame& frame, float thickness, Colour colour) {
    const float x = setting_.right_to_left ? frame.left + frame.width - thickness : frame.left;
    for (std::size_t i = first; i < setting_.strips.size(); ++i) {
        Strip& strip = setting_.strips[i];
        const float above = i == first ? 0 : strip.before;
        strip.items.push_back({.what = PlacedRectangle{.x = x,
                                                       .y = strip.baseline - strip.height,
                                                       .width = thickness,
                                                       .height = strip.height + above,
                                                       .colour = colour}});
    }
}

/// Lines as they are, in a size that the longest one fits.
Result<> BlockSetter::set_preformatted(const Block& block, const Preformatted& agate, const BlockFrame& frame) {
    StyleSpec spec = setting_.theme.style(StyleName::preformatted);
    const TextStyle style = setting_.text_style(spec);
    const std::int32_t element = setting_.structure.add(StructureType::paragraph, frame.parent);

    std::vector<std::string> rows;
    std::size_t columns = 1;
    for (std::size_t at = 0; at <= agate.utf8.size();) {
        const std::size_t end = std::min(agate.utf8.find('\n', at), agate.utf8.size());
        rows.push_back(expand_tabs(std::string_view{agate.utf8}.substr(at, end - at)));
        columns = std::max<std::size_t>(
            columns, static_cast<std::size_t>(std::ranges::count_if(
                         rows.back(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; })));
        at = end + 1;
    }
    const Face& face = setting_.fonts.face(spec.face);
    const float em =
        static_cast<float>(face.advance(face.glyph(U'0'))) / static_cast<float>(face.metrics().units_per_em);
    const float room = em * static_cast<float>(columns);
    const BlockFrame wide = room * spec.size > frame.width ? setting_.widened(frame) : frame;
    const float fitting = wide.width / room;
    if (fitting < spec.size) {
        const float size = std::max(fitting * 0.999F, smallest_agate);
        spec.leading *= size / spec.size;
        spec.size = size;
    }
    TextStyle fitted = style;
    fitted.size = spec.size;

    setting_.space(spec.before);
    std::vector<SetLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ParagraphBuilder from{setting_.structure, setting_.links, false, 1};
        from.begin(fitted, element, frame.language);
        from.append_verbatim(rows[i]);
        if (i + 1 < rows.size() && !from.empty()) {
            from.append_verbatim(" ");  // keeps the last word apart from the next line's first
        }
        lines.clear();
        GALLEY_CHECK(setting_.set_lines(setting_.finish(from, false),
                                        {.left = wide.left, .width = wide.width, .alignment = Alignment::start}, &block,
                                        lines));
        if (lines.empty()) {
            lines.emplace_back();
        }
        for (SetLine& line : lines) {
            Strip strip{.height = spec.leading, .baseline = Setting::baseline_of(spec), .items = std::move(line.items)};
            strip.break_before = i == 1 || (i > 0 && i + 1 == rows.size()) ? PageBreak::forbidden : PageBreak::allowed;
            setting_.push(std::move(strip));
        }
    }
    setting_.space(spec.after);
    after_paragraph_ = false;
    return {};
}

std::size_t BlockSetter::find_resource(std::string_view id) const {
    const Resources& resources = setting_.document.resources;
    return static_cast<std::size_t>(std::ranges::find(resources, id, &Resource::id) - resources.begin());
}

Result<> BlockSetter::set_figure(const Block& block, const Figure& figure, const BlockFrame& frame) {
    const StyleSpec& caption = setting_.theme.style(StyleName::caption);
    const std::size_t index = find_resource(figure.resource);
    const Resources& resources = setting_.document.resources;
    std::optional<ImageSize> size;
    if (index < resources.size() && resources[index].bytes) {
        size = image_size(*resources[index].bytes);
    }
    std::int32_t parent = frame.parent;
    BlockFrame inner = frame;
    if (size) {
        parent = setting_.structure.add(StructureType::figure, frame.parent);
        std::string alternative = figure.alternative;
        if (alternative.empty()) {
            append_plain_text(figure.caption, alternative);
        }
        setting_.structure.at(parent).alternative = alternative.empty() ? "Picture" : alternative;
        inner.parent = parent;
        const float most_height = setting_.theme.grid * 24;
        float width = std::min(frame.width, static_cast<float>(size->width) * points_per_pixel);
        float height = width * static_cast<float>(size->height) / static_cast<float>(size->width);
        if (height > most_height) {
            width *= most_height / height;
            height = most_height;
        }
        setting_.space(setting_.theme.grid / 2);
        Strip strip{.height = height, .baseline = height};
        const float x = setting_.right_to_left ? frame.left + frame.width - width : frame.left;
        strip.items.push_back(
            {.what =
                 PlacedImage{
                     .resource = static_cast<std::uint32_t>(index), .x = x, .y = 0, .width = width, .height = height},
             .element = parent});
        setting_.push(std::move(strip));
        setting_.keep_with_next();
    } else {
        Diagnostic diagnostic{
            .severity = Severity::warning,
            .code = "pdf.figure-without-picture",
            .message = "the picture '" + figure.resource + "' is not at hand as PNG or JPEG; its caption is set",
            .where = {.source = setting_.document.source.name, .span = block.span},
            .hints = {"put the picture's bytes into the document's resources"}};
        setting_.context.say(std::move(diagnostic));
    }
    ParagraphBuilder from = setting_.builder();
    if (!figure.caption.empty() || !figure.credit.empty() || (!size && !figure.alternative.empty())) {
        const StructureType type = size ? StructureType::caption : StructureType::paragraph;
        from.begin(setting_.text_style(caption), setting_.structure.add(type, inner.parent), frame.language);
        GALLEY_CHECK(from.append(figure.caption));
        if (from.empty() && !size) {
            from.append(figure.alternative);
        }
        if (!figure.credit.empty()) {
            if (!from.empty()) {
                from.append("\n");
            }
            from.append(figure.credit);
        }
    }
    GALLEY_CHECK(setting_.add_paragraph(from, caption, inner, {.keep_together = size.has_value()}, &block));
    setting_.space(setting_.theme.grid / 2);
    after_paragraph_ = false;
    return {};
}

void BlockSetter::set_break(const BlockFrame& frame) {
    const float grid = setting_.theme.grid;
    Strip strip{.height = grid, .baseline = grid * 0.64F, .on_grid = true};
    strip.items.push_back({.what = PlacedRectangle{.x = frame.left + (frame.width - break_width) / 2,
                                                   .y = 0,
                                                   .width = break_width,
                                                   .height = setting_.theme.thin_rule,
                                                   .colour = setting_.theme.accent}});
    setting_.push(std::move(strip));
    after_paragraph_ = false;
}

Result<> BlockSetter::set_note(const Note& note, const BlockFrame& frame) {
    const StyleSpec& spec = setting_.theme.style(StyleName::note);
    BlockFrame inner = frame;
    inner.parent = setting_.structure.add(StructureType::note, frame.parent);
    inner.style = StyleName::note;
    const std::size_t first = setting_.strips.size();
    after_paragraph_ = false;
    setting_.space(spec.before);
    GALLEY_CHECK(set(note.content, inner));
    if (first < setting_.strips.size()) {
        Strip& strip = setting_.strips[first];
        strip.above.push_back({.what = PlacedRectangle{.x = frame.left,
                                                       .y = strip.baseline + setting_.theme.grid * 0.2F,
                                                       .width = std::min(break_width, frame.width),
                                                       .height = setting_.theme.thin_rule,
                                                       .colour = setting_.theme.rule}});
    }
    setting_.space(spec.after);
    after_paragraph_ = false;
    return {};
}

}  // namespace galley::pdf
