#include "converters/text/reported_line.h"

#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_paper = 60;  ///< bytes
constexpr std::size_t longest_report = 6;  ///< characters

class ReportedLine {
public:
    ReportedLine(std::string_view line, const Conventions& conventions, std::uint8_t language)
        : line_(line),
          lexicon_(conventions.lexicon()),
          language_(language) {}

    [[nodiscard]] std::optional<BylineMatch> read() {
        std::size_t begin = 0;
        while (begin < line_.size() && (is_open(utf8::at(line_, begin).code))) {
            begin += utf8::at(line_, begin).size;
        }
        std::size_t end = line_.size();
        while (end > begin && is_close(utf8::before(line_, end).code)) {
            end -= utf8::before(line_, end).size;
        }
        const std::size_t tail = begin_of_report(end);
        if (tail == end) {
            return std::nullopt;
        }
        match_ = {.begin = 0, .end = line_.size(), .by_word = true};
        const std::size_t stroke = find_stroke(begin, tail);
        const std::size_t names = take_reporter(begin, std::min(stroke, tail));
        if (stroke == std::string_view::npos) {
            return names > begin && take_glued_name(names, tail) ? std::optional(match_) : std::nullopt;
        }
        constexpr std::size_t longest_place = 6;  // characters
        const std::size_t place = stroke + utf8::at(line_, stroke).size;
        if (place > tail || utf8::count_characters(line_.substr(place, tail - place)) > longest_place ||
            !take_names(names, stroke, names > begin)) {
            return std::nullopt;
        }
        take_place(place, tail);
        return match_;
    }

private:
    static bool is_open(char32_t code) {
        return code == U'【' || code == U'〔' || code == U'［' || code == U'[' || code == U'（' || code == U'(' ||
               code == U'■' || code == U'●' || code == U' ';
    }
    static bool is_close(char32_t code) {
        return code == U'】' || code == U'〕' || code == U'］' || code == U']' || code == U')' || code == U'）' ||
               code == U' ';
    }

    /// Where "報導" or "綜合報導" begins that ends at `end`; `end` where none does.
    [[nodiscard]] std::size_t begin_of_report(std::size_t end) const {
        std::size_t longest = end;
        std::size_t at = end;
        for (std::size_t characters = 0; characters < longest_report && at > 0; ++characters) {
            at -= utf8::before(line_, at).size;
            const auto word = lexicon_.longest(line_.substr(0, end), at, PhraseKind::work_word, language_);
            longest = word && word->end == end && is(*word->phrase, Work::report) ? at : longest;
        }
        return longest;
    }

    [[nodiscard]] std::size_t find_stroke(std::size_t begin, std::size_t end) const {
        for (std::size_t at = begin; at < end; at += utf8::at(line_, at).size) {
            if (fold(utf8::at(line_, at).code) == '/') {
                return at;
            }
        }
        return std::string_view::npos;
    }

    /// "記者", "編譯", "海港新聞網記者": where the names begin; `begin` where nothing says what they are.
    std::size_t take_reporter(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < std::min(end, begin + longest_paper); at += utf8::at(line_, at).size) {
            if (const auto word = lexicon_.longest(line_, at, PhraseKind::after_by_word, language_);
                word && word->end <= end) {
                title_ = line_.substr(at, word->end - at);
                paper_ = line_.substr(begin, at - begin);
                return word->end;
            }
        }
        return begin;
    }

    /// Names of two to four characters each; without a word before them each begins with a family name.
    bool take_names(std::size_t at, std::size_t end, bool reporter) {
        if (!reporter && lexicon_.whole(line_.substr(at, end - at), PhraseKind::desk, language_)) {
            match_.contributors.push_back(
                {{.kind = ContributorKind::desk, .name = std::string(line_.substr(at, end - at))}, at, end});
            return true;
        }
        while (at < end) {
            const char32_t code = fold(utf8::at(line_, at).code);
            std::size_t next = at;
            while (next < end && is_ideograph(utf8::at(line_, next).code)) {
                next += utf8::at(line_, next).size;
            }
            if (next == at && (code == ' ' || code == ',' || code == 0x3001)) {
                at += utf8::at(line_, at).size;
                continue;
            }
            const std::string_view name = line_.substr(at, next - at);
            const std::size_t characters = utf8::count_characters(name);
            if (characters < 2 || characters > 4 || (!reporter && !is_name_of_ideographs(name, lexicon_, language_))) {
                return false;
            }
            add(at, next);
            at = next;
        }
        return !match_.contributors.empty();
    }

    /// "王小明台北": a name of two to four characters, the rest a place.
    bool take_glued_name(std::size_t at, std::size_t end) {
        while (at < end && fold(utf8::at(line_, at).code) == ' ') {
            at += utf8::at(line_, at).size;
        }
        std::size_t name_end = at;
        for (std::size_t characters = 1; characters <= 4 && name_end < end; ++characters) {
            name_end += utf8::at(line_, name_end).size;
            const std::string_view place = name_end < end ? line_.substr(name_end, end - name_end) : std::string_view{};
            if (characters >= 2 && !place.empty() &&
                lexicon_.whole(place, {PhraseKind::place, PhraseKind::country, PhraseKind::region}, language_)) {
                add(at, name_end);
                take_place(name_end, end);
                return true;
            }
        }
        return false;
    }

    void take_place(std::size_t begin, std::size_t end) {
        if (begin < end && lexicon_.whole(line_.substr(begin, end - begin),
                                          {PhraseKind::place, PhraseKind::country, PhraseKind::region}, language_)) {
            match_.place = Span{begin, end};
        }
    }

    void add(std::size_t begin, std::size_t end) {
        match_.contributors.push_back({{.kind = ContributorKind::person,
                                        .name = std::string(line_.substr(begin, end - begin)),
                                        .job_title = std::string(title_),
                                        .affiliation = std::string(paper_)},
                                       begin,
                                       end});
    }

    std::string_view line_;
    const Lexicon& lexicon_;
    std::uint8_t language_;
    std::string_view title_;
    std::string_view paper_;
    BylineMatch match_;
};

}  // namespace

std::optional<BylineMatch> read_reported_line(std::string_view line, const Conventions& conventions,
                                              std::uint8_t language) {
    return ReportedLine{line, conventions, language}.read();
}

}  // namespace galley::text
