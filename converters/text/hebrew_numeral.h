#pragma once

#include "converters/text/scanner.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// Whether a number in Hebrew letters may begin at `at`: letters with the mark that makes them one, "י״ב". REQUIRES:
/// valid UTF-8.
[[nodiscard]] bool begins_marked_letters(std::string_view line, std::size_t at);
[[nodiscard]] inline bool begins_hebrew_numeral(std::string_view line, std::size_t at) {
    constexpr char first_byte = '\xD7';  // of every letter
    return at < line.size() && line[at] == first_byte && begins_marked_letters(line, at);
}

/// Takes a number in Hebrew letters: "י״ב" is 12, "תשפ״ז" 787, "ה׳תשפ״ז" 5787.
[[nodiscard]] std::optional<std::int32_t> take_hebrew_numeral(Scanner& scanner);

}  // namespace galley::text
