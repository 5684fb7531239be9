#pragma once

#include "galley/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>

namespace galley::batch {

/// One file of a folder or list, or one member of an archive. It holds one story or many.
struct Item {
    std::uint64_t number = 0;  ///< in the source, from 1; the same for every shard
    std::string name{};        ///< see item_name.h
    std::string path{};        ///< file to read; empty when `bytes` holds the item
    std::string bytes{};
    std::optional<Diagnostic>
        refusal{};                ///< why it is not read: `Severity::info` when it is no story by rule, such as a link
    std::uint64_t journaled = 0;  ///< results that an earlier part of the run made of it
};

}  // namespace galley::batch
