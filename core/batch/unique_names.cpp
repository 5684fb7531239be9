#include "core/batch/unique_names.h"

#include <algorithm>

namespace galley::batch {

void UniqueNames::take(std::string& name, std::uint64_t number, NameKey& key) {
    const std::size_t slash = name.rfind('/');
    const std::string_view folder =
        slash == std::string::npos ? std::string_view() : std::string_view(name).substr(0, slash);
    // Neighbours mostly lie in one folder.
    if (folder != folder_) {
        placed_ = place_folder(folder, number);
        folder_ = folder;
    }
    if (placed_ != folder_) {
        name.replace(0, slash, placed_);
        key = name_key(name);
    }
    if (folders_.contains(key.high) || !files_.insert(key.high)) {
        name = duplicate_name(name, number);
        key = name_key(name);
    }
}

/// Where a folder of this name may stand. It is one from now on.
std::string UniqueNames::place_folder(std::string_view folder, std::uint64_t number) {
    std::string placed;
    while (!folder.empty()) {
        const std::size_t end = std::min(folder.find('/'), folder.size());
        placed += placed.empty() ? "" : "/";
        placed += folder.substr(0, end);
        folder.remove_prefix(std::min(end + 1, folder.size()));
        if (files_.contains(name_key(placed).high)) {
            placed = duplicate_name(placed, number);
        }
        folders_.insert(name_key(placed).high);
    }
    return placed;
}

}  // namespace galley::batch
