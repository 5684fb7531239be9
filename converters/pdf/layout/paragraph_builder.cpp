#include "converters/pdf/layout/paragraph_builder.h"

#include "converters/pdf/layout/break_classes.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/overloaded.h"
#include "galley/plain_text.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <array>
#include <utility>

namespace galley::pdf {

namespace {

constexpr float script_size = 0.64F;  // of sub- and superscripts, and how far they move
constexpr float superscript_rise = 0.36F;
constexpr float subscript_rise = -0.14F;
constexpr float code_size = 0.9F;

/// Bytes of characters that are taken as they are: no space, control or soft hyphen begins with one of them. Of what is
/// not ASCII, U+00C0 to U+07FF and U+3000 to U+CFFF, which most of the world's text is made of.
constexpr auto graphic_bytes = [] {
    std::array<bool, 256> all{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        const bool is_ascii = byte > ' ' && byte < 0x7F, continues = byte >= 0x80 && byte <= 0xBF;
        all[byte] = is_ascii || continues || (byte >= 0xC3 && byte <= 0xDF) || (byte >= 0xE3 && byte <= 0xEC);
    }
    return all;
}();

TextStyle styled(TextStyle style, EmphasisKind kind) {
    switch (kind) {
        case EmphasisKind::emphasis: style.face.italic = !style.face.italic; break;
        case EmphasisKind::strong: style.face.bold = true; break;
        case EmphasisKind::underline: style.underline = true; break;
        case EmphasisKind::strike: style.strike = true; break;
        case EmphasisKind::small_caps: style.features = style.features | Feature::small_capitals; break;
        case EmphasisKind::code:
            style.face.role = FontRole::mono;
            style.size *= code_size;
            break;
        case EmphasisKind::superscript:
            style.rise += superscript_rise * style.size;
            style.size *= script_size;
            break;
        case EmphasisKind::subscript:
            style.rise += subscript_rise * style.size;
            style.size *= script_size;
            break;
    }
    return style;
}

}  // namespace

void ParagraphBuilder::begin(const TextStyle& style, std::int32_t element, std::string_view language) {
    close_range();
    state_ = {.style = style, .element = element, .link = -1, .language = language};
}

void ParagraphBuilder::close_range() {
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (end > (ranges_.empty() ? 0 : ranges_.back().end)) {
        ranges_.push_back({.end = end,
                           .element = state_.element,
                           .link = state_.link,
                           .style = state_.style,
                           .language = state_.language});
    }
}

void ParagraphBuilder::append_line_break() {
    space_pending_ = false;
    if (!text_.empty()) {
        text_ += " \n";
    }
}

void ParagraphBuilder::append_code(char32_t code, std::string_view bytes) {
    constexpr char32_t soft_hyphen = 0xAD, line_separator = 0x2028, paragraph_separator = 0x2029, mark = 0xFEFF;
    if (code == ' ' || code == '\t') {
        space_pending_ = !text_.empty() && text_.back() != '\n' && text_.back() != ' ';
        return;
    }
    if (code == '\n' || code == line_separator || code == paragraph_separator) {
        append_line_break();
        return;
    }
    if (code == soft_hyphen) {
        if (!text_.empty() && !space_pending_) {
            soft_hyphens_.push_back(static_cast<std::uint32_t>(text_.size()));
        }
        return;
    }
    if (code == mark || utf8::is_control_or_noncharacter(code)) {
        return;
    }
    if (space_pending_) {
        text_ += ' ';
        space_pending_ = false;
    }
    text_ += bytes;
}

void ParagraphBuilder::append(std::string_view text) {
    const auto is_graphic = [&](std::size_t i) {
        return i < text.size() && graphic_bytes[static_cast<unsigned char>(text[i])];
    };
    text_.reserve(text_.size() + text.size());
    for (std::size_t at = 0; at < text.size();) {
        // Plain stretches go over whole, with the single spaces in them.
        std::size_t end = at;
        while (is_graphic(end) || (end > at && end < text.size() && text[end] == ' ' && is_graphic(end + 1))) {
            ++end;
        }
        if (end > at) {
            if (space_pending_) {
                text_ += ' ';
                space_pending_ = false;
            }
            text_ += text.substr(at, end - at);
            at = end;
            continue;
        }
        const auto [code, size] = utf8::at(text, at);
        append_code(code, text.substr(at, size));
        at += size;
    }
}

void ParagraphBuilder::append_verbatim(std::string_view text) {
    verbatim_ = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        if (code == ' ') {
            text_ += ' ';
        } else {
            append_code(code, text.substr(at, size));
        }
        at += size;
    }
}

Result<> ParagraphBuilder::append(const Inlines& content) {
    if (depth_ == 0) {
        return fail({.code = "limit.depth",
                     .message = "marks inside marks are nested too deeply",
                     .hints = {"raise the limit of depth, or flatten the text"}});
    }
    --depth_;
    for (const Inline& one : content) {
        GALLEY_CHECK(append(one));
    }
    ++depth_;
    return {};
}

Result<> ParagraphBuilder::append(const Inline& one) {
    const State outer = state_;
    const auto inside = [&](const Inlines& content, State inner) -> Result<> {
        // A space before a mark is not part of it.
        text_ += std::exchange(space_pending_, false) ? " " : "";
        close_range();
        state_ = std::move(inner);
        GALLEY_CHECK(append(content));
        close_range();
        state_ = outer;
        return {};
    };
    return std::visit(
        Overloaded{[&](const Text& text) -> Result<> {
                       append(text.utf8);
                       return {};
                   },
                   [&](const Emphasis& span) -> Result<> {
                       State inner = outer;
                       inner.style = styled(outer.style, span.kind);
                       if (span.kind == EmphasisKind::code) {
                           inner.element = structure_.add(StructureType::code, outer.element);
                       }
                       return inside(span.content, std::move(inner));
                   },
                   [&](const Link& link) -> Result<> {
                       State inner = outer;
                       if (!link.target.empty() && outer.link < 0) {
                           std::string contents = link.title.empty() ? plain_text(link.content) : link.title;
                           if (contents.empty()) {
                               contents = link.target;
                           }
                           inner.link = static_cast<std::int32_t>(links_.size());
                           links_.push_back({link.target, std::move(contents)});
                           inner.element = structure_.add(StructureType::link, outer.element);
                       }
                       return inside(link.content, std::move(inner));
                   },
                   [&](const Entity& entity) -> Result<> { return append(entity.content); },
                   [&](const Foreign& foreign) -> Result<> {
                       State inner = outer;
                       if (!foreign.language.empty()) {
                           inner.language = foreign.language;
                           inner.element = structure_.add(StructureType::span, outer.element, foreign.language);
                       }
                       return inside(foreign.content, std::move(inner));
                   },
                   [&](const LineBreak&) -> Result<> {
                       append_line_break();
                       return {};
                   }},
        one.node);
}

void ParagraphBuilder::restyle_start(std::uint32_t bytes, const TextStyle& style) {
    close_range();
    std::vector<StyledRange> ranges;
    for (const StyledRange& range : ranges_) {
        const std::uint32_t begin = ranges.empty() ? 0 : ranges.back().end;
        if (begin < bytes) {
            StyledRange start = range;
            start.end = std::min(range.end, bytes);
            start.style = style;
            ranges.push_back(start);
        }
        if (range.end > bytes) {
            ranges.push_back(range);
        }
    }
    ranges_ = std::move(ranges);
}

/// Letters that join or carry marks are not spaced out.
void ParagraphBuilder::drop_tracking() {
    std::uint32_t begin = 0;
    for (StyledRange& range : ranges_) {
        if (range.style.tracking != 0 && !may_be_tracked(std::string_view{text_}.substr(begin, range.end - begin))) {
            range.style.tracking = 0;
        }
        begin = range.end;
    }
}

ParagraphText ParagraphBuilder::finish(PlacedTexts& texts, bool hyphenate) {
    close_range();
    while ((text_.ends_with(' ') && !verbatim_) || text_.ends_with('\n')) {
        text_.pop_back();
    }
    while (!ranges_.empty() && ranges_.size() > 1 && ranges_[ranges_.size() - 2].end >= text_.size()) {
        ranges_.pop_back();
    }
    ParagraphText paragraph;
    if (text_.empty()) {
        return paragraph;
    }
    ranges_.back().end = static_cast<std::uint32_t>(text_.size());
    drop_tracking();
    paragraph.text = texts.keep(text_);
    paragraph.ranges = std::move(ranges_);
    paragraph.soft_hyphens = std::move(soft_hyphens_);
    paragraph.hyphenate = hyphenate;
    paragraph.right_to_left = right_to_left_;
    if (!right_to_left_ && may_hold_right_to_left(text_)) {
        paragraph.right_to_left = starts_right_to_left(text_);
    }
    return paragraph;
}

}  // namespace galley::pdf
