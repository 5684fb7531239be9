#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace galley::text {

/// Where one story of a source lies. Inside the control bytes of a wire transmission (IPTC 7901, ANPA 1312) the text
/// stands after STX and before ETX; without them frame and text are the same.
struct TransmissionFrame {
    std::size_t begin = 0;
    std::size_t text_begin = 0;  ///< what stands before is the header
    std::size_t text_end = 0;    ///< what stands after is the trailer
    std::size_t end = 0;
    bool enveloped = false;  ///< control bytes say so
};

/// The frames of `text`, in order and without gaps; one at least. Several only where each has its own envelope: STX,
/// ETX, and no more than a trailer and a header before the next STX. A stray control byte divides nothing.
[[nodiscard]] std::vector<TransmissionFrame> find_frames(std::string_view text);

}  // namespace galley::text
