#pragma once

#include "core/host/descriptor.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace galley::batch {

/// The files that a run is about to make, on the disk before the first of them is: so that after a crash those that
/// never got a record can be found without a walk through everything.
class PendingOutputs {
public:
    /// What an earlier part announced last. Its files are those of the records that begin at or behind `journal_size`,
    /// and others that have no record.
    struct Announced {
        std::uint64_t journal_size = 0;
        std::vector<std::string> paths{};
    };
    [[nodiscard]] static Announced read(const std::string& file);

    [[nodiscard]] static Result<PendingOutputs> open(const std::string& file);

    /// Replaces what was announced before. Fails with `output.*`.
    [[nodiscard]] Result<> announce(const Announced& announced, bool durable);

private:
    PendingOutputs(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

    std::string path_;
    Descriptor file_;
};

}  // namespace galley::batch
