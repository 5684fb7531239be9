#pragma once

#include <string_view>

namespace galley::pdf {

/// Quick answers to UAX #14 for the text that most news is made of, so that its full rules are asked only where they
/// matter.

/// True when a line can never end inside `word` (no spaces in it): letters of Latin, Greek, Cyrillic, Hebrew
/// and Arabic, digits, quotes, full stops and commas. False: ask.
[[nodiscard]] bool never_breaks_inside(std::string_view word);

/// Whether a line may end at a space between the text `before` it and the text `after` it (LB 13 and 14; for French
/// also inside guillemets).
[[nodiscard]] bool may_break_at_space(std::string_view before, std::string_view after, std::string_view language);

/// True when `text` may hold characters or marks that run from right to left.
[[nodiscard]] bool may_hold_right_to_left(std::string_view text);

/// False where letters join, or carry marks above and below: these are not spaced out.
[[nodiscard]] bool may_be_tracked(std::string_view text);

/// Thai, Lao, Khmer, Burmese: words that are written without a space between them.
[[nodiscard]] bool joins_words(char32_t code);

/// Han, kana and the scripts of South-East Asia: a line is filled by space between characters.
[[nodiscard]] bool is_set_without_spaces(char32_t code);

}  // namespace galley::pdf
