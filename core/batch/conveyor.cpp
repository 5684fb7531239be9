#include "core/batch/conveyor.h"

namespace galley::batch {

namespace {

constexpr std::int64_t part_size = 8 << 20;  // results of one item that are handed on together

constexpr std::size_t largest_kept = 64 * 1024;  // memory that a slot keeps for the next item

/// Waits until `value` is `wanted`.
void wait_until(const std::atomic<std::uint32_t>& value, std::uint32_t wanted) {
    for (std::uint32_t now = value.load(std::memory_order_acquire); now != wanted;
         now = value.load(std::memory_order_acquire)) {
        value.wait(now, std::memory_order_acquire);
    }
}

}  // namespace

Conveyor::Conveyor(std::uint32_t size, std::int64_t byte_budget) : byte_budget_(byte_budget) {
    for (std::uint32_t slot = 0; slot < size; ++slot) {
        slots_.push_back(std::make_unique<Slot>());
    }
}

void Conveyor::wait_for_room() {
    // With nothing on the way, the one item that is larger than the budget gets in.
    for (std::uint32_t released = released_.load(std::memory_order_acquire);
         bytes_.load(std::memory_order_relaxed) > byte_budget_ && released != static_cast<std::uint32_t>(published_);
         released = released_.load(std::memory_order_acquire)) {
        released_.wait(released, std::memory_order_acquire);
    }
}

Conveyor::Slot& Conveyor::next_free() {
    wait_for_room();
    Slot& slot = at(published_);
    if (slot.turn.load(std::memory_order_acquire) != turn(published_, is_free)) {
        // Slots come free in order. Waking for each one would cost as much as what is done with it, so it waits for
        // several.
        const std::uint64_t later = published_ + size() / 8;
        wait_until(at(later).turn, turn(later, is_free));
    }
    slot.results.clear();
    slot.fatal.reset();
    slot.dropped = false;
    slot.bytes = 0;
    return slot;
}

void Conveyor::publish() {
    Slot& slot = at(published_);
    weigh(slot, static_cast<std::int64_t>(slot.item.bytes.size()));
    set(slot, turn(published_, filled));
    ++published_;
}

void Conveyor::close(std::uint32_t workers) {
    for (std::uint32_t worker = 0; worker < workers; ++worker) {
        Slot& slot = at(published_);
        wait_until(slot.turn, turn(published_, is_free));
        set(slot, turn(published_, closed));
        ++published_;
    }
}

Conveyor::Slot* Conveyor::claim() {
    const std::uint64_t ticket = claimed_.fetch_add(1, std::memory_order_relaxed);
    Slot& slot = at(ticket);
    const std::uint32_t ready = turn(ticket, filled);
    const std::uint32_t over = turn(ticket, closed);
    while (true) {
        const std::uint32_t now = slot.turn.load(std::memory_order_acquire);
        if (now == over) {
            return nullptr;
        }
        if (now == ready) {
            slot.lap = ready - filled;
            return &slot;
        }
        slot.turn.wait(now, std::memory_order_acquire);
    }
}

void Conveyor::weigh(Slot& slot, std::int64_t bytes) {
    slot.bytes += bytes;
    bytes_.fetch_add(bytes, std::memory_order_relaxed);
}

void Conveyor::add(Slot& slot, StoryResult&& result) {
    if (slot.bytes > part_size && !slot.results.empty()) {
        set(slot, slot.lap + partial);
        wait_until(slot.turn, slot.lap + filled);
    }
    weigh(slot, static_cast<std::int64_t>(result.output_bytes()));
    slot.results.push_back(std::move(result));
}

void Conveyor::finish(Slot& slot) { set(slot, slot.lap + finished); }

bool Conveyor::is_ready() const {
    const std::uint32_t now = at(committed_).turn.load(std::memory_order_acquire);
    return now == turn(committed_, finished) || now == turn(committed_, partial) || now == turn(committed_, closed);
}

Conveyor::Slot* Conveyor::next() {
    Slot& slot = at(committed_);
    while (!is_ready()) {
        const std::uint32_t now = slot.turn.load(std::memory_order_acquire);
        if (now == turn(committed_, is_free) || now == turn(committed_, filled)) {
            slot.turn.wait(now, std::memory_order_acquire);
        }
    }
    return slot.turn.load(std::memory_order_acquire) == turn(committed_, closed) ? nullptr : &slot;
}

bool Conveyor::release(Slot& slot) {
    weigh(slot, -slot.bytes);
    slot.results.clear();
    const bool complete = slot.turn.load(std::memory_order_relaxed) == turn(committed_, finished);
    if (complete) {
        if (slot.item.bytes.capacity() > largest_kept) {
            slot.item.bytes = std::string();
        }
        set(slot, turn(committed_ + size(), is_free));
        ++committed_;
    } else {
        set(slot, turn(committed_, filled));
    }
    released_.store(static_cast<std::uint32_t>(committed_), std::memory_order_release);
    released_.notify_all();
    return complete;
}

}  // namespace galley::batch
