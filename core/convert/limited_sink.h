#pragma once

#include "galley/sink.h"

#include <cstdint>
#include <string>

namespace galley {

/// Passes bytes on to another sink until there are too many of them: `limit.output-bytes`. Committing is the other's.
class LimitedSink final : public Sink {
public:
    LimitedSink(Sink& target, std::uint64_t limit) : target_(target), left_(limit), limit_(limit) {}

    [[nodiscard]] Result<> write(std::string_view bytes) override {
        if (bytes.size() > left_) {
            return fail({.code = "limit.output-bytes",
                         .message = "the output would be larger than " + std::to_string(limit_) + " bytes",
                         .hints = {"split the story, or raise the limit"}});
        }
        left_ -= bytes.size();
        return target_.write(bytes);
    }

    [[nodiscard]] Result<> prepare() override { return target_.prepare(); }

    [[nodiscard]] Result<> commit() override { return target_.commit(); }

private:
    Sink& target_;
    std::uint64_t left_;
    std::uint64_t limit_;
};

}  // namespace galley
