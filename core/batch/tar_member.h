#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::batch {

/// Appends what stands before the bytes of a file in a POSIX tar (IEEE 1003.1-2017, pax): a ustar header, and an
/// extended one before it where the path or the size need it. Owner, mode and time are the same for every file: a tar's
/// bytes depend on its stories and the clock of the run alone. Written here and not by a library whose next version may
/// write other bytes.
void append_tar_header(std::string_view path, std::uint64_t size, std::int64_t clock, std::string& to);

/// Zeros that fill the last block of a file of `size` bytes.
[[nodiscard]] std::uint64_t tar_padding(std::uint64_t size);

/// Two blocks of zeros.
inline constexpr std::size_t tar_end_size = 1024;

}  // namespace galley::batch
