#pragma once

#include "core/batch/record.h"
#include "core/batch/run_header.h"
#include "galley/batch.h"
#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace galley::batch {

/// Reads back what a run made, in the order of its journal. Used by one thread.
class StoredOutputs {
public:
    [[nodiscard]] static Result<std::unique_ptr<StoredOutputs>> open(const BatchDestination& destination,
                                                                     const RunHeader& header);

    StoredOutputs() = default;
    StoredOutputs(const StoredOutputs&) = delete;
    StoredOutputs& operator=(const StoredOutputs&) = delete;
    virtual ~StoredOutputs() = default;

    /// The bytes of an output of `record`; the view is valid until the next call. Records come in the journal's order,
    /// and the outputs of a record in theirs. Fails with `verify.missing`, and `verify.changed` when they are not what
    /// the journal says.
    [[nodiscard]] Result<std::string_view> read(const Record& record, std::size_t output);

private:
    [[nodiscard]] virtual Result<std::string_view> bytes_of(const Record& record, std::size_t output) = 0;
};

}  // namespace galley::batch
