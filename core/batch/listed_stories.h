#pragma once

#include "core/batch/record.h"
#include "core/batch/text_log.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// A story that a report lists.
struct ListedStory {
    std::uint8_t ease = 0;    ///< the less, the more it wants looking at
    std::uint64_t order = 0;  ///< among all stories of all runs
    std::size_t run = 0;
    TextKey key{};
    std::string line{};  ///< of the journal
};

/// The stories of some runs that want looking at most: those that failed, then those whose values are least sure, then
/// the first. However many there are, no more than a bound are kept.
class ListedStories {
public:
    static constexpr std::size_t most = 10'000;

    void add(std::size_t run, const Record& record, std::string_view line);

    /// How many were added.
    [[nodiscard]] std::uint64_t seen() const { return seen_; }

    /// In the order in which they were added.
    [[nodiscard]] std::vector<const ListedStory*> in_order() const;
    /// Those that want looking at most first.
    [[nodiscard]] std::vector<const ListedStory*> by_ease() const;

private:
    void drop_surplus();

    std::uint64_t seen_ = 0;
    std::uint8_t hardest_dropped_ = 0xff;  ///< nothing of this ease or more gets in any more
    std::vector<ListedStory> stories_;     ///< up to twice as many as are wanted
};

}  // namespace galley::batch
