#include "converters/text/date_parts.h"
#include "converters/text/date_words.h"
#include "converters/text/fold.h"
#include "converters/text/time_parser.h"

namespace galley::text {

void DateParser::set_month(const PhraseHit& month, Parts& parts) {
    parts.month = month.phrase->value;
    parts.named_month = true;
    parts.language = month.phrase->language;
}

/// The words before a month are the story's, or those of the language that the month is named in: which of two near
/// ones a short text is in may be told wrongly.
std::optional<PhraseHit> DateParser::take_month_behind_words(Scanner& scanner) const {
    const auto behind_words_of = [&](std::uint8_t language) {
        Scanner ahead = scanner;
        take_date_words(ahead, language);
        return ahead;
    };
    const auto month_at = [](Scanner& at) {
        at.skip_spaces();
        return at.take_phrase(PhraseKind::month);
    };
    Scanner own = behind_words_of(language_);
    if (const auto month = month_at(own)) {
        scanner = own;
        return month;
    }
    Scanner any = behind_words_of(0);
    const std::size_t words_end = any.at();
    const auto month = month_at(any);
    if (!month || behind_words_of(month->phrase->language).at() != words_end) {
        return std::nullopt;
    }
    scanner = any;
    return month;
}

/// "22 tháng 11 năm 2026": words of the language say that the second number is a month.
bool DateParser::take_numbered_month(Scanner& scanner, Parts& parts, const ScannedNumber& day, Scanner ahead) const {
    const std::size_t before_words = ahead.at();
    take_date_words(ahead, language_);
    if (language_ == 0 || ahead.at() == before_words) {
        return false;
    }
    ahead.skip_spaces();
    const auto month = ahead.take_number(2);
    if (!month || month->value < 1 || month->value > 12) {
        return false;
    }
    const std::size_t before_year = ahead.at();
    Scanner words = ahead;
    take_date_words(words, language_);
    const bool said_twice = words.at() > before_year;
    Parts dated = parts;
    take_year(ahead, dated);
    if (!dated.year || (!said_twice && conventions_->language_tag(language_) == "en")) {
        return false;
    }
    dated.day = day.value;
    dated.month = month->value;
    parts = dated;
    scanner = ahead;
    return true;
}

bool DateParser::take_day_first(Scanner& scanner, Parts& parts, const ScannedNumber& day) const {
    Scanner ahead = scanner;
    take_ordinal(ahead);
    (void)ahead.take_any(U"-/");
    if (day.value < 1 || day.value > 31) {
        return false;
    }
    const auto month = take_month_behind_words(ahead);
    if (!month) {
        return take_numbered_month(scanner, parts, day, ahead);
    }
    take_stop(ahead);
    parts.day = day.value;
    set_month(*month, parts);
    Scanner hyphen = ahead;
    if (hyphen.take_any(U"-/")) {
        const std::size_t start = hyphen.at();
        take_year(hyphen, parts);
        if (hyphen.at() > start) {
            ahead = hyphen;  // "26-FEB-1987", "26/Feb/1987"
        }
    } else {
        take_year(ahead, parts);
    }
    scanner = ahead;
    return true;
}

bool DateParser::take_month_first(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    const auto month = ahead.take_phrase(PhraseKind::month);
    if (!month) {
        return false;
    }
    const bool glued = digit_value(ahead.peek()) >= 0;
    take_stop(ahead);
    if (Scanner again = ahead; ahead.before() == '.') {  // "Nov.November 18, 2019": for narrow pages and for wide ones
        const auto whole = again.take_phrase(PhraseKind::month);
        ahead = whole && whole->phrase->value == month->phrase->value ? again : ahead;
    }
    ahead.skip_spaces();
    (void)ahead.take_phrase(PhraseKind::article);
    ahead.skip_spaces();
    const auto day = ahead.take_number(2);
    Scanner clock = ahead;  // "Nov 5:30"
    if (!day || day->value < 1 || day->value > 31 || (clock.take(':') && digit_value(clock.peek()) >= 0)) {
        return false;
    }
    Scanner ordinal = ahead;
    take_ordinal(ordinal);
    if (ordinal.before() != '.') {
        ahead = ordinal;  // a stop after "Jan 5" ends the sentence or stands before an agency
    }
    parts.day = day->value;
    set_month(*month, parts);
    if (!glued || ahead.peek() == ',') {
        take_year(ahead, parts);  // "SEP7 1624" is a contract's month and its price
    }
    Scanner word = ahead;
    word.skip_spaces();
    if (const auto abbreviation = word.take_phrase(PhraseKind::date_word);
        abbreviation && word.before() == '.' && abbreviation->phrase->language == parts.language) {
        ahead = word;  // "lapkričio 22 d."
    }
    scanner = ahead;
    return true;
}

/// "2. März", "2 de marzo": how another date begins.
bool DateParser::takes_day_and_month(Scanner scanner) const {
    const auto day = scanner.take_number(2);
    if (!day || day->value < 1 || day->value > 31) {
        return false;
    }
    take_ordinal(scanner);
    take_date_words(scanner, language_);
    scanner.skip_spaces();
    return scanner.take_phrase(PhraseKind::month).has_value();
}

void DateParser::take_year(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    (void)ahead.take_any(U",.");
    const std::size_t before_words = ahead.at();
    take_date_words(ahead, language_);
    if (parts.named_month && ahead.at() == before_words) {
        take_date_words(ahead, parts.language);
    }
    ahead.skip_spaces();
    if (const auto era = ahead.take_phrase(PhraseKind::era)) {
        ahead.skip_spaces();
        if (const auto year = ahead.take_number(4)) {
            parts.year = year->value + era->phrase->value;
            scanner = ahead;
        }
        return;
    }
    Scanner number = ahead;
    if (const auto year = number.take_digits(4);
        year && year->digits == 4 && year->value >= 1200 && year->value <= 2700) {
        // A year may run into a time ("20247:55") or the next date ("20262 March 2026"), but not into a number or a
        // clock ("17:41").
        const bool number_follows = digit_value(number.peek()) >= 0;
        Scanner glued = number;
        const bool time_follows = number_follows && (take_time(glued, false) || takes_day_and_month(number));
        Scanner clock = ahead;
        Scanner colon = number;
        const bool seconds_follow = colon.take(':') && digit_value(colon.peek()) >= 0;
        if (!seconds_follow && !take_clock_figures(clock) && (!number_follows || time_follows)) {
            parts.year = year->value;
            scanner = number;
            Scanner word = scanner;
            word.skip_spaces();
            if (word.take_phrase(PhraseKind::year_word)) {
                Scanner more = word;
                more.skip_spaces();
                if (more.at_end() || digit_value(more.peek()) < 0) {
                    scanner = word;  // "2026 года", "2026 r."
                }
            }
        }
    } else if (number.take('\'')) {
        if (const auto short_year = number.take_number(2); short_year && short_year->digits == 2) {
            parts.year = full_year(*short_year);
            scanner = number;
        }
    }
}

}  // namespace galley::text
