#include "galley/decode.h"

#include <algorithm>

namespace galley {

namespace {

constexpr std::uint64_t runs_a_checkpoint = 64;

// A run is a byte with both sizes, then the count. The byte of ones says that the sizes follow it.
constexpr std::uint32_t largest_in_nibble = 14;
constexpr std::uint8_t sizes_follow = 0xFF;

// LEB128: seven bits a byte, the lowest first.
void put(std::uint64_t value, std::vector<std::uint8_t>& to) {
    for (; value >= 0x80; value >>= 7U) {
        to.push_back(static_cast<std::uint8_t>(value | 0x80U));
    }
    to.push_back(static_cast<std::uint8_t>(value));
}

std::uint64_t take(const std::vector<std::uint8_t>& from, std::size_t& at) {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint8_t byte = from[at++];
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) {
            return value;
        }
    }
}

}  // namespace

void SourceMap::add(std::uint32_t decoded, std::uint32_t source, std::uint64_t count) {
    if (count == 0) {
        return;
    }
    if (last_.count > 0 && (last_.decoded_size != decoded || last_.source_size != source)) {
        pack(last_);
        last_.decoded_begin += last_.count * last_.decoded_size;
        last_.source_begin += last_.count * last_.source_size;
        last_.count = 0;
    }
    last_.decoded_size = decoded;
    last_.source_size = source;
    last_.count += count;
}

void SourceMap::pack(const Run& run) {
    if (packed_runs_++ % runs_a_checkpoint == 0) {
        checkpoints_.push_back({run.decoded_begin, run.source_begin, packed_.size()});
    }
    if (run.decoded_size <= largest_in_nibble && run.source_size <= largest_in_nibble) {
        packed_.push_back(static_cast<std::uint8_t>(run.decoded_size << 4U | run.source_size));
    } else {
        packed_.push_back(sizes_follow);
        put(run.decoded_size, packed_);
        put(run.source_size, packed_);
    }
    put(run.count, packed_);
}

SourceMap::Run SourceMap::unpack(std::size_t& at, std::uint64_t decoded_begin, std::uint64_t source_begin) const {
    Run run{.decoded_begin = decoded_begin, .source_begin = source_begin};
    const std::uint8_t sizes = packed_[at++];
    run.decoded_size = sizes == sizes_follow ? static_cast<std::uint32_t>(take(packed_, at)) : sizes >> 4U;
    run.source_size = sizes == sizes_follow ? static_cast<std::uint32_t>(take(packed_, at)) : sizes & 0x0FU;
    run.count = take(packed_, at);
    return run;
}

// The last run that begins before `decoded` (or at it, for the begin of a range).
SourceMap::Run SourceMap::find_run(std::uint64_t decoded, bool up) const {
    const auto begins_before = [&](const auto& place) {
        return up ? place.decoded_begin < decoded : place.decoded_begin <= decoded;
    };
    if (begins_before(last_)) {
        return last_;
    }
    const auto after = std::ranges::partition_point(checkpoints_, begins_before);
    if (after == checkpoints_.begin()) {
        return {};
    }
    const Checkpoint& checkpoint = *std::prev(after);
    const std::size_t end = after == checkpoints_.end() ? packed_.size() : after->packed;
    std::size_t at = checkpoint.packed;
    Run run = unpack(at, checkpoint.decoded_begin, checkpoint.source_begin);
    while (at < end) {
        const Run next = unpack(at, run.decoded_begin + run.count * run.decoded_size,
                                run.source_begin + run.count * run.source_size);
        if (!begins_before(next)) {
            break;
        }
        run = next;
    }
    return run;
}

// Source bytes that became nothing (a shift sequence) lie between two characters and belong to neither: a range begins
// after them and ends before them.
Span SourceMap::to_source(std::uint64_t begin, std::uint64_t end) const {
    if (last_.count == 0) {
        return {base_ + begin, base_ + end};
    }
    const std::uint64_t first = locate(begin, false);
    return {base_ + first, base_ + std::max(first, locate(end, true))};
}

std::uint64_t SourceMap::locate(std::uint64_t decoded, bool up) const {
    const Run run = find_run(decoded, up);
    const std::uint64_t run_end = run.source_begin + run.count * run.source_size;
    if (run.decoded_size == 0) {
        return up ? run.source_begin : run_end;
    }
    const std::uint64_t inside = decoded - run.decoded_begin;
    const std::uint64_t characters = (inside + (up ? run.decoded_size - 1 : 0)) / run.decoded_size;
    if (characters > run.count) {
        return run_end + (inside - run.count * run.decoded_size);
    }
    return run.source_begin + characters * run.source_size;
}

}  // namespace galley
