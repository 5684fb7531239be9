#include "converters/newsml/date_text.h"

#include <fmt/format.h>

#include <cstdlib>

namespace galley::newsml {

namespace {

// XML Schema wants at least four digits, and a sign only before negative years.
std::string year_text(std::int32_t year) { return fmt::format("{}{:04}", year < 0 ? "-" : "", std::abs(year)); }

std::string offset_text(std::int16_t minutes, std::string_view colon) {
    const int size = std::abs(minutes);
    return fmt::format("{}{:02}{}{:02}", minutes < 0 ? '-' : '+', size / 60, colon, size % 60);
}

}  // namespace

std::optional<std::string> date_time(const PartialDate& date) {
    if (!date.is_full() || !date.time || !date.offset || *date.year <= 0) {
        return std::nullopt;
    }
    // 24:00 and leap seconds are no values of xs:dateTime.
    const int second = std::min<int>(date.time->second.value_or(0), 59);
    std::string text = fmt::format("{}-{:02}-{:02}T{:02}:{:02}:{:02}", year_text(*date.year), *date.month, *date.day,
                                   date.time->hour, date.time->minute, second);
    if (date.time->nanosecond.value_or(0) != 0) {
        std::string fraction = fmt::format(".{:09}", *date.time->nanosecond);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        text += fraction;
    }
    // XML Schema allows offsets up to 14 hours.
    if (std::abs(*date.offset) > 14 * 60) {
        return std::nullopt;
    }
    return text + (*date.offset == 0 ? "Z" : offset_text(*date.offset, ":"));
}

std::optional<std::string> truncated_date(const PartialDate& date) {
    if (!date.year || *date.year <= 0) {
        return std::nullopt;
    }
    if (!date.month) {
        return year_text(*date.year);
    }
    if (!date.day) {
        return fmt::format("{}-{:02}", year_text(*date.year), *date.month);
    }
    if (auto whole = date_time(date)) {
        return whole;
    }
    return fmt::format("{}-{:02}-{:02}", year_text(*date.year), *date.month, *date.day);
}

std::optional<std::string> norm_date(const PartialDate& date) {
    if (!date.is_full() || *date.year <= 0) {
        return std::nullopt;
    }
    std::string text = fmt::format("{:04}{:02}{:02}T", *date.year, *date.month, *date.day);
    if (!date.time) {
        return text + "000000";
    }
    text += fmt::format("{:02}{:02}{:02}", date.time->hour, date.time->minute, date.time->second.value_or(0));
    if (date.offset) {
        text += *date.offset == 0 ? "Z" : offset_text(*date.offset, "");
    }
    return text;
}

}  // namespace galley::newsml
