#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// A line in which the spaces that no line breaks at, as pages print them around names and figures, are plain ones:
/// rules know one kind. Owns its text.
class PlainSpaces {
public:
    /// True when `line` has such a space: U+00A0, or U+202F. REQUIRES: valid UTF-8.
    [[nodiscard]] static bool are_missing_in(std::string_view line);

    explicit PlainSpaces(std::string_view line);

    [[nodiscard]] std::string_view text() const { return text_; }
    /// Where byte `at` of the text stands in the line.
    [[nodiscard]] std::size_t in_line(std::size_t at) const;

private:
    struct Space {
        std::size_t at = 0;    ///< byte of the text
        std::size_t more = 0;  ///< bytes that the line has more up to its end
    };

    std::string text_;
    std::vector<Space> spaces_;
};

/// What `read` finds in `line`, or in it with plain spaces where they are missing: an optional match, at bytes of
/// `line`.
template <class Read>
[[nodiscard]] auto read_with_plain_spaces(std::string_view line, const Read& read) {
    if (!PlainSpaces::are_missing_in(line)) {
        return read(line);
    }
    const PlainSpaces plain{line};
    auto match = read(plain.text());
    if (match) {
        match->move([&](std::size_t at) { return plain.in_line(at); });
    }
    return match;
}

}  // namespace galley::text
