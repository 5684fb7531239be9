#include "core/batch/committer.h"
#include "core/batch/conveyor.h"
#include "core/batch/crash_marks.h"
#include "core/batch/journal_reader.h"
#include "core/batch/open_run.h"
#include "core/batch/run_checks.h"
#include "core/batch/run_header.h"
#include "core/batch/run_notes.h"
#include "core/batch/selection.h"
#include "core/batch/story_converter.h"
#include "core/batch/work_board.h"
#include "galley/try.h"

#include <algorithm>
#include <mutex>
#include <thread>

namespace galley::batch {

namespace {

constexpr std::uint32_t ring_size = 1024;
constexpr std::int64_t bytes_on_the_way = 48 << 20;

constexpr auto shortest_pause = std::chrono::milliseconds(1);  // of the committer
constexpr auto longest_pause = std::chrono::milliseconds(8);
constexpr std::uint64_t few = 32;  // items, after which it may sleep longer

class Run final : public BatchRun {
public:
    Run(BatchSettings settings, const Registry& registry, const Host& host, StateFolder state)
        : settings_(std::move(settings)),
          host_(host),
          state_(std::move(state)),
          plan_{settings_, registry, host, OutputNames(settings_.targets, settings_.destination.layout),
                settings_.second_targets},
          jobs_(settings_.jobs > 0 ? settings_.jobs : std::max(1u, std::thread::hardware_concurrency())),
          board_(jobs_),
          conveyor_(ring_size, bytes_on_the_way) {}

    Result<> prepare() {
        const RunHeader header = header_of(settings_, host_);
        GALLEY_TRY(OpenRun opened, open_run(settings_.destination, header, state_, settings_.durable));
        if (opened.earlier.extent.records > 0 && opened.earlier.configuration != header.configuration) {
            notes_.push_back(configuration_changed());
        }
        GALLEY_TRY(marks_, CrashMarks::open(state_, jobs_));
        for (const auto& [name, times] : marks_->crashes()) {
            notes_.push_back(crashed_before(name, times >= CrashMarks::too_often));
        }
        committer_ = std::move(opened.committer);
        plan_.texts = &committer_->texts();
        done_ = std::move(opened.earlier.done);
        failed_before_ = opened.earlier.summary.failed;
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
        const auto oldest = board_.oldest();
        return oldest ? std::optional(Oldest{oldest->name, oldest->age}) : std::nullopt;
    }

    [[nodiscard]] Result<> give_up(const std::string& name) override { return marks_->give_up(name); }

private:
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
            slot.item.refusal = not_tried_again(slot.item.name);
        }
        board_.begin(worker, slot.item.name);
        marks_->begin(worker, slot.item.name);
        const auto converted =
            converter.convert(slot.item, [&](StoryResult&& result) { return hand_on(slot, std::move(result)); });
        marks_->end(worker);
        board_.end(worker);
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

    /// The caller's thread. What cannot be committed any more is still taken off the conveyor, so that all threads get
    /// home.
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

    /// False when the next item takes so long that what is taken already is due. The fewer items come, the longer it
    /// sleeps: to be woken for every one would cost the workers more than what is done here.
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
    WorkBoard board_;
    Conveyor conveyor_;
    std::unique_ptr<CrashMarks> marks_;
    Diagnostics notes_;
    DoneItems done_;
    std::unique_ptr<Committer> committer_;
    std::unique_ptr<Selection> selection_;
    std::uint64_t failed_before_ = 0;
    std::chrono::milliseconds pause_ = shortest_pause;  ///< the committer's
    std::uint64_t at_a_stretch_ = 0;                    ///< items that it took since it slept
    std::stop_token stop_;
    std::atomic<bool> halted_ = false;  ///< by the committer: what follows is for the next part of the run
    bool store_failed_ = false;         ///< the committer's
    bool found_all_ = false;            ///< the finder's, until it went home
    mutable std::mutex mutex_;          ///< for progress_ and the existence of selection_
    BatchProgress progress_;
};

}  // namespace

}  // namespace galley::batch

namespace galley {

Result<std::unique_ptr<BatchRun>> BatchRun::open(BatchSettings settings, const Registry& registry, const Host& host) {
    GALLEY_CHECK(batch::check_targets(settings));
    GALLEY_CHECK(batch::check_source(settings.source, host));
    GALLEY_CHECK(batch::check_apart(settings.source, settings.destination));
    GALLEY_CHECK(batch::check_destination(settings.destination, settings.resume));
    GALLEY_TRY(auto state, batch::StateFolder::lock(settings.destination));
    auto run = std::make_unique<batch::Run>(std::move(settings), registry, host, std::move(state));
    GALLEY_CHECK(run->prepare());
    return run;
}

Result<std::optional<std::chrono::sys_seconds>> batch_clock(const BatchDestination& destination) {
    GALLEY_TRY(const auto journal,
               batch::JournalReader::open(batch::StateFolder::path_for(destination) + "/journal.jsonl"));
    return journal ? std::optional(std::chrono::sys_seconds(std::chrono::seconds(journal->header().clock)))
                   : std::nullopt;
}

}  // namespace galley
