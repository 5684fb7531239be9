#pragma once

#include "core/text/transcoded.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley {

/// UTF-8 that somebody took for windows-1252 and encoded once more: "Ã©" where "é" was.
struct DoubleEncoding {
    std::size_t first = 0;  ///< byte offset of the first character written twice
    std::size_t count = 0;  ///< how many characters are
};

/// Nothing unless what looks like it is most of what is not ASCII, or has the form of curly quotes and dashes, which no
/// text has by itself. REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<DoubleEncoding> find_double_encoding(std::string_view text);

/// Undoes it where it is found and keeps the rest. REQUIRES: valid UTF-8.
[[nodiscard]] Transcoded undo_double_encoding(std::string_view text);

}  // namespace galley
