#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// ISO 15924 tag of a character's script, big-endian ("Latn"); "Zyyy" and "Zinh" for those that have none of their own.
[[nodiscard]] std::uint32_t script_of(char32_t code);

/// Name of a character as the Unicode standard prints it: "LATIN SMALL LETTER A". Empty when it has none.
[[nodiscard]] std::string character_name(char32_t code);

/// General category letters or marks: what hyphenation patterns speak of.
[[nodiscard]] bool is_letter(char32_t code);
[[nodiscard]] char32_t to_lower(char32_t code);

/// Appends what `language` writes for `code` in capitals: mostly one character, "SS" for "ß".
void append_capitals(char32_t code, std::string_view language, std::u32string& to);

/// Characters that are never drawn: Default_Ignorable_Code_Point and other format and control characters.
[[nodiscard]] bool is_invisible(char32_t code);

/// Appends the bytes of `text` before which a line may end (UAX #14 with the tailoring of `language`), its start and
/// end left out. One thread's iterators are kept for the next call.
void find_line_breaks(std::string_view text, std::string_view language, std::vector<std::uint32_t>& to);

/// Appends the bytes of `text`, which has no spaces, before which a phrase or at least a word begins: where headlines
/// of languages that do not show it may break. Its start and end are left out.
void find_phrases(std::string_view text, std::string_view language, std::vector<std::uint32_t>& to);

[[nodiscard]] bool is_punctuation(char32_t code);
[[nodiscard]] bool is_digit(char32_t code);  ///< decimal, of any script

/// Appends the bytes of `text` where a user-perceived character begins (UAX #29), its start left out.
void find_graphemes(std::string_view text, std::vector<std::uint32_t>& to);

/// A stretch of one direction (UAX #9).
struct LevelRun {
    std::uint32_t begin = 0, end = 0;  ///< bytes
    std::uint8_t level = 0;
};

/// Appends the level runs of a paragraph in logical order. `right_to_left` is the paragraph's own direction.
void find_levels(std::string_view text, bool right_to_left, std::vector<LevelRun>& to);

/// True when `text` starts, by its first strong character (UAX #9, P2), from right to left.
[[nodiscard]] bool starts_right_to_left(std::string_view text);

}  // namespace galley::pdf
