#pragma once

#include "converters/text/conventions.h"
#include "converters/text/dateline_context.h"
#include "converters/text/dateline_match.h"
#include "converters/text/scanner.h"
#include "galley/span.h"

#include <optional>
#include <string_view>
#include <vector>

namespace galley::text {

/// Reads datelines. Two proofs are needed: a known agency, capitals or a known town, a date, a dash. Pure.
class DatelineParser {
public:
    DatelineParser(const Conventions& conventions, std::uint8_t language, DateOrder order)
        : context_(conventions, language, order) {}

    /// The dateline that `paragraph` begins with.
    [[nodiscard]] std::optional<DatelineMatch> parse(std::string_view paragraph) const;

private:
    [[nodiscard]] std::optional<DatelineMatch> parse_head(std::string_view head) const;
    struct Draft;
    [[nodiscard]] std::optional<DatelineMatch> parse_western(std::string_view head) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_behind_agency(Scanner scanner, Draft draft) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_behind_bare_agency(Scanner scanner) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_close_behind_agency(Scanner scanner, Draft draft) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_agency_alone(Scanner scanner, Draft draft) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_behind_date(Scanner scanner, Draft draft) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_behind_day(Scanner scanner, Draft draft) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_in_brackets(Scanner scanner, Draft draft) const;
    [[nodiscard]] std::optional<DatelineMatch> parse_from_place(Scanner scanner, Draft draft) const;
    [[nodiscard]] static bool is_release_line(const Draft& draft, std::string_view rest);
    [[nodiscard]] static bool is_proven(Draft& draft, std::string_view rest);
    [[nodiscard]] bool take_places(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool is_agency_between_dashes(Scanner scanner) const;
    [[nodiscard]] bool take_dated_place(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_place(Scanner& scanner, Draft& draft) const;
    void take_region(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_bracketed(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_agencies(Scanner& scanner, Draft& draft, std::size_t end) const;
    [[nodiscard]] static bool take_agency_at_stroke(Scanner& scanner, Draft& draft, std::size_t end);
    [[nodiscard]] bool take_reporter_before_agency(std::string_view inside, std::size_t begin, Draft& draft) const;
    [[nodiscard]] bool take_date_up_to(std::size_t end, Scanner scanner, Draft& draft) const;
    [[nodiscard]] bool may_be_agency(std::string_view bracket, bool strokes, const Draft& draft) const;
    [[nodiscard]] bool take_stroked_agency(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_agency_behind_hyphen(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_mark_behind_agency(Scanner& scanner, const Draft& draft) const;
    [[nodiscard]] std::optional<DatelineMatch::FoundName> take_agency(Scanner& scanner) const;
    [[nodiscard]] bool take_reporters(std::string_view inside, std::size_t begin, Draft& draft) const;
    static void take_reporters_before_place(Draft& draft);
    [[nodiscard]] bool take_reporters_before_stop(Scanner scanner, Draft& draft) const;
    [[nodiscard]] bool take_bare_agency(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_agency_behind_dash(Scanner& dash, Draft& draft) const;
    [[nodiscard]] bool is_agency_next(const Scanner& scanner) const;
    static void add_agency(DatelineMatch::FoundName agency, Draft& draft);
    [[nodiscard]] bool has_date_ahead(const Scanner& scanner, Draft& draft) const;
    void take_date(Scanner& scanner, Draft& draft) const;
    void take_date_between_dashes(Scanner& scanner, Draft& draft) const;
    void take_day_between_dashes(Scanner& scanner, Draft& draft) const;
    void take_weekday(Scanner& scanner, Draft& draft) const;
    void take_day_before_agency(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_day_with_stops(Scanner& scanner, Draft& draft) const;
    void take_other_month(Scanner& scanner, Draft& draft) const;
    void take_short_year(Scanner& scanner, Draft& draft) const;
    void take_bracketed_date(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool take_day_and_month(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] static bool set_day(std::int32_t day, Span span, Draft& draft);
    [[nodiscard]] static bool set_day_and_month(std::int32_t day, std::int32_t month, Span span, Draft& draft);
    void take_bracketed_regions(Scanner& scanner, Draft& draft) const;
    [[nodiscard]] bool is_region_in_brackets(std::string_view name, Scanner behind, bool is_country,
                                             Draft& draft) const;
    static void take_note_on_place(Scanner& scanner, Draft& draft);
    [[nodiscard]] bool is_followed_by_stop(std::string_view rest, const Draft& draft) const;
    [[nodiscard]] bool is_followed_by_colon(const Scanner& scanner, const Draft& draft) const;

    DatelineContext context_;
};

}  // namespace galley::text
