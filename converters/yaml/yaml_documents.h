#pragma once

#include "galley/byte_source.h"
#include "galley/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// One document of a YAML stream, as bytes.
struct YamlDocument {
    std::string_view text;
    std::uint32_t first_line = 1;
    std::uint64_t offset = 0;  ///< of its first byte in the source
};

/// Takes a YAML stream apart where YAML itself does, at lines that begin with `---` or `...` (YAML 1.2.2, 9.1.2: no
/// content may have them at the start of a line). So a source of any number of stories is read one at a time, and one
/// that is broken does not spoil those after it.
class YamlDocuments {
public:
    /// `source` must outlive it. A document of more than `most_bytes` bytes is a failure.
    YamlDocuments(ByteSource& source, std::uint64_t most_bytes) : source_(source), most_bytes_(most_bytes) {}

    /// The next document, valid until the next call; nothing at the end. Fails as the source does, or with
    /// `limit.story-bytes`.
    [[nodiscard]] Result<std::optional<YamlDocument>> next();

private:
    [[nodiscard]] Result<bool> read_on();
    [[nodiscard]] Result<bool> has_line(std::size_t at, std::size_t& end);
    [[nodiscard]] YamlDocument take(std::size_t size);

    ByteSource& source_;
    std::uint64_t most_bytes_;
    std::string buffer_;     ///< what was read of the source piece by piece; empty when it came whole
    std::string_view rest_;  ///< what is at hand and not yet passed by; the end of `buffer_` when that is used
    std::size_t given_ = 0;  ///< bytes at the start of `rest_` that are the document given out last
    bool started_ = false;
    bool at_end_ = false;
    std::uint32_t line_ = 1;
    std::uint64_t offset_ = 0;
};

}  // namespace galley
