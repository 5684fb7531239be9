#include "converters/pdf/layout/image_size.h"

namespace galley::pdf {

namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value = value << 8 | byte_at(bytes, at + i);
    }
    return value;
}

std::optional<ImageSize> checked(ImageSize size) {
    constexpr std::uint32_t most = 1u << 16;
    if (size.width == 0 || size.height == 0 || size.width > most || size.height > most) {
        return std::nullopt;
    }
    return size;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) {
            return std::nullopt;
        }
        const std::uint32_t marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {  // fill
            ++at;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {  // markers without a segment
            at += 2;
            continue;
        }
        // SOF0 to SOF15 but DHT, JPG and DAC
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            return at + 9 <= bytes.size() ? checked({big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)})
                                          : std::nullopt;
        }
        const std::uint32_t length = big_endian(bytes, at + 2, 2);
        if (marker == 0xD9 || marker == 0xDA || length < 2) {
            return std::nullopt;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() >= 24 && bytes.substr(12, 4) == "IHDR") {
        return checked({big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)});
    }
    return bytes.starts_with("\xFF\xD8\xFF") ? jpeg_size(bytes) : std::nullopt;
}

}  // namespace galley::pdf
