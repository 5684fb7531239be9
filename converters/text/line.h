#pragma once

#include "galley/source.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::text {

/// One line of the decoded text.
struct Line {
    std::size_t begin = 0;  ///< first byte that is no white space; where the line starts when it is blank
    std::size_t end = 0;    ///< after the last byte that is no white space
    std::uint32_t indent =
        0;                ///< columns of white space in front: a tab goes to the next multiple of 8, U+3000 is 2 wide
    bool ascii = false;   ///< it is known that all its bytes are ASCII
    bool clean = false;   ///< that it holds neither a control nor a noncharacter
    bool has_gap = true;  ///< there may be a tab, or two spaces side by side
    bool soft = false;    ///< it goes on in the next line: the mail's sender says where paragraphs end

    [[nodiscard]] bool blank() const { return begin == end; }
    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The lines of a text and how they ended.
struct Lines {
    std::vector<Line> lines;
    Newline newline = Newline::none;
};

/// Splits [from, to) of `whole` at LF, CR LF, CR, form feed and U+2028/2029; positions are those of `whole`. REQUIRES:
/// valid UTF-8.
[[nodiscard]] Lines split_lines(std::string_view whole, std::size_t from, std::size_t to);

/// Whether `text` holds a control or a noncharacter, or a character that begins like one.
[[nodiscard]] bool may_hold_controls(std::string_view text);

/// Width on a terminal: East Asian wide characters count twice, combining marks not at all. Stops counting at some
/// width from `most` on.
[[nodiscard]] std::size_t columns(std::string_view text, std::size_t most = SIZE_MAX);

/// The same of a line of `text`.
[[nodiscard]] inline std::size_t columns(const Line& line, std::string_view text, std::size_t most = SIZE_MAX) {
    return line.ascii ? std::min(line.size(), most) : columns(line.in(text), most);
}

}  // namespace galley::text
