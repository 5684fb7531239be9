#pragma once

#include "core/host/descriptor.h"
#include "galley/batch.h"
#include "galley/result.h"

#include <string>

namespace galley::batch {

/// Where a run keeps what it knows of itself: DEST/.galley for a folder or bag, FILE.galley for a tar.
class StateFolder {
public:
    [[nodiscard]] static std::string path_for(const BatchDestination& destination);

    /// Makes it where it is missing and locks it for as long as the object lives, against other processes and other
    /// runs of this one. Fails with `batch.locked` and `output.*`.
    [[nodiscard]] static Result<StateFolder> lock(const BatchDestination& destination);

    [[nodiscard]] std::string file(const char* name) const { return path_ + "/" + name; }
    [[nodiscard]] std::string journal() const { return file("journal.jsonl"); }

private:
    StateFolder(std::string path, Descriptor lock) : path_(std::move(path)), lock_(std::move(lock)) {}

    std::string path_;
    Descriptor lock_;
};

}  // namespace galley::batch
