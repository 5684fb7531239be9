#pragma once

#include "converters/pdf/references/bounded_file.h"
#include "galley/result.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

/// Where a file says that an object is.
struct ObjectPlace {
    enum class Kind : std::uint8_t { unused, in_file, in_stream };

    std::uint32_t number = 0;
    Kind kind = Kind::unused;
    std::uint64_t at = 0;     ///< offset, or the number of the object stream
    std::uint32_t index = 0;  ///< in the object stream; of an object in the file, its generation
};

/// What a file's cross-references say together (ISO 32000-1, 7.5.4 and 7.5.8): tables, streams, and both in turn.
struct CrossReferences {
    std::vector<ObjectPlace> places;     ///< by number, each once, as the newest of them has it
    std::vector<std::uint32_t> streams;  ///< the objects that say it, where streams do; ascending
    std::uint32_t catalog = 0;
    std::uint32_t information = 0;
    bool has_identifier = false;
    bool is_encrypted = false;

    /// Null when there is no such object.
    [[nodiscard]] const ObjectPlace* find(std::uint64_t number) const;
};

/// Reads the cross-references that the end of `file` leads to, at most two million entries. Fails as `file` does, and
/// with `pdf.unreadable`.
[[nodiscard]] Result<CrossReferences> read_cross_references(BoundedFile& file);

}  // namespace galley::pdf
