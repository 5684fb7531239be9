#pragma once

#include "galley/decode.h"

#include <cstdint>

namespace galley {

/// Gathers characters of equal sizes before they go into a SourceMap: one addition in a register for most of them.
class SizeRun {
public:
    explicit SizeRun(SourceMap& map) : map_(map) {}

    void add(std::uint32_t decoded, std::uint32_t source) {
        if (decoded != decoded_ || source != source_) {
            flush();
            decoded_ = decoded;
            source_ = source;
        }
        ++count_;
    }

    /// Has to be called at the end.
    void flush() {
        map_.add(decoded_, source_, count_);
        count_ = 0;
    }

private:
    SourceMap& map_;
    std::uint32_t decoded_ = 0;
    std::uint32_t source_ = 0;
    std::uint64_t count_ = 0;
};

}  // namespace galley
