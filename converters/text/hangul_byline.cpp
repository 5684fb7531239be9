#include "converters/text/hangul_byline.h"

#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/line_shape.h"
#include "converters/text/plain_spaces.h"
#include "galley/utf8.h"

namespace galley::text {
namespace {

constexpr std::size_t longest_line = 160;  ///< bytes
constexpr std::size_t bytes_of_syllable = 3;

bool is_between_names(char32_t code) {
    return code == ' ' || code == ',' || code == '/' || code == 0xB7 || code == 0x318D || code == 0x30FB ||
           code == 0x2027 || code == 0x3001 || code == '|';
}

class HangulByline {
public:
    HangulByline(std::string_view line, const Conventions& conventions, std::uint8_t language)
        : line_(line),
          lexicon_(conventions.lexicon()),
          language_(language) {}

    [[nodiscard]] std::optional<BylineMatch> read() {
        take_place();
        for (skip_marks(); at_ < line_.size(); skip_marks()) {
            if (take_others()) {
                break;
            }
            if (!take_title() && !take_paper() && !take_name() && !take_address()) {
                return std::nullopt;
            }
        }
        if (match_.contributors.empty() || titled_ != match_.contributors.size()) {
            return std::nullopt;  // without a title behind them these are any words
        }
        for (ContributorMatch& author : match_.contributors) {
            author.contributor.affiliation = paper_;
        }
        match_.by_word = true;
        return std::move(match_);
    }

private:
    void skip_marks() {
        while (at_ < line_.size() && is_between_names(utf8::at(line_, at_).code)) {
            at_ += utf8::at(line_, at_).size;
        }
    }

    [[nodiscard]] std::size_t word_end(std::size_t at) const {
        while (at < line_.size() && is_hangul(utf8::at(line_, at).code)) {
            at += bytes_of_syllable;
        }
        return at;
    }

    /// "세종=", "워싱턴="
    void take_place() {
        if (take_place_and_agency()) {
            return;
        }
        const std::size_t end = word_end(0);
        if (end < line_.size() && line_[end] == '=' &&
            lexicon_.whole(line_.substr(0, end + 1), PhraseKind::by_word, language_)) {
            at_ = end + 1;  // "정리="
        } else if (end < line_.size() && line_[end] == '=') {
            match_.place = Span{0, end};
            at_ = end + 1;
        }
    }

    /// "(서울=연합뉴스)"
    bool take_place_and_agency() {
        const std::size_t close = line_.starts_with('(') ? line_.find(')') : std::string_view::npos;
        const std::size_t equals = close == std::string_view::npos ? close : line_.substr(0, close).find('=');
        if (equals == std::string_view::npos ||
            !lexicon_.whole(line_.substr(equals + 1, close - equals - 1), PhraseKind::agency, language_)) {
            return false;
        }
        match_.place = Span{1, equals};
        paper_ = line_.substr(equals + 1, close - equals - 1);
        at_ = close + 1;
        return true;
    }

    /// "외 1명", to the end of the line.
    bool take_others() {
        match_.and_others = lexicon_.whole(line_.substr(at_), PhraseKind::and_others, language_).has_value();
        return match_.and_others;
    }

    /// "기자", behind all that have none yet.
    bool take_title() {
        const auto title = lexicon_.longest(line_, at_, PhraseKind::job_title, language_);
        if (!title || word_end(title->end) != title->end || match_.contributors.empty()) {
            return false;
        }
        for (; titled_ < match_.contributors.size(); ++titled_) {
            match_.contributors[titled_].contributor.job_title = line_.substr(at_, title->end - at_);
        }
        match_.end = title->end;
        at_ = title->end;
        return true;
    }

    /// "한국일보", before the first name.
    bool take_paper() {
        const auto agency = lexicon_.longest(line_, at_, PhraseKind::agency, language_);
        const std::size_t end = agency ? agency->end : word_end(at_);
        if (!match_.contributors.empty() || !paper_.empty() ||
            !(agency || ends_in_media_word(line_.substr(at_, end - at_), lexicon_, language_))) {
            return false;
        }
        paper_ = line_.substr(at_, end - at_);
        at_ = end;
        return true;
    }

    /// Two to four syllables.
    bool take_name() {
        const std::size_t end = word_end(at_);
        const std::size_t syllables = (end - at_) / bytes_of_syllable;
        if (syllables < 2 || syllables > 4 || (end < line_.size() && !is_between_names(utf8::at(line_, end).code))) {
            return false;
        }
        if (match_.contributors.empty()) {
            match_.begin = at_;
        }
        match_.contributors.push_back(
            {{.kind = ContributorKind::person, .name = std::string(line_.substr(at_, end - at_))}, at_, end});
        at_ = end;
        return true;
    }

    /// "lee@news.example", which ends the line.
    bool take_address() {
        const bool address = titled_ > 0 && is_address(line_.substr(at_));
        at_ = address ? line_.size() : at_;
        return address;
    }

    std::string_view line_;
    const Lexicon& lexicon_;
    std::uint8_t language_;
    BylineMatch match_;
    std::string_view paper_;
    std::size_t at_ = 0;
    std::size_t titled_ = 0;  ///< how many of the contributors have their title
};

}  // namespace

std::optional<BylineMatch> read_hangul_byline(std::string_view line, const Conventions& conventions,
                                              std::uint8_t language) {
    if (line.size() < 2 || line.size() > longest_line) {
        return std::nullopt;
    }
    const bool bracketed =
        (line.starts_with('[') && line.ends_with(']')) || (line.starts_with('(') && line.ends_with(')'));
    if (!is_hangul(utf8::at(line, line.starts_with('[') || line.starts_with('(') ? 1 : 0).code)) {
        return std::nullopt;
    }
    return read_with_plain_spaces(line, [&](std::string_view plain) {
        auto match = HangulByline{bracketed ? plain.substr(1, plain.size() - 2) : plain, conventions, language}.read();
        if (match && bracketed) {
            match->shift(1);
        }
        return match;
    });
}

}  // namespace galley::text
