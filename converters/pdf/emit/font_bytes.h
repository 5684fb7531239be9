#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::pdf {

/// Big-endian numbers of a font table. What lies beyond its end reads as 0, so that a damaged font is wrong, never
/// unsafe.
class FontBytes {
public:
    explicit FontBytes(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::uint8_t u8(std::size_t at) const {
        return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : std::uint8_t{0};
    }
    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        return static_cast<std::uint16_t>(u8(at) << 8 | u8(at + 1));
    }
    [[nodiscard]] std::int16_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        if (at >= bytes_.size() || bytes_.size() - at < 4) {
            return std::uint32_t{u16(at)} << 16 | u16(at + 2);
        }
        const auto* const four = reinterpret_cast<const unsigned char*>(bytes_.data() + at);
        return std::uint32_t{four[0]} << 24 | std::uint32_t{four[1]} << 16 | std::uint32_t{four[2]} << 8 | four[3];
    }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

    /// The bytes from `begin` on, at most `size`, as far as there are any.
    [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t size) const {
        return begin < bytes_.size() ? bytes_.substr(begin, size) : std::string_view{};
    }

private:
    std::string_view bytes_;
};

inline void append_u16(std::uint32_t value, std::string& to) {
    to += static_cast<char>(value >> 8 & 0xFF);
    to += static_cast<char>(value & 0xFF);
}

inline void append_u32(std::uint32_t value, std::string& to) {
    append_u16(value >> 16, to);
    append_u16(value, to);
}

inline void set_u16(std::size_t at, std::uint32_t value, std::string& in) {
    in[at] = static_cast<char>(value >> 8 & 0xFF);
    in[at + 1] = static_cast<char>(value & 0xFF);
}

inline void set_u32(std::size_t at, std::uint32_t value, std::string& in) {
    set_u16(at, value >> 16, in);
    set_u16(at + 2, value, in);
}

}  // namespace galley::pdf
