#include "converters/text/credit_line.h"

#include "converters/text/byline_pieces.h"
#include "converters/text/fold.h"
#include "converters/text/plain_spaces.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_credit_line = 320;
constexpr std::size_t reach_of_ending = 56;  ///< bytes before the end in which "contributed to this report" begins

/// A bracket, a space or a mark of a list.
bool stands_before(char32_t code) {
    return code == ' ' || code == '*' || code == '_' || is_dash(code) || opens_bracket(code);
}

class CreditReader {
public:
    CreditReader(std::string_view line, const Conventions& conventions, std::uint8_t language)
        : line_(line),
          conventions_(conventions),
          names_(conventions, language),
          language_(language) {}

    std::vector<Credit> read() {
        std::size_t at = 0;
        while (at < line_.size() && stands_before(utf8::at(line_, at).code)) {
            at += utf8::at(line_, at).size;
        }
        if (at >= line_.size() || !may_be_credit(at)) {
            return {};
        }
        while (at != std::string_view::npos && at < line_.size()) {
            const std::size_t stop = end_of_part(at);
            if (std::size_t begin = at;
                !trim_piece(line_.substr(at, stop - at), begin).empty() && !read_part(begin, stop)) {
                return {};
            }
            at = stop + 1;
        }
        return std::move(credits_);
    }

private:
    /// False for nearly every line: none of its words begins as a credit's first or last words do.
    [[nodiscard]] bool may_be_credit(std::size_t begin) const {
        const Lexicon& lexicon = conventions_.lexicon();
        if (begin < line_.size() && lexicon.may_begin(line_, begin, PhraseKind::credit).any()) {
            return true;
        }
        // All parts of a credit line are credits, the last one as well.
        const std::size_t last = line_.find(';') != std::string_view::npos
                                     ? begin
                                     : line_.size() - std::min(line_.size(), reach_of_ending + 4);
        for (std::size_t space = line_.find(' ', std::max(begin, last)); space != std::string_view::npos;
             space = line_.find(' ', space + 1)) {
            if (lexicon.has_any(line_, space + 1, PhraseKind::credit_ending)) {
                return true;
            }
        }
        return false;
    }

    /// At the next semicolon or bracket, or a comma, a stop or a dash with another role behind it: "(autor: X, editor:
    /// Y)".
    [[nodiscard]] std::size_t end_of_part(std::size_t at) const {
        for (std::size_t stop = line_.find_first_of(",;)].-", at); stop != std::string_view::npos;
             stop = line_.find_first_of(",;)].-", stop + 1)) {
            const std::size_t next = line_.find_first_not_of(' ', stop + 1);
            const bool weak = line_[stop] == ',' || line_[stop] == '.' || line_[stop] == '-';
            if (!weak || (next != std::string_view::npos &&
                          conventions_.lexicon().longest(line_, next, PhraseKind::credit, language_))) {
                return stop;
            }
        }
        return line_.size();
    }

    bool read_part(std::size_t begin, std::size_t end) {
        while (end > begin &&
               (line_[end - 1] == '.' || line_[end - 1] == ' ' || closes_bracket(utf8::before(line_, end).code))) {
            end -= utf8::before(line_, end).size;
        }
        const Lexicon& lexicon = conventions_.lexicon();
        const std::string_view part = line_.substr(0, end);
        if (const auto role = lexicon.longest(part, begin, PhraseKind::credit, language_)) {
            return add_people(role->end, end, role->phrase->value);
        }
        for (std::size_t at = end > begin + reach_of_ending ? end - reach_of_ending : begin; at < end; ++at) {
            if (at == begin || line_[at - 1] != ' ') {
                continue;
            }
            if (const auto role = lexicon.longest(part, at, PhraseKind::credit_ending, language_)) {
                return add_people(begin, at, role->phrase->value);
            }
        }
        return false;
    }

    /// "Associated Press writers Ann Lee in Paris and Tom Ray": people of an agency, or the agency itself.
    bool add_people(std::size_t begin, std::size_t end, std::int16_t role) {
        std::string_view agency;
        if (const auto hit =
                conventions_.lexicon().longest(line_.substr(0, end), begin, PhraseKind::agency, language_)) {
            const std::size_t people = skip_titles(hit->end, end);
            if (people > hit->end && people < end) {
                agency = conventions_.agency(hit->phrase->value);
                begin = people;
            }
        }
        auto people = names_.parse(line_.substr(begin, end - begin));
        if (!people) {
            return false;
        }
        for (ContributorMatch& person : people->contributors) {
            person.begin += begin;
            person.end += begin;
            if (!agency.empty() && person.contributor.affiliation.empty()) {
                person.contributor.affiliation = agency;
            }
            credits_.push_back({role, std::move(person)});
        }
        return true;
    }

    /// Behind words in small letters: "staff writers", "writer", "correspondents".
    [[nodiscard]] std::size_t skip_titles(std::size_t at, std::size_t end) const {
        for (std::size_t word = at; word < end;) {
            word = line_.find_first_not_of(' ', word);
            if (word >= end || !is_lower(utf8::at(line_, word).code)) {
                return word >= end ? at : word;
            }
            word = std::min(line_.find(' ', word), end);
        }
        return at;
    }

    std::string_view line_;
    const Conventions& conventions_;
    BylineParser names_;
    std::vector<Credit> credits_;
    std::uint8_t language_;
};

}  // namespace

std::string_view without_date_code(std::string_view line) {
    constexpr std::size_t longest_code = 8;
    const std::size_t end = line.find_last_not_of("0123456789");
    const bool code = end != std::string_view::npos && line.size() - end - 1 <= longest_code &&
                      closes_bracket(utf8::before(line, end + 1).code);
    return code ? line.substr(0, end + 1) : line;
}

std::vector<Credit> read_credit_line(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    line = without_date_code(line);
    if (line.size() > longest_credit_line) {
        return {};
    }
    if (!PlainSpaces::are_missing_in(line)) {
        return CreditReader{line, conventions, language}.read();
    }
    const PlainSpaces plain{line};
    std::vector<Credit> credits = CreditReader{plain.text(), conventions, language}.read();
    for (Credit& credit : credits) {
        credit.person.move([&](std::size_t at) { return plain.in_line(at); });
    }
    return credits;
}

bool is_bracketed_credit(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    return !line.empty() && opens_bracket(utf8::at(line, 0).code) &&
           conventions.lexicon().longest(line, utf8::at(line, 0).size, PhraseKind::credit, language).has_value();
}

}  // namespace galley::text
