#pragma once

#include <cstddef>
#include <string_view>

namespace galley::text {

/// Where the story lies inside the control bytes of a wire transmission (IPTC 7901, ANPA 1312): after STX, before ETX. The
/// whole text when there are none.
struct TransmissionFrame {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t slug_begin = 0;     ///< keyword line of the header; empty when there is none
    std::size_t slug_end = 0;
};

[[nodiscard]] TransmissionFrame find_frame(std::string_view text);

}  // namespace galley::text
