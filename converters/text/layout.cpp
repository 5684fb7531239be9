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
constexpr std::size_t most_room = 6;  ///< columns that a line may leave where the next word would still have fit

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

/// How wide the lines of a text are, and whether what goes on below them could have stood on them.
class LineWidths {
public:
    LineWidths(std::string_view text, std::span<const Line> lines) : text_(text), lines_(lines) {
        columns_.reserve(lines.size());
        for (const Line& line : lines) {
            columns_.push_back(line.blank() ? 0 : bounded_columns(line, text) + line.indent);
            if (line.blank()) {
                continue;
            }
            ++filled_;
            ideographic_ += !line.ascii && has_ideograph(utf8::prefix(line.in(text), 60)) ? 1U : 0U;
            least_indent_ = std::min(least_indent_, line.indent);
            if (columns_.back() > widest_wrapped) {
                too_wide_ += filled_ > 1 ? 1U : 0U;  // the first one is a headline
            } else {
                widest_ = std::max(widest_, columns_.back());
            }
        }
    }

    [[nodiscard]] std::size_t widest() const { return widest_; }
    [[nodiscard]] std::size_t filled_lines() const { return filled_; }
    [[nodiscard]] std::uint32_t least_indent() const { return filled_ > 0 ? least_indent_ : 0; }
    [[nodiscard]] bool has_any_too_wide() const { return too_wide_ > 0; }
    [[nodiscard]] bool has_many_too_wide() const { return too_wide_ * 20 > filled_; }
    /// Scripts that set no spaces fill every line to its end.
    [[nodiscard]] bool sets_no_spaces() const { return ideographic_ * 10 > filled_ * 4; }

    /// Of the lines between two others, with no blank one beside them.
    [[nodiscard]] std::size_t widest_inside() const {
        std::size_t widest = 0;
        for (std::size_t index = 1; index + 1 < lines_.size(); ++index) {
            if (!lines_[index - 1].blank() && !lines_[index + 1].blank() && columns_[index] <= widest_wrapped) {
                widest = std::max(widest, columns_[index]);
            }
        }
        return widest;
    }

    /// True when most lines end where the next word had no room, and at least `fewest` do.
    [[nodiscard]] bool are_wrapped_at(std::size_t width, std::size_t fewest) const {
        std::size_t full = 0;
        std::size_t open = 0;
        std::size_t whole_sentences = 0;
        for (std::size_t index = 0; index + 1 < lines_.size(); ++index) {
            if (!may_go_on(index) || columns_[index] > widest_wrapped) {
                continue;
            }
            const bool ends = ends_sentence_at(index);
            const char32_t next = utf8::at(text_, lines_[index + 1].begin).code;
            whole_sentences += ends && !is_lower(next) ? 1U : 0U;
            const bool last_of_paragraph = ends && is_upper(next) && columns_[index] + 20 < width;
            (reaches(index, width) && !last_of_paragraph ? full : open) += 1;
        }
        if (whole_sentences * 10 > (full + open) * 8) {
            return false;  // lines of one length that each hold whole sentences are paragraphs
        }
        constexpr std::size_t proof = 3;  // fewer prove nothing by their length: one must break inside a sentence
        return full >= std::max<std::size_t>(sets_no_spaces() ? 4 : 1, fewest) && full * 10 >= (full + open) * 6 &&
               (full >= proof || has_broken_sentence(width));
    }

    /// True when nearly all lines that break inside a sentence are full at `width`.
    [[nodiscard]] bool are_filled_at(std::size_t width) const {
        constexpr std::size_t fewest = 6;
        constexpr std::size_t above_text = 2;  // headline and author
        std::size_t full = 0;
        std::size_t ragged = 0;
        for (std::size_t index = 0; index + 1 < lines_.size(); ++index) {
            if (may_go_on(index)) {
                const bool reaching = reaches(index, width);
                full += reaching ? 1U : 0U;
                ragged += !reaching && index >= above_text && !ends_sentence_at(index) ? 1U : 0U;
            }
        }
        return full >= fewest && ragged * 5 <= full;
    }

private:
    [[nodiscard]] bool may_go_on(std::size_t index) const {
        const Line& next = lines_[index + 1];
        return !lines_[index].blank() && !next.blank() && next.indent <= lines_[index].indent + 1;
    }

    [[nodiscard]] bool reaches(std::size_t index, std::size_t width) const {
        return sets_no_spaces()
                   ? columns_[index] + 4 >= width
                   : columns_[index] + 1 + first_word_columns(lines_[index + 1], text_) + most_room > width;
    }

    [[nodiscard]] bool ends_sentence_at(std::size_t index) const {
        const char32_t last = utf8::before(text_, lines_[index].end).code;
        return last == '.' || last == '"' || last == '!' || last == '?' || last == 0x201D || last == ':' ||
               last == 0x3002;
    }

    [[nodiscard]] bool has_broken_sentence(std::size_t width) const {
        for (std::size_t index = 0; index + 1 < lines_.size(); ++index) {
            const char32_t next = may_go_on(index) ? utf8::at(text_, lines_[index + 1].begin).code : U' ';
            if (is_lower(next) || (digit_value(next) >= 0 && columns_[index] * 10 > width * 8)) {
                return true;
            }
        }
        return false;
    }

    std::string_view text_;
    std::span<const Line> lines_;
    std::vector<std::size_t> columns_;
    std::size_t widest_ = 0;
    std::size_t too_wide_ = 0;
    std::size_t filled_ = 0;
    std::size_t ideographic_ = 0;
    std::uint32_t least_indent_ = UINT32_MAX;
};

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
    const LineWidths widths{text, lines};
    Layout layout;
    layout.base_indent = widths.least_indent();
    const auto starts_paragraph = [&](const Line& line) {
        return !line.blank() && line.indent >= layout.base_indent + 2;
    };
    layout.indented =
        static_cast<std::size_t>(std::ranges::count_if(lines, starts_paragraph)) * 8 > widths.filled_lines();
    const bool says_where = std::ranges::any_of(lines, &Line::soft);
    if (says_where || widths.widest() < narrowest_wrapped || widths.has_many_too_wide()) {
        return layout;
    }
    if (layout.indented && !widths.has_any_too_wide() && widths.filled_lines() > 2 && !widths.sets_no_spaces()) {
        // Short lines, some of them indented: what is not goes on with the line above.
        layout.wrapped = true;
        layout.width = widths.widest();
        layout.filled = widths.are_filled_at(layout.width);
        return layout;
    }
    // A headline, or a paragraph of one line, may be wider than the text below it: then many lines have to be full.
    constexpr std::size_t surely_wrapped = 6;
    layout.wrapped = widths.are_wrapped_at(widths.widest(), 1);
    layout.width = layout.wrapped ? widths.widest() : 0;
    constexpr std::size_t narrowest_text = 50;  // what is narrower may be a table
    if (!layout.wrapped && widths.widest_inside() >= narrowest_text) {
        layout.wrapped = widths.are_wrapped_at(widths.widest_inside(), surely_wrapped);
        layout.width = layout.wrapped ? widths.widest_inside() : 0;
    }
    layout.filled = layout.wrapped && widths.are_filled_at(layout.width);
    return layout;
}

namespace {

/// Whether `next` goes on with the wrapped line above it, which may be the first of its chunk, or of all.
bool goes_on(const Line& previous, const Line& next, std::string_view text, const Layout& layout, bool is_first,
             bool is_first_of_all) {
    if (next.indent > layout.base_indent + 1) {
        return false;
    }
    if (layout.indented && !(is_first && is_first_of_all)) {
        return true;
    }
    const std::size_t width = columns(previous, text) + previous.indent;
    if (is_first && width > layout.width + most_room) {
        return false;  // a headline
    }
    const std::size_t reach = width + 1 + first_word_columns(next, text);
    return layout.filled ? reach + most_room > layout.width : reach * 10 > layout.width * 6;
}

}  // namespace

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
                const bool below_first = chunks.size() == 1 && previous.indent == layout.base_indent;
                joins = goes_on(previous, line, text, layout, chunks.back().size() == 1, below_first);
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
