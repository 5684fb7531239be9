#pragma once

#include "converters/text/date_parser.h"
#include "converters/text/time_parser.h"

#include <cstdint>
#include <optional>

namespace galley::text {

/// What is added to a month's number in vocabularies where it is not of the Gregorian calendar: multiples of what a
/// calendar has room for.
inline constexpr std::int16_t months_of_calendar = 16;
inline constexpr std::int16_t islamic_months = 16;
inline constexpr std::int16_t persian_months = 32;
inline constexpr std::int16_t hebrew_months = 48;

/// What was printed of a date, before it is settled which day it is.
struct DateParser::Parts {
    std::optional<std::int32_t> year;
    std::int32_t month = 0;
    std::int32_t day = 0;
    bool month_or_day = false;  ///< day and month may be the other way round
    bool named_month = false;
    bool dotted = false;  ///< written with stops: a time may be as well
    std::uint8_t language = 0;
    std::optional<PrintedTime> time;
    std::optional<PartialDate> date, other;
};

}  // namespace galley::text
