#pragma once

#include <string_view>

namespace galley::text {

/// True when `text` goes on mostly in small letters, or has none at all: a headline in capitals is no paragraph.
[[nodiscard]] bool goes_on_as_text(std::string_view text);

/// True when the first letter is a small one: a dateline has a sentence behind it.
[[nodiscard]] bool goes_on_in_small_letters(std::string_view text);

/// " Un traghetto …": a paragraph behind what stands before it.
[[nodiscard]] bool is_paragraph(std::string_view rest);

/// Whether a letter of `text` is a small one.
[[nodiscard]] bool has_small_letter(std::string_view text);

}  // namespace galley::text
