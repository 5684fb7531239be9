#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// True for letters of scripts that run to the left (Bidi_Class R and AL), not for their marks, digits and punctuation.
[[nodiscard]] bool is_leftward_letter(char32_t code);

/// True for what stands on or between leftward letters and goes their way: marks and joiners.
[[nodiscard]] bool goes_with_leftward(char32_t code);

/// A part of a word whose characters are all shown in one direction.
struct Stretch {
    std::u32string text;
    bool reversed = false;
};

/// `word` as strings in reading order, the leftward ones turned round, as a ReversedChars sequence has them (ISO
/// 32000-1, 14.8.2.3.3). A leftward stretch begins and ends with a letter: programs that turn text round by the kind of
/// its characters would leave a mark or a sign at its edge where it is.
[[nodiscard]] std::vector<Stretch> stretches(std::string_view word);

}  // namespace galley::pdf
