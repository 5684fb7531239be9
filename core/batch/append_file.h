#pragma once

#include "core/host/descriptor.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::batch {

/// A file that only grows, in large pieces; a journal or an archive. Not thread-safe.
class AppendFile {
public:
    /// Opens or makes `path` and cuts it to `size` bytes, behind which it goes on. Fails with `output.*`.
    [[nodiscard]] static Result<AppendFile> open(const std::string& path, std::uint64_t size);

    /// Appends to a buffer, which is written when it is large, or at once with `bytes` when they are. Fails with
    /// `output.*`.
    [[nodiscard]] Result<> add(std::string_view bytes);

    /// Writes what is buffered and, if asked, waits until it is on the disk.
    [[nodiscard]] Result<> commit(bool durable);

    /// Bytes of the file, what is buffered included.
    [[nodiscard]] std::uint64_t size() const { return size_; }

    /// For what forms its bytes in place: appended like `add`, without a copy. Call `added` afterwards.
    [[nodiscard]] std::string& buffer() { return buffer_; }
    [[nodiscard]] Result<> added(std::size_t size_before);

private:
    AppendFile(std::string path, Descriptor file, std::uint64_t size)
        : path_(std::move(path)),
          file_(std::move(file)),
          size_(size) {}
    /// Writes what is buffered and `bytes` behind it.
    Result<> flush_with(std::string_view bytes);

    std::string path_;
    Descriptor file_;
    std::string buffer_;
    std::uint64_t size_;
};

/// Renames `from` to `to`. Fails with `output.*`.
[[nodiscard]] Result<> rename_into_place(const std::string& from, const std::string& to);

/// Makes `path` with `bytes`, on the disk before it returns if asked. Fails with `output.*`.
[[nodiscard]] Result<> replace_file(const std::string& path, std::string_view bytes, bool durable);

/// Writes all of `bytes`; 0 or the error.
[[nodiscard]] int write_fully(int descriptor, std::string_view bytes);

}  // namespace galley::batch
