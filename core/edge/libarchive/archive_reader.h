#pragma once

#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace galley {

enum class MemberKind : std::uint8_t { file, folder, link, other };

struct ArchiveMember {
    std::string name;  ///< bytes as they stand in the archive
    MemberKind kind = MemberKind::file;
};

/// Reads the members of an archive one after the other: tar as a stream, plain or in gzip, zstd, xz or bzip2; zip from
/// files that can be sought in. Not thread-safe.
class ArchiveReader {
public:
    /// True when `head`, the first bytes of a file (at least 512 where there are as many), is of an archive that can be
    /// read.
    [[nodiscard]] static bool recognises(std::string_view head);

    /// "-" is standard input, which must be a tar. Fails with `archive.unreadable` and `input.*`.
    [[nodiscard]] static Result<std::unique_ptr<ArchiveReader>> open(const std::string& path);

    ArchiveReader() = default;
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;
    virtual ~ArchiveReader() = default;

    /// Moves to the next member; false at the end. Fails with `archive.damaged`; nothing more can be read then.
    [[nodiscard]] virtual Result<bool> next(ArchiveMember& member) = 0;

    /// The bytes of the member, which replace what `bytes` held. Fails with `limit.story-bytes` when there are more
    /// than `limit`, with `archive.damaged-member` when the member cannot be decoded and the next one still can be
    /// tried, and with `archive.encrypted`.
    [[nodiscard]] virtual Result<> read(std::string& bytes, std::uint64_t limit) = 0;

    /// Bytes of the file that were taken in so far.
    [[nodiscard]] virtual std::uint64_t consumed() const = 0;
};

}  // namespace galley
