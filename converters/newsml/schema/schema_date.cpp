#include "converters/newsml/schema/schema_date.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace galley::newsml {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Takes a value apart from its start; every function fails on what is not there.
class DateScanner {
public:
    explicit DateScanner(std::string_view text) : rest_(text) {}

    bool take(std::string_view mark) {
        const bool found = rest_.starts_with(mark);
        rest_.remove_prefix(found ? mark.size() : 0);
        return found;
    }

    /// Takes `mark` where it stands; it may be missing.
    bool pass(std::string_view mark) {
        take(mark);
        return true;
    }

    bool two_digits(int least, int most, int& number) {
        if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) {
            return false;
        }
        number = (rest_[0] - '0') * 10 + (rest_[1] - '0');
        rest_.remove_prefix(2);
        return number >= least && number <= most;
    }

    // At least four digits, no needless zero, no year 0.
    bool year(int& number) {
        const bool before = take("-");
        const std::size_t size = digits();
        const bool fits = size >= 4 && size <= 9 && (size == 4 || rest_[0] != '0');
        number = 0;
        for (std::size_t at = 0; fits && at < size; ++at) {
            number = number * 10 + (rest_[at] - '0');
        }
        rest_.remove_prefix(fits ? size : 0);
        const bool is_year = fits && number != 0;
        number = before ? -number : number;
        return is_year;
    }

    bool month(int& number) { return two_digits(1, 12, number); }

    bool time() {
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (!two_digits(0, 24, hour) || !take(":") || !two_digits(0, 59, minute) || !take(":") ||
            !two_digits(0, 59, second)) {
            return false;
        }
        bool more = false;
        if (take(".")) {
            const std::size_t size = digits();
            more = rest_.substr(0, size).find_first_not_of('0') != std::string_view::npos;
            rest_.remove_prefix(size);
            if (size == 0) {
                return false;
            }
        }
        return hour < 24 || (minute == 0 && second == 0 && !more);
    }

    /// The end of a value: nothing, or its zone.
    bool zone() {
        if (rest_.empty() || take("Z")) {
            return rest_.empty();
        }
        int hour = 0;
        int minute = 0;
        return (take("+") || take("-")) && two_digits(0, 14, hour) && take(":") && two_digits(0, 59, minute) &&
               (hour < 14 || minute == 0) && rest_.empty();
    }

    /// One number and its letter of a duration; only seconds have a fraction.
    bool amount(char& letter) {
        std::size_t size = digits();
        bool fraction = false;
        if (size > 0 && size < rest_.size() && rest_[size] == '.') {
            rest_.remove_prefix(size + 1);
            size = digits();
            fraction = true;
        }
        if (size == 0 || size == rest_.size()) {
            return false;
        }
        letter = rest_[size];
        rest_.remove_prefix(size + 1);
        return !fraction || letter == 'S';
    }

    [[nodiscard]] bool is_done() const { return rest_.empty(); }

private:
    [[nodiscard]] std::size_t digits() const {
        return static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_digit) - rest_.begin());
    }

    std::string_view rest_;
};

bool is_day(int year, int month, int day) {
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

bool is_duration(DateScanner value) {
    value.take("-");
    if (!value.take("P") || value.is_done()) {
        return false;
    }
    std::string_view letters = "YMD";
    bool has_time = false;
    while (!value.is_done()) {
        if (!has_time && value.take("T")) {
            letters = "HMS";
            has_time = true;
        }
        char letter = 0;
        const std::size_t place = value.amount(letter) ? letters.find(letter) : std::string_view::npos;
        if (place == std::string_view::npos) {
            return false;
        }
        letters.remove_prefix(place + 1);
    }
    return true;
}

}  // namespace

bool is_schema_date(SimpleKind kind, std::string_view value) {
    DateScanner scanner(value);
    int year = 0;
    int month = 0;
    int day = 0;
    constexpr int leap_year = 2000;
    switch (kind) {
        case SimpleKind::duration: return is_duration(scanner);
        case SimpleKind::year: return scanner.year(year) && scanner.zone();
        case SimpleKind::year_month:
            return scanner.year(year) && scanner.take("-") && scanner.month(month) && scanner.zone();
        case SimpleKind::month:
            return scanner.take("--") && scanner.month(month) && scanner.pass("--") && scanner.zone();
        case SimpleKind::month_day:
            return scanner.take("--") && scanner.month(month) && scanner.take("-") && scanner.two_digits(1, 31, day) &&
                   is_day(leap_year, month, day) && scanner.zone();
        case SimpleKind::day: return scanner.take("---") && scanner.two_digits(1, 31, day) && scanner.zone();
        default:
            return scanner.year(year) && scanner.take("-") && scanner.month(month) && scanner.take("-") &&
                   scanner.two_digits(1, 31, day) && is_day(year, month, day) &&
                   (kind == SimpleKind::date || (scanner.take("T") && scanner.time())) && scanner.zone();
    }
}

}  // namespace galley::newsml
