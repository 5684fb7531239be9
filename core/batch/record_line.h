#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley::batch {

struct StoryResult;

/// Where a result went in a tar: from its first header to behind the padding of its last member.
struct TarRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// A story's line of the journal (JOURNAL.md) but for its place in a tar, which only the store knows. Workers write the
/// line, because there are many of them and one committer.
class RecordLine {
public:
    RecordLine() = default;

    /// The line of `result`.
    [[nodiscard]] static RecordLine of(const StoryResult& result);

    /// A line that another journal has of a story, without the line end. REQUIRES: it was read as a record.
    [[nodiscard]] static RecordLine from(std::string_view line);

    /// Appends the line with its line end.
    void append(const std::optional<TarRange>& range, std::string& to) const;

private:
    std::string text_;
    std::size_t range_at_ = 0;  ///< where the place in a tar goes
};

}  // namespace galley::batch
