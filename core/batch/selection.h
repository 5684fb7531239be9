#pragma once

#include "core/batch/done_items.h"
#include "core/batch/glob.h"
#include "core/batch/item_source.h"
#include "core/batch/unique_names.h"
#include "galley/batch.h"

#include <atomic>

namespace galley::batch {

/// The items of a run that are still to do: those of all its sources one after the other, numbered, with names of their
/// own, less what patterns, shard and journal exclude.
class Selection {
public:
    /// Fails with `batch.no-source`, `batch.bad-shard`, `archive.*` and `input.*`.
    [[nodiscard]] static Result<std::unique_ptr<Selection>> create(const BatchSource& source, const Limits& limits,
                                                                   const Host& host, DoneItems done);

    /// The next item, loaded; false at the end. Fails with `batch.source-gone` and as the sources do.
    [[nodiscard]] Result<bool> next(Item& item);

    /// Items passed by so far, and the share of the source. Thread-safe.
    [[nodiscard]] std::uint64_t passed() const { return passed_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::optional<double> fraction() const;

    /// Fails with `batch.source-gone` when a path of the source that was there is there no more: what cannot be read
    /// then is not the stories' fault. Thread-safe.
    [[nodiscard]] Result<> check_source() const;

private:
    Selection(const BatchSource& source, const Host& host, DoneItems done);

    Result<bool> open_next();
    void open_archive(const std::string& path);
    Result<bool> next_of_list();
    [[nodiscard]] bool is_wanted(std::string_view name) const;

    /// Which file or folder a path led to at the start: after the loss of a mount the path may lead to another.
    struct Place {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        friend bool operator==(const Place&, const Place&) = default;
    };
    [[nodiscard]] static std::optional<Place> place_of(const std::string& path);

    BatchSource source_;
    const Host& host_;
    DoneItems done_;
    std::vector<Place> places_;  ///< by path of the source
    std::vector<Glob> include_;
    std::vector<Glob> exclude_;
    std::uint64_t member_limit_ = 0;
    std::unique_ptr<ByteSource> list_;
    std::string list_ahead_;
    bool list_ended_ = false;

    std::unique_ptr<ItemSource> current_;
    std::string prefix_;      ///< of the names of `current_`
    std::size_t opened_ = 0;  ///< paths of the source
    bool names_may_repeat_ = false;
    UniqueNames names_;
    std::atomic<std::uint64_t> passed_ = 0;
    std::atomic<double> fraction_ = -1;
};

}  // namespace galley::batch
