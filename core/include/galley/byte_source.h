#pragma once

#include "galley/export.h"
#include "galley/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// Bytes to read stories from: a file, standard input, a member of an archive, memory.
///
/// Not thread-safe; owned by whoever opened it. Nothing but `peek` looks ahead, and nothing seeks.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Name for messages and for `Source::name`; "-" for standard input.
    [[nodiscard]] virtual const std::string& name() const = 0;

    /// Up to `size` bytes from the current position on, without moving it; fewer only at the end. The view is valid
    /// until the next call. Fails with `input.read-failed`.
    [[nodiscard]] virtual Result<std::string_view> peek(std::size_t size) = 0;

    /// Moves on by at most `buffer.size()` bytes, which it fills; 0 at the end. Fails with `input.read-failed`.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> buffer) = 0;

    /// All that is left in one piece, where that costs no copy (memory, a mapped file); moves to the end. The view is
    /// valid as long as the source. Nothing when the source has to be read piece by piece.
    [[nodiscard]] virtual std::optional<std::string_view> take_whole() { return std::nullopt; }
};

/// A source over bytes that the caller keeps alive and unchanged.
[[nodiscard]] std::unique_ptr<ByteSource> memory_source(std::string name, std::string_view bytes);

/// A source over bytes of its own.
[[nodiscard]] std::unique_ptr<ByteSource> owned_source(std::string name, std::string bytes);

/// All that is left of `source`: a view of the source itself where it can give one, else of `buffer`, which is filled.
/// Fails with `limit.story-bytes` when there are more than `limit` bytes; then at most `limit` + 1 were read.
[[nodiscard]] Result<std::string_view> read_whole(ByteSource& source, std::string& buffer, std::uint64_t limit);

}  // namespace galley
