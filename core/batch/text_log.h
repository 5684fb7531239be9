#pragma once

#include "core/batch/append_file.h"
#include "core/batch/excerpt.h"
#include "galley/result.h"

#include <atomic>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// Of which stories a text is still wanted.
enum class WantedTexts : std::uint8_t { all, doubtful, none };

/// Pieces of stories' texts for those who read the report (texts.jsonl beside the journal; JOURNAL.md). It is no part
/// of the run's sameness and does not grow with the run: half of it takes stories as they come, the rest only doubtful
/// ones. Used by the committer, but for `wanted`.
class TextLog {
public:
    static constexpr std::uint64_t largest = 16 << 20;  // bytes

    /// Goes on behind the last whole line. Fails with `output.*`.
    [[nodiscard]] static Result<TextLog> open(const std::string& path);

    TextLog(TextLog&& other) noexcept : file_(std::move(other.file_)), wanted_(other.wanted()) {}

    /// Thread-safe. Asks for more than is taken in the end, never for less.
    [[nodiscard]] WantedTexts wanted() const { return wanted_.load(std::memory_order_relaxed); }

    /// Takes a line if it is still wanted. Fails with `output.*`.
    [[nodiscard]] Result<> add(std::string_view line, bool doubtful);

    [[nodiscard]] Result<> commit() { return file_.commit(false); }

private:
    explicit TextLog(AppendFile file);
    void judge();

    AppendFile file_;
    std::atomic<WantedTexts> wanted_ = WantedTexts::all;
};

/// The line of a story, with its line end; empty when there is nothing to tell.
[[nodiscard]] std::string text_line(std::uint64_t item, std::uint64_t story, const std::vector<ExcerptPiece>& pieces);

/// Which story a line is of.
struct TextKey {
    std::uint64_t item = 0;
    std::uint64_t story = 0;

    friend auto operator<=>(const TextKey&, const TextKey&) = default;
};

/// The key of a line that `text_line` made; nothing for another.
[[nodiscard]] std::optional<TextKey> text_key(std::string_view line);

}  // namespace galley::batch
