#include "core/batch/committer.h"

#include "core/batch/json_writer.h"
#include "core/batch/run_header.h"
#include "galley/try.h"

namespace galley::batch {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t largest_group = 1024;       // records
constexpr std::uint64_t heaviest_group = 16 << 20;  // bytes
constexpr auto oldest_group = std::chrono::seconds(1);

void count(const StoryResult& result, BatchSummary& summary) {
    ++summary.records;
    switch (result.outcome) {
        case Outcome::done: ++summary.done; break;
        case Outcome::invalid: ++summary.invalid; [[fallthrough]];
        case Outcome::failed: ++summary.failed; break;
        case Outcome::skipped: ++summary.skipped; break;
    }
    summary.warned += result.outcome == Outcome::done && result.warned ? 1 : 0;
    summary.output_bytes += result.output_bytes();
}

}  // namespace

Committer::Committer(std::unique_ptr<Store> store, AppendFile journal, AppendFile timings, TextLog texts,
                     BatchSummary summary, std::uint32_t records_per_frame, bool durable)
    : store_(std::move(store)),
      journal_(std::move(journal)),
      timings_(std::move(timings)),
      texts_(std::move(texts)),
      taken_(summary),
      committed_(summary),
      records_per_frame_(records_per_frame),
      durable_(durable),
      begun_(Clock::now()) {}

Result<> Committer::take(StoryResult&& result) {
    if (lines_.empty()) {
        group_begun_ = Clock::now();
    }
    count(result, taken_);
    group_bytes_ += result.output_bytes();
    microseconds_.push_back(result.microseconds);
    GALLEY_CHECK(texts_.add(result.text, result.doubtful));
    GALLEY_CHECK(store_->put(std::move(result), lines_));
    const bool full = microseconds_.size() >= largest_group || group_bytes_ >= heaviest_group;
    return full || is_due() ? commit() : Result<>();
}

bool Committer::is_due() const {
    return !lines_.empty() && at_frame_end() && Clock::now() - group_begun_ >= oldest_group;
}

Result<> Committer::commit() { return lines_.empty() || !at_frame_end() ? Result<>() : commit_all(); }

Result<> Committer::commit_all() {
    GALLEY_CHECK(store_->commit(journal_.size(), durable_));
    GALLEY_CHECK(texts_.commit());
    GALLEY_CHECK(journal_.add(lines_));
    GALLEY_CHECK(journal_.commit(durable_));
    GALLEY_CHECK(write_timings());
    lines_.clear();
    group_bytes_ = 0;
    microseconds_.clear();
    committed_ = taken_;
    return {};
}

/// How long things took stands beside the journal, because it is never the same twice.
Result<> Committer::write_timings() {
    std::string line;
    JsonWriter json(line);
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun_);
    json.begin_object()
        .number("first", committed_.records + 1)
        .number("milliseconds", static_cast<std::uint64_t>(elapsed.count()))
        .name("microseconds")
        .begin_array();
    for (const std::uint32_t one : microseconds_) {
        json.number(one);
    }
    json.end_array().end_object();
    line += '\n';
    GALLEY_CHECK(timings_.add(line));
    return timings_.commit(false);
}

Result<> Committer::finish() {
    if (!lines_.empty()) {
        GALLEY_CHECK(commit_all());
    }
    if (!store_->journal_belongs_inside()) {
        GALLEY_CHECK(store_->finish(durable_));
        GALLEY_CHECK(journal_.add(end_line(committed_)));
        return journal_.commit(durable_);
    }
    GALLEY_CHECK(journal_.add(end_line(committed_)));
    GALLEY_CHECK(journal_.commit(durable_));
    return store_->finish(durable_);
}

}  // namespace galley::batch
