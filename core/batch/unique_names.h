#pragma once

#include "core/batch/item_name.h"
#include "core/batch/name_set.h"

#include <cstdint>
#include <string>

namespace galley::batch {

/// Keeps the names of items apart where a source may give one twice (archives, lists, several sources), and files apart
/// from folders: an archive may hold both "a" and "a/b", a file system cannot. It goes by the order of the items alone.
class UniqueNames {
public:
    /// Changes the name of the `number`th item where it has to be another, and its key with it: the name, or the folder
    /// that was a file before, gets "~=" and the number.
    void take(std::string& name, std::uint64_t number, NameKey& key);

private:
    [[nodiscard]] std::string place_folder(std::string_view folder, std::uint64_t number);

    // By the high halves of their keys; one that only looks equal costs a longer name.
    NameSet files_;
    NameSet folders_;
    std::string folder_;  ///< of the latest item, as it was named
    std::string placed_;  ///< the same, as it is called now
};

}  // namespace galley::batch
