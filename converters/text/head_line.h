#pragma once

#include "converters/text/byline_parser.h"
#include "converters/text/conventions.h"
#include "converters/text/date_parser.h"
#include "galley/furniture.h"
#include "galley/span.h"

#include <optional>
#include <string_view>
#include <vector>

namespace galley::text {

/// What a line around the text says, when all of it can be explained. Spans are bytes of the line.
struct HeadLine {
    struct Part {
        FurnitureKind kind = FurnitureKind::separator;
        Span span;
    };
    std::optional<BylineMatch> byline;
    std::optional<DateMatch> date;     ///< of the story: labelled as such or without a label
    std::optional<DateMatch> updated;  ///< of its last change
    bool relative_date = false;        ///< "3 hours ago": a date that the line does not tell
    std::optional<Span> place;
    std::vector<Part> furniture;  ///< labels, separators, counters

    /// Moves every span by `bytes`, or to where `where` says that a byte stands.
    void shift(std::size_t bytes) {
        move([bytes](std::size_t at) { return at + bytes; });
    }
    template <class Where>
    void move(const Where& where) {
        if (byline) {
            byline->move(where);
        }
        for (std::optional<DateMatch>* match : {&date, &updated}) {
            if (*match) {
                (*match)->move(where);
            }
        }
        if (place) {
            place = Span{where(place->begin), where(place->end)};
        }
        for (Part& part : furniture) {
            part.span = {where(part.span.begin), where(part.span.end)};
        }
    }

    [[nodiscard]] bool has_date() const { return date.has_value() || updated.has_value() || relative_date; }
};

/// Explains lines that hold authors, dates and what web pages put beside them. Pure; views its conventions.
class HeadLineParser {
public:
    HeadLineParser(const Conventions& conventions, std::uint8_t language, DateOrder order)
        : conventions_(&conventions),
          language_(language),
          dates_(conventions, language, order),
          bylines_(conventions, language) {}

    /// What `line` says; nothing when some of it is neither author, date, place nor furniture.
    [[nodiscard]] std::optional<HeadLine> parse(std::string_view line) const;

    [[nodiscard]] const DateParser& dates() const { return dates_; }
    [[nodiscard]] const BylineParser& bylines() const { return bylines_; }

private:
    struct Label {
        PhraseKind kind = PhraseKind::published;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] std::optional<HeadLine> parse_plain(std::string_view line) const;
    [[nodiscard]] std::optional<HeadLine> parse_whole(std::string_view line) const;
    [[nodiscard]] std::optional<HeadLine> parse_behind_bars(std::string_view line) const;
    [[nodiscard]] std::size_t skip_to_date(std::string_view line, std::size_t label_end, std::size_t limit) const;
    [[nodiscard]] std::optional<Label> label_before(std::string_view line, std::size_t date_begin) const;
    [[nodiscard]] std::optional<DateMatch> first_date(std::string_view line) const;
    [[nodiscard]] bool is_labelled_time(std::string_view line) const;
    [[nodiscard]] bool is_town_before_date(std::string_view line, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_plain_sentence(std::string_view line) const;
    [[nodiscard]] bool begins_as_sentence(std::string_view line) const;
    [[nodiscard]] bool read_names(std::string_view line, std::size_t begin, std::size_t end, HeadLine& head) const;
    [[nodiscard]] std::size_t without_date_word(std::string_view line, std::size_t begin, std::size_t end) const;
    void drop_section(HeadLine& head) const;
    [[nodiscard]] bool read_before_label(std::string_view line, std::size_t begin, std::size_t end,
                                         HeadLine& head) const;
    [[nodiscard]] bool read_handle(std::string_view line, std::size_t begin, std::size_t end, HeadLine& head) const;
    [[nodiscard]] bool read_before_date(std::string_view line, std::size_t begin, const DateMatch& date,
                                        HeadLine& head) const;
    [[nodiscard]] std::size_t find_name_end(std::string_view line, std::size_t from) const;
    [[nodiscard]] std::size_t find_by_word(std::string_view line, std::size_t from) const;
    [[nodiscard]] std::size_t read_date(std::string_view line, std::size_t at, HeadLine& head) const;
    [[nodiscard]] std::size_t read_weekday(std::string_view line, std::size_t at, HeadLine& head) const;
    [[nodiscard]] std::size_t read_label(std::string_view line, std::size_t at, HeadLine& head) const;
    [[nodiscard]] std::size_t read_author(std::string_view line, std::size_t at, HeadLine& head) const;
    [[nodiscard]] bool read_author_after_paper(std::string_view line, std::size_t at, HeadLine& head) const;
    [[nodiscard]] std::size_t read_page_part(std::string_view line, std::size_t at, HeadLine& head) const;
    [[nodiscard]] bool read_end(std::string_view line, std::size_t begin, std::size_t at, HeadLine& head) const;
    [[nodiscard]] bool says_who_wrote(std::string_view text) const;
    [[nodiscard]] bool read_rest(std::string_view line, std::size_t begin, bool labelled, HeadLine& head) const;

    const Conventions* conventions_;
    std::uint8_t language_;
    DateParser dates_;
    BylineParser bylines_;
};

}  // namespace galley::text
