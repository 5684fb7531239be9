#include "galley/iso_date.h"

#include <algorithm>
#include <cstdlib>

namespace galley {

namespace {

void append_number(std::int64_t number, int width, std::string& to) {
    const std::string digits = std::to_string(number < 0 ? -number : number);
    if (number < 0) {
        to += '-';
    }
    to.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    to += digits;
}

void append_time(const PartialDate& date, std::string& to) {
    const TimeOfDay& time = *date.time;
    to += 'T';
    append_number(time.hour, 2, to);
    to += ':';
    append_number(time.minute, 2, to);
    if (time.second) {
        to += ':';
        append_number(*time.second, 2, to);
    }
    if (time.nanosecond) {
        std::string fraction;
        append_number(*time.nanosecond, 9, fraction);
        while (fraction.size() > 1 && fraction.back() == '0') {
            fraction.pop_back();
        }
        to += '.' + fraction;
    }
    if (!date.offset) {
        return;
    }
    if (*date.offset == 0) {
        to += 'Z';
        return;
    }
    const int minutes = std::abs(static_cast<int>(*date.offset));
    to += *date.offset < 0 ? '-' : '+';
    append_number(minutes / 60, 2, to);
    to += ':';
    append_number(minutes % 60, 2, to);
}

/// Takes fixed-width parts off the front of a text.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    void skip() { rest_.remove_prefix(1); }
    bool take(char expected) {
        if (next() != expected) {
            return false;
        }
        skip();
        return true;
    }
    bool take(std::string_view expected) {
        if (!rest_.starts_with(expected)) {
            return false;
        }
        rest_.remove_prefix(expected.size());
        return true;
    }
    [[nodiscard]] std::size_t digits() const {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
            ++count;
        }
        return count;
    }
    std::optional<int> number(std::size_t width) {
        if (digits() < width) {
            return std::nullopt;
        }
        int value = 0;
        for (; width > 0; --width) {
            value = value * 10 + (next() - '0');
            skip();
        }
        return value;
    }

private:
    std::string_view rest_;
};

bool read_offset(Cursor& cursor, PartialDate& date) {
    if (cursor.take('Z') || cursor.take('z')) {
        date.offset = 0;
        return true;
    }
    const char sign = cursor.next();
    if (sign != '+' && sign != '-') {
        return cursor.at_end();
    }
    cursor.skip();
    const auto hours = cursor.number(2);
    if (!hours) {
        return false;
    }
    int minutes = 0;
    if (cursor.take(':') || cursor.digits() > 0) {
        const auto read = cursor.number(2);
        if (!read || *read > 59) {
            return false;
        }
        minutes = *read;
    }
    const int total = *hours * 60 + minutes;
    date.offset = static_cast<std::int16_t>(sign == '-' ? -total : total);
    return true;
}

bool read_fraction(Cursor& cursor, TimeOfDay& time) {
    const std::size_t count = cursor.digits();
    if (count == 0) {
        return false;
    }
    std::uint32_t nanoseconds = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        nanoseconds *= 10;
        if (i < count) {
            nanoseconds += static_cast<std::uint32_t>(cursor.next() - '0');
            cursor.skip();
        }
    }
    while (cursor.digits() > 0) {
        cursor.skip();  // finer than the model: a source that states picoseconds has no event behind them
    }
    time.nanosecond = nanoseconds;
    return true;
}

bool read_time(Cursor& cursor, PartialDate& date) {
    TimeOfDay time;
    const auto hour = cursor.number(2);
    const bool extended = cursor.take(':');
    const auto minute = cursor.number(2);
    if (!hour || !minute) {
        return false;
    }
    time.hour = static_cast<std::uint8_t>(*hour);
    time.minute = static_cast<std::uint8_t>(*minute);
    if (extended ? cursor.take(':') : cursor.digits() > 0) {
        const auto second = cursor.number(2);
        if (!second) {
            return false;
        }
        time.second = static_cast<std::uint8_t>(*second);
        if ((cursor.take('.') || cursor.take(',')) && !read_fraction(cursor, time)) {
            return false;
        }
    }
    date.time = time;
    return read_offset(cursor, date);
}

bool read_month_and_day(Cursor& cursor, bool extended, PartialDate& date) {
    const auto month = cursor.number(2);
    if (!month) {
        return false;
    }
    date.month = static_cast<std::uint8_t>(*month);
    if (extended ? !cursor.take('-') : cursor.digits() == 0) {
        return true;
    }
    const auto day = cursor.number(2);
    if (!day) {
        return false;
    }
    date.day = static_cast<std::uint8_t>(*day);
    return true;
}

bool read_day_parts(Cursor& cursor, PartialDate& date) {
    if (cursor.take("---")) {
        const auto day = cursor.number(2);
        date.day = static_cast<std::uint8_t>(day.value_or(0));
        return day.has_value();
    }
    if (cursor.take("--")) {
        return read_month_and_day(cursor, true, date);
    }
    if (cursor.next() == 'T') {
        return true;
    }
    const bool negative = cursor.take('-');
    const auto year = cursor.number(4);
    if (!year) {
        return false;
    }
    date.year = negative ? -*year : *year;
    if (cursor.take('-')) {
        return read_month_and_day(cursor, true, date);
    }
    return cursor.digits() == 0 || read_month_and_day(cursor, false, date);
}

}  // namespace

std::string iso_date(const PartialDate& date) {
    std::string text;
    if (date.year) {
        append_number(*date.year, 4, text);
    } else if (date.month || date.day) {
        text += "--";
    }
    if (date.month) {
        if (date.year) {
            text += '-';
        }
        append_number(*date.month, 2, text);
    } else if (date.day) {
        text += '-';  // "---02": a day alone
    }
    if (date.day) {
        if (date.month) {
            text += '-';
        }
        append_number(*date.day, 2, text);
    }
    if (date.time) {
        append_time(date, text);
    }
    return text;
}

Result<PartialDate> read_iso_date(std::string_view text) {
    PartialDate date;
    Cursor cursor(text);
    const bool read = read_day_parts(cursor, date) && (!cursor.take('T') || read_time(cursor, date)) && cursor.at_end();
    if (!read || date.empty() || !is_valid(date)) {
        return fail({.code = "date.not-iso",
                     .message = "'" + std::string(text) + "' is not a date in ISO 8601's form",
                     .hints = {"write it like 2026-01-02 or 2026-01-02T10:00:00-05:00"}});
    }
    return date;
}

PartialDate to_partial_date(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day calendar{day};
    const std::chrono::hh_mm_ss clock{time - day};
    PartialDate date;
    date.year = static_cast<int>(calendar.year());
    date.month = static_cast<std::uint8_t>(static_cast<unsigned>(calendar.month()));
    date.day = static_cast<std::uint8_t>(static_cast<unsigned>(calendar.day()));
    date.time = TimeOfDay{.hour = static_cast<std::uint8_t>(clock.hours().count()),
                          .minute = static_cast<std::uint8_t>(clock.minutes().count()),
                          .second = static_cast<std::uint8_t>(clock.seconds().count())};
    date.offset = 0;
    return date;
}

std::optional<std::chrono::sys_seconds> to_instant(const PartialDate& date) {
    if (!date.is_full() || !date.time || !date.offset || !is_valid(date)) {
        return std::nullopt;
    }
    const std::chrono::sys_days day{std::chrono::year_month_day{
        std::chrono::year{*date.year}, std::chrono::month{*date.month}, std::chrono::day{*date.day}}};
    return day + std::chrono::hours{date.time->hour} + std::chrono::minutes{date.time->minute} +
           std::chrono::seconds{date.time->second.value_or(0)} - std::chrono::minutes{*date.offset};
}

}  // namespace galley
