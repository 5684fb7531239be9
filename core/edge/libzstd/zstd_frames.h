#pragma once

#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// Compresses into frames of zstd (RFC 8878) that are cut where the caller says. The same input in the same calls to
/// `end_frame` gives the same bytes, however it is split over the calls to `add`. Not thread-safe.
class ZstdFrames {
public:
    [[nodiscard]] static std::unique_ptr<ZstdFrames> create(int level);

    ZstdFrames() = default;
    ZstdFrames(const ZstdFrames&) = delete;
    ZstdFrames& operator=(const ZstdFrames&) = delete;
    virtual ~ZstdFrames() = default;

    /// Appends what can be told of `bytes` already to `to`. Fails with `zstd.internal`.
    [[nodiscard]] virtual Result<> add(std::string_view bytes, std::string& to) = 0;

    /// Ends the frame; the next `add` begins another.
    [[nodiscard]] virtual Result<> end_frame(std::string& to) = 0;
};

/// Bytes of the first frame in `compressed`; nothing when it is not whole.
[[nodiscard]] std::optional<std::uint64_t> zstd_frame_size(std::string_view compressed);

/// What the one frame `compressed` holds. Fails with `zstd.damaged`, and `limit.expansion` beyond `limit` bytes.
[[nodiscard]] Result<std::string> read_zstd_frame(std::string_view compressed, std::uint64_t limit);

}  // namespace galley
