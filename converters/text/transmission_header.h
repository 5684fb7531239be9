#pragma once

#include "galley/span.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace galley::text {

/// What the header of a transmission says that a document has a place for. Spans are bytes of the header.
struct TransmissionHeader {
    std::optional<std::uint8_t> urgency{};  ///< 1 (flash) to 8
    Span urgency_span{};
    std::optional<Span> slug{};    ///< the keyword: "BC-PORTS-QUAY", or the keyword line "Harbour/quay/"
    std::vector<Span> keywords{};  ///< of a keyword line
};

/// The urgency that a priority of ANPA 1312 stands for: flash, bulletin, urgent, regular, deferred.
[[nodiscard]] std::optional<std::uint8_t> urgency_of_letter(char letter);

/// Reads the header lines of IPTC 7901 ("eca062 4 i 211 ccccb dpa 061" and a keyword line: the priority stands after
/// source and number) and ANPA 1312 ("u s BC-Ports 09-12 0344": it stands first, as a letter). Whatever is neither
/// gives nothing.
[[nodiscard]] TransmissionHeader read_transmission_header(std::string_view header);

}  // namespace galley::text
