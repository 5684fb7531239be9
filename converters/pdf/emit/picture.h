#pragma once

#include "converters/pdf/emit/object_list.h"
#include "galley/resource.h"
#include "galley/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::pdf {

enum class PictureKind : std::uint8_t { jpeg, png };

/// What the first bytes of a picture say.
struct PictureFacts {
    PictureKind kind = PictureKind::jpeg;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint8_t components = 3;
};

/// Reads the header of a JPEG or PNG file. Nothing for other kinds, damaged headers, and pictures this writer cannot
/// embed: more than 100 million pixels, JPEG of other than 8 bits, one or three components (CMYK has no place under an
/// RGB output intent).
[[nodiscard]] std::optional<PictureFacts> picture_facts(std::string_view bytes);

/// Writes a picture as an image XObject (ISO 32000-1, 8.9.5), a JPEG with its bytes as they are; gives its number.
/// Fails with `pdf.unusable-picture`.
[[nodiscard]] Result<std::uint32_t> write_picture(const Resource& resource, ObjectList& objects);

}  // namespace galley::pdf
