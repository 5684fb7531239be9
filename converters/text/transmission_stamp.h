#pragma once

#include "converters/text/conventions.h"
#include "galley/partial_date.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley::text {

/// When a transmission was sent, with the bytes of the line that say so.
struct TransmissionStamp {
    PartialDate date;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The stamp of a trailer. "131137 GMT Nov 13": day, hour and minute, zone or none, month in any language, year (IPTC
/// 7901); "050932 sep 14EDT": the zone glued to the year; "AP-WF-08-29-16 1626GMT": month first; "KWS-21:37-09-12-18":
/// day first; "14-MAR-24 10:12 NNNN": beside the mark that ends a telex. Without a zone the time is one of no offset. A
/// year of two figures is of 1970 to 2069. REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<TransmissionStamp> read_stamp(std::string_view line, const Conventions& conventions);

/// Whether `line` is the one that ends a telex: "NNNN", with a stamp before it or without.
[[nodiscard]] bool ends_telex(std::string_view line);

}  // namespace galley::text
