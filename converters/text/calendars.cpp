#include "converters/text/calendars.h"

#include <chrono>

namespace galley::text {
namespace {

GregorianDay from_julian_day(std::int32_t julian_day) {
    constexpr std::int32_t unix_epoch = 2440588;
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{julian_day - unix_epoch}}};
    return {static_cast<int>(day.year()), static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

bool is_persian_leap(std::int32_t year) { return (25 * year + 11) % 33 < 8; }

}  // namespace

std::optional<GregorianDay> from_persian(std::int32_t year, std::int32_t month, std::int32_t day) {
    if (year < 1178 || year > 1633 || month < 1 || month > 12 || day < 1) {
        return std::nullopt;
    }
    const std::int32_t length = month <= 6 ? 31 : (month <= 11 || is_persian_leap(year) ? 30 : 29);
    if (day > length) {
        return std::nullopt;
    }
    const std::int32_t before_month = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    const std::int32_t leap_days = (8 * year + 21) / 33;
    return from_julian_day(1948319 + 365 * (year - 1) + leap_days + before_month + day);
}

std::optional<GregorianDay> from_islamic(std::int32_t year, std::int32_t month, std::int32_t day) {
    if (year < 1200 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) {
        return std::nullopt;
    }
    return from_julian_day(day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 1948439);
}

}  // namespace galley::text
