#pragma once

#include <cstdint>
#include <optional>

namespace galley::text {

/// A day of the Gregorian calendar.
struct GregorianDay {
    std::int32_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
};

/// The Gregorian day of a day of the Persian solar calendar (33-year cycle, exact for 1178 to 1633). Nothing when there
/// is no such day.
[[nodiscard]] std::optional<GregorianDay> from_persian(std::int32_t year, std::int32_t month, std::int32_t day);

/// The Gregorian day of a day of the tabular Islamic calendar; the sighted one may differ by a day. Nothing when there
/// is no such day.
[[nodiscard]] std::optional<GregorianDay> from_islamic(std::int32_t year, std::int32_t month, std::int32_t day);

/// The Gregorian day of a day of the Hebrew calendar, 5343 to 5999. Months count from Tishri, Elul is the twelfth; Adar
/// is the second one in years that have two. Nothing when there is no such day.
[[nodiscard]] std::optional<GregorianDay> from_hebrew(std::int32_t year, std::int32_t month, std::int32_t day);

}  // namespace galley::text
