#pragma once

#include "core/text/transcoded.h"

#include <array>
#include <string_view>

namespace galley {

/// An encoding of one byte a character: what each byte means.
struct ByteTable {
    static constexpr char32_t undefined = 0xFFFFFFFF;

    std::array<char32_t, 256> codes;
};

[[nodiscard]] Transcoded decode_single_byte(std::string_view bytes, const ByteTable& table);

}  // namespace galley
