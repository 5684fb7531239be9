#pragma once

#include <string_view>

namespace galley::text {

/// What a line or a paragraph looks like, whatever it says. All take valid UTF-8.

/// A URL or an e-mail address, and nothing else.
[[nodiscard]] bool is_address(std::string_view line);

/// "@annlee", and nothing else: it stands below its author.
[[nodiscard]] bool is_handle(std::string_view line);

/// "((ann.lee@example.com; +44 20 7946 0000))": how to reach the author.
[[nodiscard]] bool is_desk_contact(std::string_view line);

/// "* Two dead", "- 40,000 without power", "• …": a point of a list.
[[nodiscard]] bool is_list_point(std::string_view line);

/// A rule, or a row of asterisks.
[[nodiscard]] bool is_break(std::string_view line);

/// An ASCII small letter, or anything that is not ASCII.
[[nodiscard]] bool has_letter(std::string_view line);

/// A letter of any script.
[[nodiscard]] bool has_any_letter(std::string_view line);

/// An ASCII digit.
[[nodiscard]] bool has_figure(std::string_view line);

[[nodiscard]] bool has_letter_or_digit(std::string_view line);

/// The first byte from `at` on that a letter or digit of any script begins at; the line's end when none does.
[[nodiscard]] std::size_t find_letter_or_digit(std::string_view line, std::size_t at = 0);

/// "^text<" of ANPA 1312, without its marks.
[[nodiscard]] std::string_view without_anpa_marks(std::string_view line);

/// "📲 Join our channel" without the pictograph that stands first.
[[nodiscard]] std::string_view without_pictograph(std::string_view line);

/// "9:51", "01:23:45", and nothing else: when a story was put on a page, or how long a film on it is.
[[nodiscard]] bool is_clock(std::string_view line);

/// "© Tom Ray": whose a picture is, and no year as in a notice of rights.
[[nodiscard]] bool is_credit_with_sign(std::string_view line);

/// True when nothing in `line` can be seen: joiners and marks of direction that hold a place on a page.
[[nodiscard]] bool is_invisible(std::string_view line);

/// True when `text` ends as a sentence does.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// True when `text` ends as a sentence does, whoever signs it behind: "… is not final. (EastWire)", "… slowly". EFE".
[[nodiscard]] bool ends_paragraph(std::string_view text);

/// A sentence of some length, or more. Scripts that set no spaces say more in fewer columns.
[[nodiscard]] bool reads_as_prose(std::string_view text);

/// True when `text` has letters and all of them are capitals.
[[nodiscard]] bool is_all_capitals(std::string_view text);

}  // namespace galley::text
