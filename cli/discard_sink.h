#pragma once

#include "galley/sink.h"

namespace galley::cli {

/// Takes everything and keeps nothing: the sink of a dry run.
class DiscardSink final : public Sink {
public:
    [[nodiscard]] Result<> write(std::string_view) override { return {}; }
    [[nodiscard]] Result<> commit() override { return {}; }
};

}  // namespace galley::cli
