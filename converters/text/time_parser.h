#pragma once

#include "converters/text/scanner.h"
#include "galley/partial_date.h"

#include <cstdint>
#include <optional>

namespace galley::text {

/// A time of day as it was printed.
struct PrintedTime {
    TimeOfDay time;
    std::optional<std::int16_t> offset;  ///< minutes east of UTC, where a zone was printed that has one meaning
    bool twelve_hours = false;           ///< "a.m." or "p.m." was printed
};

/// Takes a time of day: "14:46", "10:23:05", "14h52", "7:55 AM", "11:24 a.m. EDT", "21時37分", "10.23" where `dots` or
/// before "pm" or a zone, "6 Uhr", with a zone or offset after it. Leaves `scanner` where it was when there is none.
[[nodiscard]] std::optional<PrintedTime> take_time(Scanner& scanner, bool dots);

/// Takes hours and minutes in four figures with a zone or the word for hours behind them: "1745 EST", "0900 hrs".
[[nodiscard]] std::optional<PrintedTime> take_clock_figures(Scanner& scanner);

/// Takes a zone or an offset: "EDT", "(GMT)", "+05:30", "Z".
[[nodiscard]] std::optional<std::int16_t> take_offset(Scanner& scanner);

}  // namespace galley::text
