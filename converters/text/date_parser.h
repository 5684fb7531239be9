#pragma once

#include "converters/text/conventions.h"
#include "converters/text/scanner.h"
#include "galley/partial_date.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

enum class DateOrder : std::uint8_t { automatic, day_first, month_first };

/// A date found in running text.
struct DateMatch {
    PartialDate date{};
    std::size_t begin = 0;  ///< bytes of the line
    std::size_t end = 0;
    std::optional<PartialDate> other{};  ///< the other reading of "02/01/2026", where nothing decides
    bool relative = false;               ///< "3 hours ago", "yesterday at 5": `date` holds at most a time
    bool named_month = false;
    std::uint8_t language = 0;  ///< of the month's name

    /// Moves it to where `where` says that its bytes stand.
    template <class Where>
    void move(const Where& where) {
        begin = where(begin);
        end = where(end);
    }
};

/// Reads dates out of running text, in the notations of the languages of the conventions. Pure; views its conventions.
class DateParser {
public:
    DateParser(const Conventions& conventions, std::uint8_t language, DateOrder order)
        : conventions_(&conventions),
          language_(language),
          order_(order) {}

    /// The date that begins exactly at `at`, weekday and time included.
    [[nodiscard]] std::optional<DateMatch> at(std::string_view line, std::size_t at) const;

    /// The first date in `line` from `from` on that begins at a word's start, or right after a small letter ("Posted3
    /// May"). Looks at no more than the first `search_limit` bytes.
    [[nodiscard]] std::optional<DateMatch> find(std::string_view line, std::size_t from = 0) const;

    static constexpr std::size_t search_limit = 600;

private:
    struct Parts;
    [[nodiscard]] bool take_date(Scanner& scanner, Parts& parts) const;
    [[nodiscard]] bool take_hebrew_date(Scanner& scanner, Parts& parts) const;
    [[nodiscard]] bool take_era_date(Scanner& scanner, Parts& parts) const;
    [[nodiscard]] bool take_east_asian(Scanner& scanner, Parts& parts, const ScannedNumber& first) const;
    [[nodiscard]] bool take_with_weekday_in_brackets(Scanner& scanner, Parts& parts, const ScannedNumber& month) const;
    static void take_islamic_mark(Scanner& scanner, Parts& parts);
    [[nodiscard]] bool take_year_first(Scanner& scanner, Parts& parts, const ScannedNumber& year) const;
    [[nodiscard]] bool take_numeric(Scanner& scanner, Parts& parts, const ScannedNumber& first) const;
    [[nodiscard]] static bool take_day_and_month(Scanner& scanner, Parts& parts, const ScannedNumber& day,
                                                 const ScannedNumber& month);
    [[nodiscard]] bool take_day_first(Scanner& scanner, Parts& parts, const ScannedNumber& day) const;
    [[nodiscard]] bool take_month_first(Scanner& scanner, Parts& parts) const;
    [[nodiscard]] std::optional<PhraseHit> take_month_behind_words(Scanner& scanner) const;
    [[nodiscard]] bool take_numbered_month(Scanner& scanner, Parts& parts, const ScannedNumber& day,
                                           Scanner ahead) const;
    static void set_month(const PhraseHit& month, Parts& parts);
    [[nodiscard]] bool takes_day_and_month(Scanner scanner) const;
    void take_year(Scanner& scanner, Parts& parts) const;
    void take_same_day(Scanner& scanner, Parts& parts) const;
    static void take_weekday_behind(Scanner& scanner);
    void take_time_after(Scanner& scanner, Parts& parts) const;
    [[nodiscard]] bool settle(Parts& parts) const;

    const Conventions* conventions_;
    std::uint8_t language_;
    DateOrder order_;
};

}  // namespace galley::text
