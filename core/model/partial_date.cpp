#include "galley/partial_date.h"

#include <chrono>

namespace galley {

namespace {

bool is_valid(const TimeOfDay& time) {
    const bool leap_second = time.second == 60 && time.minute == 59;
    return time.hour < 24 && time.minute < 60 && (!time.second || *time.second < 60 || leap_second) &&
           (!time.nanosecond || (time.second && *time.nanosecond < 1'000'000'000));
}

bool day_exists(const PartialDate& date) {
    if (*date.day < 1 || *date.day > 31) {
        return false;
    }
    if (!date.month) {
        return !date.year;
    }
    // Without a year, 29 February may exist: 2000 is a leap year.
    const std::chrono::year_month_day day{std::chrono::year{date.year.value_or(2000)}, std::chrono::month{*date.month},
                                          std::chrono::day{*date.day}};
    return day.ok();
}

}  // namespace

bool is_valid(const PartialDate& date) {
    if (date.year && (*date.year < -9999 || *date.year > 9999)) {
        return false;
    }
    if (date.month && (*date.month < 1 || *date.month > 12)) {
        return false;
    }
    if (date.day && !day_exists(date)) {
        return false;
    }
    if (date.time && (!is_valid(*date.time) || ((date.year || date.month) && !date.day))) {
        return false;
    }
    return !date.offset || (date.time && *date.offset > -1440 && *date.offset < 1440);
}

}  // namespace galley
