#pragma once

#include "core/batch/item.h"
#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace galley::batch {

/// Items in an order that is always the same for the same source. Used by one thread.
class ItemSource {
public:
    ItemSource() = default;
    ItemSource(const ItemSource&) = delete;
    ItemSource& operator=(const ItemSource&) = delete;
    virtual ~ItemSource() = default;

    /// The next item: sets `name` to its name as it stands in the source (raw bytes), `path` and `refusal`, and clears
    /// the rest. False at the end. Fails when the source itself cannot be read on.
    [[nodiscard]] virtual Result<bool> next(Item& item) = 0;

    /// Reads what only now can be read of the item that `next` gave (an archive's member), into `bytes` or `refusal`.
    /// Called for items that are wanted, before the next `next`.
    [[nodiscard]] virtual Result<> load(Item& item) = 0;

    /// The share of the source that was passed by, from 0 to 1, where it is known.
    [[nodiscard]] virtual std::optional<double> fraction() const { return std::nullopt; }
};

/// All files below `folder`, in the byte order of their paths; folders are not listed before they are reached. Symbolic
/// links are not followed: they and whatever else is no file come with a refusal, and so do folders that cannot be
/// read, once each. Fails with `input.*` when `folder` itself cannot be read.
[[nodiscard]] std::unique_ptr<ItemSource> folder_source(std::string folder);

/// One file, which is called `name`. It may be a link.
[[nodiscard]] std::unique_ptr<ItemSource> file_source(std::string path, std::string name);

/// One item that cannot be read.
[[nodiscard]] std::unique_ptr<ItemSource> refused_source(std::string name, Diagnostic refusal);

/// The members of an archive. `limit` bounds the bytes of one. Damage ends it with an item "rest-of-archive" that has a
/// refusal.
[[nodiscard]] Result<std::unique_ptr<ItemSource>> archive_source(const std::string& path, std::uint64_t limit);

/// The diagnostic for what is no story by rule.
[[nodiscard]] Diagnostic not_a_file(const std::string& name, const char* what);

}  // namespace galley::batch
