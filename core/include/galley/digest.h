#pragma once

#include "galley/export.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// A SHA-256 digest (FIPS 180-4).
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes`. Thread-safe.
[[nodiscard]] Digest sha256(std::string_view bytes);

/// SHA-512 (FIPS 180-4), for what a standard wants besides: BagIt manifests. Thread-safe.
[[nodiscard]] std::array<std::uint8_t, 64> sha512(std::string_view bytes);

/// SHA-1 (FIPS 180-4), for what a standard names by it: version 5 UUIDs. Never for integrity. Thread-safe.
[[nodiscard]] std::array<std::uint8_t, 20> sha1(std::string_view bytes);

/// MD5 (RFC 1321), for what a standard names by it: PDF's /CheckSum. Never for integrity. Thread-safe.
[[nodiscard]] std::array<std::uint8_t, 16> md5(std::string_view bytes);

/// Lower-case hexadecimal digits of `bytes`.
[[nodiscard]] std::string hex(const std::uint8_t* bytes, std::size_t size);
template <std::size_t Size>
[[nodiscard]] std::string hex(const std::array<std::uint8_t, Size>& bytes) {
    return hex(bytes.data(), Size);
}

/// Reads 64 hexadecimal digits of either case; nothing when `text` is not that.
[[nodiscard]] std::optional<Digest> read_digest(std::string_view text);

}  // namespace galley
