#include "core/batch/story_result.h"

#include "core/batch/journaled_values.h"

#include <algorithm>
#include <iterator>

namespace galley::batch {

namespace {

constexpr std::uint8_t doubtful_below = 80;  // percent

constexpr std::string_view outcome_names[] = {"done", "failed", "invalid", "skipped"};

}  // namespace

std::string_view name_of(Outcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }

std::optional<Outcome> outcome_called(std::string_view name) {
    for (std::size_t at = 0; at < std::size(outcome_names); ++at) {
        if (outcome_names[at] == name) {
            return static_cast<Outcome>(at);
        }
    }
    return std::nullopt;
}

bool is_doubtful(Outcome outcome, std::uint8_t least_confidence) {
    return outcome == Outcome::failed || outcome == Outcome::invalid || least_confidence < doubtful_below;
}

std::uint64_t StoryResult::output_bytes() const {
    std::uint64_t bytes = 0;
    for (const Output& output : outputs) {
        bytes += output.bytes.size();
    }
    return bytes;
}

bool StoryResult::is_doubtful() const { return batch::is_doubtful(outcome, least_confidence(found)); }

void StoryResult::write_record() {
    warned = std::ranges::any_of(diagnostics, [](const Diagnostic& one) { return one.severity == Severity::warning; });
    doubtful = is_doubtful();
    record = RecordLine::of(*this);
    source = {};
    diagnostics = {};
    found = {};
}

}  // namespace galley::batch
