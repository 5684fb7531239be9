#pragma once

#include "core/batch/item.h"
#include "core/batch/story_result.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace galley::batch {

/// The way of items from one thread that finds them over several that convert them to one that commits their results in
/// the order in which they were found. A ring of slots without locks: a slot is used by one thread at a time, and a
/// counter with lap and phase says by whom; threads sleep on it only when there is nothing to do.
///
/// An item whose results grow large hands them on in parts, each of which waits until the committer has come to the
/// item. So memory is bounded by the ring and by the bytes that the finder lets in.
class Conveyor {
public:
    /// `size` is a power of two, larger than the number of workers; `byte_budget` bounds what is on the way, roughly.
    Conveyor(std::uint32_t size, std::int64_t byte_budget);

    struct Slot {
        Item item;
        std::vector<StoryResult> results;
        std::optional<Diagnostic> fatal;  ///< the run must stop before this item
        bool dropped = false;             ///< not worked on, because the run is to stop

    private:
        friend class Conveyor;
        std::atomic<std::uint32_t> turn = 0;
        std::uint32_t lap = 0;
        std::int64_t bytes = 0;
    };

    // The finder.

    /// A slot to put the next item into; waits until one is free.
    [[nodiscard]] Slot& next_free();
    /// Hands the slot of the last `next_free` on.
    void publish();
    /// No more items: `workers` workers go home, then the committer.
    void close(std::uint32_t workers);

    // The workers.

    /// The next item to work on; null when there are no more.
    [[nodiscard]] Slot* claim();
    /// Adds a result; may wait until the committer took what is there already.
    void add(Slot& slot, StoryResult&& result);
    void finish(Slot& slot);

    // The committer.

    /// True when `next` would not wait.
    [[nodiscard]] bool is_ready() const;
    /// The next slot in order, or a further part of the same; null when there are no more.
    [[nodiscard]] Slot* next();
    /// Gives back what `next` gave. True when the item is complete.
    bool release(Slot& slot);

private:
    enum Phase : std::uint32_t { is_free, filled, partial, finished, closed };
    static constexpr std::uint32_t phases = 8;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(slots_.size()); }
    [[nodiscard]] Slot& at(std::uint64_t ticket) { return *slots_[ticket & (size() - 1)]; }
    [[nodiscard]] const Slot& at(std::uint64_t ticket) const { return *slots_[ticket & (size() - 1)]; }
    [[nodiscard]] std::uint32_t turn(std::uint64_t ticket, Phase phase) const {
        return static_cast<std::uint32_t>(ticket / size()) * phases + phase;
    }
    static void set(Slot& slot, std::uint32_t turn) {
        slot.turn.store(turn, std::memory_order_release);
        slot.turn.notify_all();
    }
    void wait_for_room();
    void weigh(Slot& slot, std::int64_t bytes);

    std::vector<std::unique_ptr<Slot>> slots_;
    std::int64_t byte_budget_;
    std::uint64_t published_ = 0;  // the finder's
    std::uint64_t committed_ = 0;  // the committer's
    alignas(64) std::atomic<std::uint64_t> claimed_ = 0;
    alignas(64) std::atomic<std::int64_t> bytes_ = 0;  // on the way
    std::atomic<std::uint32_t> released_ = 0;          // slots, for the finder to wait on
};

}  // namespace galley::batch
