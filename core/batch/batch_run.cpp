#include "core/batch/committer.h"
#include "core/batch/conveyor.h"
#include "core/batch/crash_marks.h"
#include "core/batch/journal_reader.h"
#include "core/batch/resume.h"
#include "core/batch/run_header.h"
#include "core/batch/selection.h"
#include "core/batch/story_converter.h"
#include "galley/try.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

namespace galley::batch {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t ring_size = 1024;
constexpr std::int64_t bytes_on_the_way = 48 << 20;

constexpr auto shortest_pause = std::chrono::milliseconds(1);     // of the committer
constexpr auto longest_pause = std::chrono::milliseconds(8);
constexpr std::uint64_t few = 32;                                 // items, after which it may sleep longer

Result<> check_targets(const BatchSettings& settings) {
    std::set<std::string_view> names;
    for (const Target& target : settings.targets) {
        names.insert(target.format->name);
    }
    if (settings.targets.empty() || names.size() != settings.targets.size()) {
        return fail({.cause = Cause::usage,
                     .code = "batch.bad-targets",
                     .message = settings.targets.empty() ? "no format to write was named" : "a format to write was named twice",
                     .hints = {"name each format once"}});
    }
    return {};
}

Diagnostic crashed(const std::string& name, bool skipped) {
    return {.severity = Severity::warning,
            .code = "batch.crashed-before",
            .message = "'" + name + "' ended the process in an earlier part of the run; it is " + (skipped ? "passed over" : "tried again"),
            .where = {.source = name},
            .hints = {"please report it with the story"}};
}

/// What one worker is at, for those who watch.
struct AtWork {
    mutable std::mutex mutex;
    std::string name;
    Clock::time_point since;
};

class Run final : public BatchRun {
public:
    Run(BatchSettings settings, const Registry& registry, const Host& host, StateFolder state)
        : settings_(std::move(settings)), host_(host), state_(std::move(state)),
          plan_{settings_, registry, host, OutputNames(settings_.targets, settings_.destination.layout), settings_.second_targets},
          jobs_(settings_.jobs > 0 ? settings_.jobs : std::max(1u, std::thread::hardware_concurrency())), at_work_(jobs_),
          conveyor_(ring_size, bytes_on_the_way) {}

    Result<> prepare() {
        const RunHeader header = header_of(settings_, host_);
        GALLEY_TRY(EarlierPart earlier, read_earlier_part(state_, header));
        GALLEY_TRY(AppendFile journal, AppendFile::open(state_.journal(), earlier.extent.size));
        if (earlier.extent.size == 0) {
            GALLEY_CHECK(journal.add(line_of(header)));
            GALLEY_CHECK(journal.commit(settings_.durable));
            earlier.extent.size = journal.size();
        }
        GALLEY_TRY(auto store, open_store(header, earlier.extent));
        std::error_code unknown;
        const auto timings_size = std::filesystem::file_size(state_.file("timings.jsonl"), unknown);
        GALLEY_TRY(AppendFile timings, AppendFile::open(state_.file("timings.jsonl"), unknown ? 0 : timings_size));
        GALLEY_TRY(marks_, CrashMarks::open(state_, jobs_));
        for (const auto& [name, times] : marks_->crashes()) {
            notes_.push_back(crashed(name, times >= CrashMarks::too_often));
        }
        GALLEY_TRY(TextLog texts, TextLog::open(state_.file("texts.jsonl")));
        texts_.emplace(std::move(texts));
        plan_.texts = &*texts_;
        committer_.emplace(std::move(store), std::move(journal), std::move(timings), *texts_, earlier.summary, header.records_per_frame,
                           settings_.durable);
        done_ = std::move(earlier.done);
        failed_before_ = earlier.summary.failed;
        publish_progress({});
        return {};
    }

    [[nodiscard]] const Diagnostics& notes() const override { return notes_; }

    [[nodiscard]] Result<BatchSummary> run(std::stop_token stop) override {
        GALLEY_TRY(auto selection, Selection::create(settings_.source, settings_.limits, host_, std::move(done_)));
        {
            const std::scoped_lock lock(mutex_);
            selection_ = std::move(selection);
        }
        if (settings_.mark_crashes) {
            CrashMarks::install_handlers();
        }
        stop_ = std::move(stop);
        Result<> committed;
        {
            std::vector<std::jthread> threads;
            threads.emplace_back([this] { find(); });
            for (std::uint32_t worker = 0; worker < jobs_; ++worker) {
                threads.emplace_back([this, worker] { work(worker); });
            }
            committed = commit();
        }
        GALLEY_CHECK(committed);
        if (found_all_ && !halted_) {
            GALLEY_CHECK(committer_->finish());
        }
        BatchSummary summary = committer_->summary();
        summary.complete = found_all_ && !halted_;
        return summary;
    }

    [[nodiscard]] BatchProgress progress() const override {
        const std::scoped_lock lock(mutex_);
        BatchProgress progress = progress_;
        if (selection_) {
            progress.items = selection_->passed();
            progress.fraction = selection_->fraction();
        }
        return progress;
    }

    [[nodiscard]] std::optional<Oldest> oldest() const override {
        std::optional<Oldest> oldest;
        for (const AtWork& one : at_work_) {
            const std::scoped_lock lock(one.mutex);
            const auto age = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - one.since);
            if (!one.name.empty() && (!oldest || age > oldest->age)) {
                oldest = Oldest{one.name, age};
            }
        }
        return oldest;
    }

    [[nodiscard]] Result<> give_up(const std::string& name) override { return marks_->give_up(name); }

private:
    Result<std::unique_ptr<Store>> open_store(const RunHeader& header, const JournalExtent& extent) const {
        const bool is_tar = header.form == BatchForm::tar || header.form == BatchForm::tar_zstd;
        return is_tar ? open_tar_store(settings_.destination, header, extent) : open_folder_store(settings_.destination, state_, extent);
    }

    [[nodiscard]] bool stopping() const { return halted_.load(std::memory_order_relaxed) || stop_.stop_requested(); }

    /// The finder's thread.
    void find() {
        while (!stopping()) {
            Conveyor::Slot& slot = conveyor_.next_free();
            auto more = selection_->next(slot.item);
            if (more && !*more) {
                found_all_ = true;
                break;
            }
            if (!more) {
                slot.fatal = std::move(more).error();
            }
            const bool going = !slot.fatal;
            conveyor_.publish();
            if (!going) {
                break;
            }
        }
        conveyor_.close(jobs_);
    }

    /// A worker's thread.
    void work(std::uint32_t worker) {
        marks_->enter(worker, settings_.mark_crashes);
        StoryConverter converter(plan_);
        while (Conveyor::Slot* slot = conveyor_.claim()) {
            if (stopping()) {
                slot->dropped = true;
            } else if (!slot->fatal) {
                convert(worker, converter, *slot);
            }
            conveyor_.finish(*slot);
        }
        marks_->leave();
    }

    void convert(std::uint32_t worker, StoryConverter& converter, Conveyor::Slot& slot) {
        const auto crashes = marks_->crashes().find(slot.item.name);
        if (crashes != marks_->crashes().end() && crashes->second >= CrashMarks::too_often) {
            slot.item.refusal = Diagnostic{.code = "batch.crashes",
                                           .message = "'" + slot.item.name + "' ended the process and was not tried again",
                                           .where = {.source = slot.item.name},
                                           .hints = {"please report it with the story"}};
        }
        note_work(worker, slot.item.name);
        marks_->begin(worker, slot.item.name);
        const auto converted = converter.convert(slot.item, [&](StoryResult&& result) { return hand_on(slot, std::move(result)); });
        marks_->end(worker);
        note_work(worker, {});
        slot.dropped = !converted;
    }

    /// A failure ends the item: the run is to stop, and what is left of the item is for its next part.
    Result<> hand_on(Conveyor::Slot& slot, StoryResult&& result) {
        const bool unreadable = result.outcome == Outcome::failed && !result.diagnostics.empty() &&
                                result.diagnostics.back().code.starts_with("input.");
        if (auto there = unreadable ? selection_->check_source() : Result<>(); !there) {
            slot.fatal = std::move(there).error();
            return fail(Context::stopped());
        }
        result.write_record();
        const bool last = result.last;
        conveyor_.add(slot, std::move(result));
        return !last && stopping() ? fail(Context::stopped()) : Result<>();
    }

    void note_work(std::uint32_t worker, const std::string& name) {
        AtWork& own = at_work_[worker];
        const std::scoped_lock lock(own.mutex);
        own.name = name;
        own.since = Clock::now();
    }

    /// The caller's thread. What cannot be committed any more is still taken off the conveyor, so that all threads get home.
    Result<> commit() {
        Result<> outcome;
        while (true) {
            if (!halted_ && !wait_briefly()) {
                if (auto done = halt_on(committer_->commit()); !done && outcome) {
                    outcome = std::move(done);
                }
            }
            Conveyor::Slot* slot = conveyor_.next();
            if (slot == nullptr) {
                break;
            }
            if (!halted_) {
                auto taken = take(*slot);
                if (!taken && outcome) {
                    outcome = std::move(taken);
                }
            }
            conveyor_.release(*slot);
        }
        if (!store_failed_) {
            if (auto rest = committer_->commit(); outcome) {
                outcome = std::move(rest);
            }
        }
        publish_progress({});
        return outcome;
    }

    /// False when the next item takes so long that what is taken already is due. The fewer items come, the longer it sleeps: to be
    /// woken for every one would cost the workers more than what is done here.
    bool wait_briefly() {
        if (conveyor_.is_ready()) {
            ++at_a_stretch_;
            return true;
        }
        pause_ = at_a_stretch_ < few ? std::min(2 * pause_, longest_pause) : shortest_pause;
        at_a_stretch_ = 0;
        while (!conveyor_.is_ready()) {
            if (committer_->is_due()) {
                return false;
            }
            if (committer_->taken().records == committer_->summary().records) {
                return true;
            }
            std::this_thread::sleep_for(pause_);
        }
        return true;
    }

    Result<> take(Conveyor::Slot& slot) {
        if (slot.fatal) {
            halted_ = true;
            return std::unexpected(*slot.fatal);
        }
        const std::uint64_t before = committer_->summary().records;
        for (StoryResult& result : slot.results) {
            GALLEY_CHECK(halt_on(committer_->take(std::move(result))));
            if (settings_.max_failures > 0 && committer_->taken().failed - failed_before_ >= settings_.max_failures) {
                halted_ = true;
                break;
            }
        }
        halted_ = halted_ || slot.dropped;
        if (committer_->summary().records != before) {
            publish_progress(slot.item.name);
        }
        return {};
    }

    Result<> halt_on(Result<>&& result) {
        if (!result) {
            store_failed_ = true;
            halted_ = true;
        }
        return std::move(result);
    }

    void publish_progress(const std::string& name) {
        const BatchSummary& summary = committer_->summary();
        const std::scoped_lock lock(mutex_);
        progress_.records = summary.records;
        progress_.failed = summary.failed;
        progress_.resumed = summary.resumed;
        progress_.output_bytes = summary.output_bytes;
        progress_.name = name;
    }

    BatchSettings settings_;
    const Host& host_;
    StateFolder state_;
    ConversionPlan plan_;
    std::uint32_t jobs_;
    std::vector<AtWork> at_work_;
    Conveyor conveyor_;
    std::unique_ptr<CrashMarks> marks_;
    Diagnostics notes_;
    DoneItems done_;
    std::optional<TextLog> texts_;
    std::optional<Committer> committer_;
    std::unique_ptr<Selection> selection_;
    std::uint64_t failed_before_ = 0;
    std::chrono::milliseconds pause_ = shortest_pause;      ///< the committer's
    std::uint64_t at_a_stretch_ = 0;        ///< items that it took since it slept
    std::stop_token stop_;
    std::atomic<bool> halted_ = false;      ///< by the committer: what follows is for the next part of the run
    bool store_failed_ = false;             ///< the committer's
    bool found_all_ = false;                ///< the finder's, until it went home
    mutable std::mutex mutex_;              ///< for progress_ and the existence of selection_
    BatchProgress progress_;
};

}  // namespace

}  // namespace galley::batch

namespace galley {

Result<std::unique_ptr<BatchRun>> BatchRun::open(BatchSettings settings, const Registry& registry, const Host& host) {
    GALLEY_CHECK(batch::check_targets(settings));
    GALLEY_CHECK(batch::check_apart(settings.source, settings.destination));
    GALLEY_CHECK(batch::check_destination(settings.destination, settings.resume));
    GALLEY_TRY(auto state, batch::StateFolder::lock(settings.destination));
    auto run = std::make_unique<batch::Run>(std::move(settings), registry, host, std::move(state));
    GALLEY_CHECK(run->prepare());
    return run;
}

Result<std::optional<std::chrono::sys_seconds>> batch_clock(const BatchDestination& destination) {
    GALLEY_TRY(const auto journal, batch::JournalReader::open(batch::StateFolder::path_for(destination) + "/journal.jsonl"));
    return journal ? std::optional(std::chrono::sys_seconds(std::chrono::seconds(journal->header().clock))) : std::nullopt;
}

}  // namespace galley
