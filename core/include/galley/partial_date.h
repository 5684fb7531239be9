#pragma once

#include "galley/export.h"

#include <cstdint>
#include <optional>

namespace GALLEY_API galley {

/// A time of day as far as it was stated.
struct TimeOfDay {
    std::uint8_t hour = 0;                      ///< 0 to 23
    std::uint8_t minute = 0;                    ///< 0 to 59
    std::optional<std::uint8_t> second{};       ///< 0 to 60
    std::optional<std::uint32_t> nanosecond{};  ///< only with `second`

    friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};

/// A date as far as it was stated, in the proleptic Gregorian calendar. "2 January" has no year, and none is filled in.
///
/// Valid (see `is_valid`) when the parts that are there could be a date: a day needs no month ("on the 2nd"), but
/// 30 February is refused, and 29 February is accepted without a year.
struct PartialDate {
    std::optional<std::int32_t> year{};   ///< astronomical: 1 BC is 0
    std::optional<std::uint8_t> month{};  ///< 1 to 12
    std::optional<std::uint8_t> day{};    ///< 1 to 31
    std::optional<TimeOfDay> time{};
    std::optional<std::int16_t> offset{};  ///< minutes east of UTC, -1439 to 1439; only with `time`

    [[nodiscard]] bool empty() const { return !year && !month && !day && !time; }
    /// True when year, month and day are all there.
    [[nodiscard]] bool is_full() const { return year && month && day; }

    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// True when every part is in range, the parts agree with one another, and no part stands without the one it needs.
[[nodiscard]] bool is_valid(const PartialDate& date);

}  // namespace galley
