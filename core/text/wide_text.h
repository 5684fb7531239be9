#pragma once

#include "core/text/transcoded.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley {

/// UTF-16 and UTF-32: the encodings whose ASCII is full of NUL bytes.
struct WideEncoding {
    std::uint8_t unit;  ///< bytes, 2 or 4
    bool big_endian;

    friend bool operator==(WideEncoding, WideEncoding) = default;
};

/// "UTF-16LE" and so on.
[[nodiscard]] std::string_view name_of(WideEncoding encoding);

/// Strict: a surrogate without its partner, a value above 10FFFF and a cut unit at the end are invalid.
[[nodiscard]] Transcoded decode_wide(std::string_view bytes, WideEncoding encoding);

/// The wide encoding that `bytes`, which have no byte order mark, read as text in; nothing when they do in none. Looks
/// at the first 8 KiB.
[[nodiscard]] std::optional<WideEncoding> find_wide_encoding(std::string_view bytes);

}  // namespace galley
