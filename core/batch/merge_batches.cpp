#include "core/batch/journal_reader.h"
#include "core/batch/open_run.h"
#include "core/batch/run_checks.h"
#include "core/batch/stored_outputs.h"
#include "core/batch/text_index.h"
#include "galley/batch.h"
#include "galley/digest.h"
#include "galley/try.h"

#include <algorithm>
#include <set>

namespace galley {

namespace {

using namespace batch;

/// One shard, with the record that comes next.
struct Shard {
    std::string path;
    std::unique_ptr<JournalReader> journal;
    std::unique_ptr<StoredOutputs> outputs;
    TextIndex texts;
    std::optional<Record> next;

    Result<> advance() {
        GALLEY_TRY(next, journal->next());
        if (!next && !journal->complete()) {
            return fail({.cause = Cause::usage,
                         .code = "merge.incomplete",
                         .message = "the run of '" + path + "' is not complete",
                         .where = {.source = path},
                         .hints = {"finish it with --resume, then merge again"}});
        }
        return {};
    }
};

Result<Shard> open_shard(const std::string& path) {
    GALLEY_TRY(const BatchDestination destination, find_batch(path));
    Shard shard{.path = path, .journal = {}, .outputs = {}, .texts = {}, .next = {}};
    const std::string state = StateFolder::path_for(destination);
    GALLEY_TRY(shard.journal, JournalReader::open(state + "/journal.jsonl"));
    shard.texts = TextIndex::open(state + "/texts.jsonl");
    GALLEY_TRY(shard.outputs, StoredOutputs::open(destination, shard.journal->header()));
    GALLEY_CHECK(shard.advance());
    return shard;
}

/// Fails unless the shards are all shares of one run, each once.
Result<> check_shards(const std::vector<Shard>& shards) {
    const auto refuse = [](const std::string& path, const std::string& what) {
        return fail(
            {.cause = Cause::usage,
             .code = "merge.not-one-run",
             .message = what,
             .where = {.source = path},
             .hints = {"name every shard of one run once: 1/N to N/N, made with the same options and --timestamp"}});
    };
    if (shards.empty()) {
        return refuse("", "no shard was named");
    }
    std::set<std::uint32_t> seen;
    RunHeader first = shards.front().journal->header();
    for (const Shard& shard : shards) {
        const RunHeader& header = shard.journal->header();
        first.shard = header.shard;
        if (!is_same_run(header, first)) {
            return refuse(shard.path,
                          "'" + shard.path + "' and '" + shards.front().path + "' do not belong to one run");
        }
        if (!seen.insert(header.shard).second) {
            return refuse(shard.path, "shard " + std::to_string(header.shard) + " was named twice");
        }
    }
    if (seen.size() != first.shards) {
        return refuse(shards.front().path,
                      std::to_string(seen.size()) + " shards of " + std::to_string(first.shards) + " were named");
    }
    return {};
}

/// The next record of all with its outputs, read and checked.
Result<StoryResult> take_from(Shard& shard) {
    const Record& record = *shard.next;
    StoryResult result;
    result.item = record.item;
    result.name = record.name;
    result.story = record.story;
    result.last = record.last;
    result.outcome = record.outcome;
    result.record = RecordLine::from(shard.journal->line());
    result.text = shard.texts.find({record.item, record.story});
    result.warned = record.warned;
    result.doubtful = is_doubtful(record.outcome, record.least_confidence);
    for (std::size_t output = 0; output < record.outputs.size(); ++output) {
        GALLEY_TRY(const std::string_view bytes, shard.outputs->read(record, output));
        Output taken;
        taken.path = record.outputs[output].path;
        taken.bytes = bytes;
        result.outputs.push_back(std::move(taken));
    }
    return result;
}

}  // namespace

Result<BatchSummary> merge_batches(const std::vector<std::string>& shards, const std::string& path,
                                   std::stop_token stop) {
    std::vector<Shard> opened_shards;
    for (const std::string& one : shards) {
        GALLEY_TRY(Shard shard, open_shard(one));
        opened_shards.push_back(std::move(shard));
    }
    GALLEY_CHECK(check_shards(opened_shards));
    RunHeader header = opened_shards.front().journal->header();
    header.shard = 1;
    header.shards = 1;
    const BatchDestination destination{.form = header.form,
                                       .path = path,
                                       .layout = header.layout,
                                       .records_per_frame = header.records_per_frame,
                                       .bag_info = header.bag_info};
    GALLEY_CHECK(check_destination(destination, true));
    GALLEY_TRY(const StateFolder state, StateFolder::lock(destination));
    GALLEY_TRY(const OpenRun opened, open_run(destination, header, state, true));
    Committer& committer = *opened.committer;
    std::uint64_t to_pass_over = committer.summary().records;
    while (!stop.stop_requested()) {
        // Shards pass by the same items and number them alike, so the lowest number is next in the source.
        const auto shard = std::ranges::min_element(
            opened_shards, {}, [](const Shard& one) { return one.next ? one.next->item : ~std::uint64_t{0}; });
        if (!shard->next) {
            GALLEY_CHECK(committer.finish());
            BatchSummary summary = committer.summary();
            summary.complete = true;
            return summary;
        }
        if (to_pass_over > 0) {
            --to_pass_over;
        } else {
            GALLEY_TRY(StoryResult result, take_from(*shard));
            GALLEY_CHECK(committer.take(std::move(result)));
        }
        GALLEY_CHECK(shard->advance());
    }
    GALLEY_CHECK(committer.commit());
    return committer.summary();
}

}  // namespace galley
