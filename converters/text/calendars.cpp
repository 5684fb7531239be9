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

bool has_two_adars(std::int32_t year) { return (7 * year + 1) % 19 < 7; }

/// Days from the calendar's epoch to the new year of `year`: where the moon of Tishri would be new, put off as the
/// rules of the calendar say.
std::int32_t days_before_hebrew_year(std::int32_t year) {
    const std::int32_t cycles = (year - 1) / 19, in_cycle = (year - 1) % 19;
    const std::int32_t months = 235 * cycles + 12 * in_cycle + (7 * in_cycle + 1) / 19;
    const std::int32_t parts_above_hours = 204 + 793 * (months % 1080);  // 1,080 parts are an hour
    const std::int32_t hours = 5 + 12 * months + 793 * (months / 1080) + parts_above_hours / 1080;
    const std::int32_t parts = 1080 * (hours % 24) + parts_above_hours % 1080;
    std::int32_t day = 1 + 29 * months + hours / 24;
    const bool late = parts >= 19440;
    const bool late_in_common_year = day % 7 == 2 && parts >= 9924 && !has_two_adars(year);
    const bool late_after_leap_year = day % 7 == 1 && parts >= 16789 && has_two_adars(year - 1);
    day += late || late_in_common_year || late_after_leap_year ? 1 : 0;
    return day + (day % 7 == 0 || day % 7 == 3 || day % 7 == 5 ? 1 : 0);  // never on a Sunday, Wednesday or Friday
}

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

std::optional<GregorianDay> from_hebrew(std::int32_t year, std::int32_t month, std::int32_t day) {
    constexpr std::int32_t heshvan = 2, kislev = 3, adar = 6;
    if (year < 5343 || year > 5999 || month < 1 || month > 12 || day < 1) {
        return std::nullopt;
    }
    const std::int32_t new_year = days_before_hebrew_year(year);
    const std::int32_t days_of_year = days_before_hebrew_year(year + 1) - new_year;
    const auto length_of = [&](std::int32_t of) {
        if (of == heshvan) {
            return days_of_year % 10 == 5 ? 30 : 29;
        }
        if (of == kislev) {
            return days_of_year % 10 == 3 ? 29 : 30;
        }
        return of % 2 == 1 ? 30 : 29;
    };
    if (day > length_of(month)) {
        return std::nullopt;
    }
    constexpr std::int32_t epoch = 347996;  // the Julian day before the calendar's first
    std::int32_t days = new_year + day;
    for (std::int32_t before = 1; before < month; ++before) {
        days += length_of(before);
    }
    days += has_two_adars(year) && month >= adar ? 30 : 0;  // the first Adar
    return from_julian_day(epoch + days);
}

}  // namespace galley::text
