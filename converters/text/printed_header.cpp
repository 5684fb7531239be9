#include "converters/text/printed_header.h"

#include "converters/text/transmission_stamp.h"
#include "galley/furniture.h"

#include <algorithm>
#include <array>
#include <optional>

namespace galley::text {
namespace {

constexpr std::size_t longest_line = 90;
constexpr std::size_t most_lines = 6;
constexpr std::size_t most_words = 10;

bool is_figure(char byte) { return byte >= '0' && byte <= '9'; }
bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_ascii_letter(char byte) { return is_small(byte) || is_capital(byte); }

bool is_number(std::string_view word, std::size_t least, std::size_t most) {
    return word.size() >= least && word.size() <= most && std::ranges::all_of(word, is_figure);
}

/// "u", "i": a priority, a category.
bool is_code_letter(std::string_view word) { return word.size() == 1 && is_small(word.front()); }

/// "11-20": month and day, in either order.
bool is_day(std::string_view word) {
    if (word.size() != 5 || word[2] != '-' || !is_number(word.substr(0, 2), 2, 2) || !is_number(word.substr(3), 2, 2)) {
        return false;
    }
    const int first = (word[0] - '0') * 10 + word[1] - '0';
    const int second = (word[3] - '0') * 10 + word[4] - '0';
    return first >= 1 && second >= 1 && first <= 31 && second <= 31 && std::min(first, second) <= 12;
}

/// "bc-", "AM-", "PM-": for which edition a story is.
bool has_cycle(std::string_view word) {
    return word.size() > 3 && word[2] == '-' && (word[3] == '-' || is_ascii_letter(word[3]) || is_figure(word[3])) &&
           (word.starts_with("BC") || word.starts_with("bc") || word.starts_with("AM") || word.starts_with("am") ||
            word.starts_with("PM") || word.starts_with("pm"));
}

/// "1stld", "2nd", "1st-Ld-Writethru"
bool is_version(std::string_view word) {
    return word.size() >= 3 && is_figure(word.front()) && is_ascii_letter(word[1]) && is_ascii_letter(word[2]);
}

bool has_letter_and_figure(std::string_view word) {
    return std::ranges::any_of(word, is_figure) && std::ranges::any_of(word, is_ascii_letter) &&
           std::ranges::all_of(word, [](char byte) { return is_figure(byte) || is_ascii_letter(byte); });
}

/// A line in words, marks of ANPA 1312 around it aside.
class Words {
public:
    Words(std::string_view text, const Line& line) : text_(text), line_{line.begin, line.end} {
        if (!line_.empty() && text[line_.begin] == '^') {
            ++line_.begin;
        }
        while (!line_.empty() &&
               (text[line_.end - 1] == '<' || text[line_.end - 1] == '=' || text[line_.end - 1] == ' ')) {
            --line_.end;
        }
        for (std::size_t at = line_.begin; at < line_.end && line_.size() <= longest_line && size_ < words_.size();) {
            const std::size_t end = std::min<std::size_t>(text.substr(0, line_.end).find(' ', at), line_.end);
            if (end > at) {
                words_[size_++] = {at, end};
            }
            at = end + 1;
        }
    }

    /// One more than `most_words` where there are still more.
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view operator[](std::size_t index) const { return in(words_[index]); }
    [[nodiscard]] Span span(std::size_t index) const { return words_[index]; }
    [[nodiscard]] Span line() const { return line_; }
    [[nodiscard]] std::string_view in(Span span) const { return text_.substr(span.begin, span.size()); }

private:
    std::string_view text_;
    Span line_;
    std::array<Span, most_words + 1> words_{};
    std::size_t size_ = 0;
};

/// "r i bc-ferry 11-20 0245", "f0704 reute u f BC-BAHIA-COCOA-REVIEW 02-26 0105", "bc-world-news-summary 11-20 0245"
bool read_anpa_line(const Words& words, TransmissionHeader& values) {
    if (words.size() < 3 || words.size() > most_words) {
        return false;
    }
    const bool counted = is_number(words[words.size() - 1], 3, 5);
    const std::size_t day = words.size() - (counted ? 2 : 1);
    if (!is_day(words[day])) {
        return false;
    }
    constexpr std::size_t most_before = 3;
    std::size_t codes = 0;
    while (codes < most_before && codes + 2 < day &&
           !(is_code_letter(words[codes]) && is_code_letter(words[codes + 1]))) {
        ++codes;
    }
    const bool coded = codes + 2 < day && is_code_letter(words[codes]) && is_code_letter(words[codes + 1]);
    const std::size_t first = coded ? codes + 2 : 0;
    constexpr std::size_t longest_service = 8;
    for (std::size_t index = 0; coded && index < codes; ++index) {
        if (words[index].size() > longest_service) {
            return false;
        }
    }
    if (!(coded || (counted && has_cycle(words[first]))) || words[first].size() < 2 ||
        !is_ascii_letter(words[first].front())) {
        return false;
    }
    if (coded) {
        values.urgency = urgency_of_letter(words[codes].front());
        values.urgency_span = words.span(codes);
    }
    std::size_t last = first;
    while (last + 1 < day && !is_version(words[last + 1])) {
        ++last;
    }
    values.slug = Span{words.span(first).begin, words.span(last).end};
    return true;
}

/// "bdt0123 3 pl 345 dpa 0456", "eca062 4 i 211 ccccb dpa 061"
bool read_iptc_line(const Words& words, TransmissionHeader& values) {
    if (words.size() < 4 || words.size() > most_words || !has_letter_and_figure(words[0]) || words[0].size() < 4 ||
        words[0].size() > 12 || !is_figure(words[0].back()) || !is_number(words[1], 1, 1) || words[1] == "0" ||
        words[1] == "9") {
        return false;
    }
    const std::string_view category = words[2];
    if (category.empty() || category.size() > 5 || !std::ranges::all_of(category, is_ascii_letter) ||
        !is_number(words[3], 1, 4)) {
        return false;
    }
    values.urgency = static_cast<std::uint8_t>(words[1].front() - '0');
    values.urgency_span = words.span(1);
    return true;
}

/// "BC-Ferry-Accident,1st Ld-Writethru,a0543", "BC-FERRY (URGENT)": the keyword ends at a comma or a bracket.
std::optional<Span> read_anpa_keyword(const Words& words, bool in_header) {
    if (words.size() == 0 || !has_cycle(words[0])) {
        return std::nullopt;
    }
    const std::string_view line = words.in(words.line());
    std::size_t end = std::min(line.find_first_of(",("), line.size());
    while (end > 0 && line[end - 1] == ' ') {
        --end;
    }
    const std::string_view keyword = line.substr(0, end);
    const bool one_word = keyword.find(' ') == std::string_view::npos;
    if (!in_header && !(keyword.starts_with("BC-") && (one_word || keyword.find("--") != std::string_view::npos))) {
        return std::nullopt;  // "AM-radio comes back"
    }
    return Span{words.line().begin, words.line().begin + end};
}

/// "Germany-politics/", "Politik/Verkehr/Niedersachsen"
bool read_keyword_line(const Words& words, TransmissionHeader& values) {
    const std::string_view line = words.in(words.line());
    if (line.find('/') == std::string_view::npos || line.size() > longest_line || line.ends_with('.') ||
        line.find(". ") != std::string_view::npos) {
        return false;
    }
    Span slug = words.line();
    while (!slug.empty() && (line[slug.size() - 1] == '/' || line[slug.size() - 1] == ' ')) {
        --slug.end;
    }
    values.slug = slug;
    for (std::size_t begin = slug.begin; begin < slug.end;) {
        const std::size_t size = words.in({begin, slug.end}).find('/');
        const std::size_t end = size == std::string_view::npos ? slug.end : begin + size;
        if (end > begin) {
            values.keywords.push_back({begin, end});
        }
        begin = end + 1;
    }
    return !slug.empty();
}

/// Lines of codes below ZCZC: "OMI91234", "VLM20261122-0311", "R CRO S04 QBXJ".
bool is_code_line(const Words& words) {
    if (words.size() == 1) {
        const std::size_t hyphen = words[0].find('-');
        const bool numbered = hyphen != std::string_view::npos && is_number(words[0].substr(hyphen + 1), 1, 8);
        return words[0].size() >= 5 && has_letter_and_figure(numbered ? words[0].substr(0, hyphen) : words[0]);
    }
    bool codes = words.size() >= 3 && words.size() <= 6 && words[0].size() == 1 && is_capital(words[0].front());
    for (std::size_t index = 1; codes && index < words.size(); ++index) {
        codes = words[index].size() >= 2 && words[index].size() <= 5 &&
                std::ranges::all_of(words[index], [](char byte) { return is_capital(byte) || is_figure(byte); });
    }
    return codes;
}

/// What the next line can be depends on those before it.
class HeaderLines {
public:
    HeaderLines(std::string_view text, bool in_telex) : text_(text), telex_(in_telex) {}

    [[nodiscard]] bool take(const Line& line, TransmissionHeader& values) {
        if (line.size() > longest_line) {
            return false;
        }
        if (!telex_ && !anpa_ && !iptc_ && line.in(text_).starts_with("ZCZC")) {
            telex_ = true;
            return true;
        }
        if (!telex_ && !anpa_ && !iptc_ && ends_telex(line.in(text_))) {
            return true;  // of the message before
        }
        const Words words{text_, line};
        if (!anpa_ && !iptc_ && read_anpa_line(words, values)) {
            anpa_ = true;
            return true;
        }
        if (!anpa_ && !iptc_ && read_iptc_line(words, values)) {
            iptc_ = keywords_may_follow_ = true;
            return true;
        }
        if (keywords_may_follow_) {
            keywords_may_follow_ = false;
            return read_keyword_line(words, values);
        }
        if (const auto keyword = iptc_ || keyword_ ? std::nullopt : read_anpa_keyword(words, telex_ || anpa_)) {
            keyword_ = true;
            values.slug = keyword;
            return true;
        }
        return telex_ && !anpa_ && !iptc_ && is_code_line(words);
    }

private:
    std::string_view text_;
    bool telex_ = false;
    bool anpa_ = false;
    bool iptc_ = false;
    bool keyword_ = false;
    bool keywords_may_follow_ = false;
};

}  // namespace

bool is_priority_mark(std::string_view line, const Lexicon& lexicon) {
    const auto mark = lexicon.whole(line, PhraseKind::furniture);
    return mark && mark->phrase->value == static_cast<std::int16_t>(FurnitureKind::priority_mark);
}

PrintedHeader read_printed_header(std::string_view text, std::span<const Line> lines, bool in_telex,
                                  const Lexicon& lexicon) {
    PrintedHeader header;
    HeaderLines kinds{text, in_telex};
    std::size_t taken = 0;
    bool priority = false;
    for (std::size_t index = 0; index < lines.size() && taken < most_lines; ++index) {
        if (lines[index].blank()) {
            continue;
        }
        if (taken == 0 && !priority && is_priority_mark(lines[index].in(text), lexicon)) {
            priority = true;  // it is part of the header when more of one follows
            continue;
        }
        if (!kinds.take(lines[index], header.values)) {
            break;
        }
        ++taken;
        header.lines = index + 1;
    }
    return header;
}

}  // namespace galley::text
