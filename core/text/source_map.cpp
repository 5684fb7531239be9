#include "galley/decode.h"

#include <algorithm>

namespace galley {

void SourceMap::add(std::uint32_t decoded, std::uint32_t source, std::uint64_t count) {
    if (count == 0) { return; }
    const bool continues_last = !steps_.empty() && steps_.back().decoded_size == decoded && steps_.back().source_size == source;
    if (!continues_last) { steps_.push_back({decoded_end_, source_end_, decoded, source}); }
    decoded_end_ += count * decoded;
    source_end_ += count * source;
}

// Source bytes that became nothing (a shift sequence) lie between two characters and belong to neither: a range begins after
// them and ends before them.
Span SourceMap::to_source(std::uint64_t begin, std::uint64_t end) const {
    if (steps_.empty()) { return {base_ + begin, base_ + end}; }
    const std::uint64_t first = locate(begin, false);
    return {base_ + first, base_ + std::max(first, locate(end, true))};
}

std::uint64_t SourceMap::locate(std::uint64_t decoded, bool up) const {
    if (decoded > decoded_end_) { return source_end_ + (decoded - decoded_end_); }
    const auto starts_later = [&](const Step& step) { return up ? step.decoded_begin >= decoded : step.decoded_begin > decoded; };
    const auto after = std::ranges::partition_point(steps_, [&](const Step& step) { return !starts_later(step); });
    if (after == steps_.begin()) { return 0; }
    const Step& step = *std::prev(after);
    const std::uint64_t step_end = after == steps_.end() ? source_end_ : after->source_begin;
    if (step.decoded_size == 0) { return up ? step.source_begin : step_end; }
    const std::uint64_t inside = decoded - step.decoded_begin;
    const std::uint64_t characters = (inside + (up ? step.decoded_size - 1 : 0)) / step.decoded_size;
    return std::min(step.source_begin + characters * step.source_size, step_end);
}

}  // namespace galley
