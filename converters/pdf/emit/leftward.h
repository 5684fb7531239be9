#pragma once

#include <string>
#include <string_view>

namespace galley::pdf {

/// True for letters of scripts that run to the left (Bidi_Class R and AL), not for their marks, digits and punctuation.
[[nodiscard]] bool is_leftward_letter(char32_t code);

/// `word` in the order of a ReversedChars sequence (ISO 32000-1, 14.8.2.3.3): each run of leftward letters from its end to its
/// start, everything else where it is read.
[[nodiscard]] std::u32string reversed_order(std::string_view word);

}  // namespace galley::pdf
