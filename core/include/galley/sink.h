#pragma once

#include "galley/export.h"
#include "galley/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// Where a writer puts its bytes. Publishes whole or not at all: until `commit` succeeds nothing is visible under the
/// sink's name, and a sink destroyed without it leaves no trace. Not thread-safe.
class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;

    /// Appends `bytes`. Fails with `output.*`; after a failure only destruction is allowed.
    [[nodiscard]] virtual Result<> write(std::string_view bytes) = 0;

    /// Does whatever of `commit` can fail for want of space, and still publishes nothing: who has several outputs that
    /// belong together prepares all of them before committing the first. Optional; no `write` may follow.
    [[nodiscard]] virtual Result<> prepare() { return {}; }

    /// Publishes what was written. Called once, last.
    [[nodiscard]] virtual Result<> commit() = 0;
};

/// Collects into `target`, which is assigned on commit and must outlive the sink.
[[nodiscard]] std::unique_ptr<Sink> memory_sink(std::string& target);

}  // namespace galley
