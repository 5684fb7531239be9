#include "converters/text/layout.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstdint>

namespace galley::text {
namespace {

constexpr std::size_t most_lines_looked_at = 4000;
constexpr std::size_t widest_wrapped = 110;
constexpr std::size_t narrowest_wrapped = 30;

/// Columns of the first word of a line; a character of a script without spaces is a word.
std::size_t first_word_columns(const Line& whole, std::string_view text) {
    constexpr std::size_t longest = 64;
    const std::string_view line = whole.in(text);
    const std::size_t space = std::min(line.find(' '), line.size());
    if (whole.ascii) {
        return std::min(space, longest);
    }
    if (!line.empty() && is_ideograph(utf8::at(line, 0).code)) {
        return 2;
    }
    return columns(utf8::prefix(line, std::min(space, longest)));
}

bool has_ideograph(std::string_view text) {
    if (!may_hold_ideograph(text)) {
        return false;
    }
    for (std::size_t at = 0; at < text.size(); at += utf8::at(text, at).size) {
        if (static_cast<unsigned char>(text[at]) >= 0xE3 && is_ideograph(utf8::at(text, at).code)) {
            return true;
        }
    }
    return false;
}

std::size_t bounded_columns(const Line& line, std::string_view text) {
    // A line longer than any width is wide enough, whatever it holds.
    return line.size() > 4 * widest_wrapped ? line.size() : columns(line, text, widest_wrapped + 1);
}

}  // namespace

bool is_tabular(std::string_view line) {
    constexpr std::size_t widest_table = 2000;
    std::size_t gaps = 0;
    bool figures_after_gap = false;
    for (std::size_t at = 0; at + 2 < line.size() && at < widest_table; ++at) {
        if (line[at] == '\t') {
            ++gaps;
            continue;
        }
        if (line[at] == ' ' && line[at + 1] == ' ' && (line[at + 2] == ' ' || gaps > 0)) {
            ++gaps;
            while (at + 1 < line.size() && line[at + 1] == ' ') {
                ++at;
            }
            figures_after_gap =
                figures_after_gap || (at + 1 < line.size() && (line[at + 1] >= '0' && line[at + 1] <= '9'));
        }
    }
    return gaps >= 2 || (gaps == 1 && figures_after_gap);
}

Layout detect_layout(std::string_view text, std::span<const Line> lines) {
    lines = lines.first(std::min(lines.size(), most_lines_looked_at));
    std::vector<std::size_t> widths;
    widths.reserve(lines.size());
    std::size_t width = 0;
    std::size_t too_wide = 0;
    std::size_t filled = 0;
    std::size_t ideographic = 0;
    std::uint32_t least_indent = UINT32_MAX;
    for (const Line& line : lines) {
        const std::size_t line_columns = line.blank() ? 0 : bounded_columns(line, text) + line.indent;
        widths.push_back(line_columns);
        if (line.blank()) {
            continue;
        }
        ++filled;
        ideographic += !line.ascii && has_ideograph(utf8::prefix(line.in(text), 60)) ? 1U : 0U;
        least_indent = std::min(least_indent, line.indent);
        if (line_columns > widest_wrapped) {
            ++too_wide;
        } else {
            width = std::max(width, line_columns);
        }
    }
    Layout layout;
    layout.base_indent = filled > 0 ? least_indent : 0;
    const auto starts_paragraph = [&](const Line& line) {
        return !line.blank() && line.indent >= layout.base_indent + 2;
    };
    layout.indented = static_cast<std::size_t>(std::ranges::count_if(lines, starts_paragraph)) * 8 > filled;
    const bool says_where = std::ranges::any_of(lines, &Line::soft);
    if (says_where || width < narrowest_wrapped || too_wide * 20 > filled) {
        return layout;
    }
    const bool sets_no_spaces = ideographic * 10 > filled * 4;
    if (layout.indented && too_wide == 0 && filled > 2 && !sets_no_spaces) {
        // Short lines, some of them indented: what is not goes on with the line above.
        layout.wrapped = true;
        layout.width = width;
        return layout;
    }
    std::size_t full = 0;
    std::size_t open = 0;
    std::size_t whole_sentences = 0;
    for (std::size_t index = 0; index + 1 < lines.size(); ++index) {
        const Line& next = lines[index + 1];
        if (lines[index].blank() || next.blank() || next.indent > lines[index].indent + 1 ||
            widths[index] > widest_wrapped) {
            continue;
        }
        // Scripts that set no spaces fill every line to its end.
        const bool reaches = sets_no_spaces ? widths[index] + 4 >= width
                                            : widths[index] + 1 + first_word_columns(next, text) + 6 > width;
        const char32_t last = utf8::before(text, lines[index].end).code;
        const bool sentence_ends =
            last == '.' || last == '"' || last == '!' || last == '?' || last == 0x201D || last == ':' || last == 0x3002;
        whole_sentences += sentence_ends && !is_lower(utf8::at(text, next.begin).code) ? 1U : 0U;
        if (reaches && !(sentence_ends && is_upper(utf8::at(text, next.begin).code) && widths[index] + 20 < width)) {
            ++full;
        } else {
            ++open;
        }
    }
    if (whole_sentences * 10 > (full + open) * 8) {
        return layout;  // lines of one length that each hold whole sentences are paragraphs
    }
    layout.wrapped = full >= (sets_no_spaces ? 4U : 1U) && full * 10 >= (full + open) * 6;
    if (layout.wrapped && full < 3) {
        // So few lines prove nothing by their length: one of them must break inside a sentence.
        bool broken_sentence = false;
        for (std::size_t index = 0; index + 1 < lines.size(); ++index) {
            if (lines[index].blank() || lines[index + 1].blank() || lines[index + 1].indent > lines[index].indent + 1) {
                continue;
            }
            const char32_t first = utf8::at(text, lines[index + 1].begin).code;
            broken_sentence =
                broken_sentence || is_lower(first) || (digit_value(first) >= 0 && widths[index] * 10 > width * 8);
        }
        layout.wrapped = broken_sentence;
    }
    layout.width = layout.wrapped ? width : 0;
    return layout;
}

std::vector<Chunk> make_chunks(std::string_view text, std::span<const Line> lines, const Layout& layout) {
    constexpr std::size_t most_reserved = 256;
    std::vector<Chunk> chunks;
    chunks.reserve(std::min(lines.size(), most_reserved));
    bool blank = true;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const Line& line = lines[index];
        if (line.blank()) {
            if (!chunks.empty()) {
                chunks.back().blank_after = true;
            }
            blank = true;
            continue;
        }
        const bool tabular = line.has_gap && is_tabular(line.in(text));
        bool joins = false;
        if (!blank && !chunks.empty()) {
            const Line& previous = lines[index - 1];
            if (tabular || chunks.back().preformatted) {
                // The names of columns have no figures: "        High      Low".
                const bool below_names =
                    tabular && chunks.back().size() == 1 && previous.has_gap && previous.indent > line.indent;
                joins = tabular && (chunks.back().preformatted || below_names);
                chunks.back().preformatted = chunks.back().preformatted || below_names;
            } else if (previous.soft) {
                joins = true;
            } else if (layout.wrapped) {
                const std::size_t reach =
                    columns(previous, text) + previous.indent + 1 + first_word_columns(line, text);
                const bool first_line =
                    chunks.size() == 1 && chunks.back().first == index - 1 && previous.indent == layout.base_indent;
                joins = line.indent <= layout.base_indent + 1 &&
                        ((layout.indented && !first_line) || reach * 10 > layout.width * 6);
            }
        }
        if (joins) {
            chunks.back().last = index + 1;
        } else {
            chunks.push_back({index, index + 1, tabular, blank, false});
        }
        blank = false;
    }
    for (Chunk& chunk : chunks) {
        chunk.preformatted = chunk.preformatted && chunk.size() > 1;  // one row is no table
        chunk.blank_after = chunk.blank_after || chunk.last == lines.size();
    }
    return chunks;
}

}  // namespace galley::text
