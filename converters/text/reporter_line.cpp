#include "converters/text/reporter_line.h"

#include "converters/text/fold.h"
#include "converters/text/plain_spaces.h"
#include "converters/text/reported_line.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_line = 120;  ///< bytes
constexpr std::size_t longest_paper = 60;
constexpr std::size_t longest_media_word = 9;

bool is_mark(char32_t code) {
    return code == U'■' || code == U'●' || code == U'◎' || code == U'□' || code == U'▲' || code == '(' || code == ' ';
}

/// What `line` says behind the marks at its head and a "文" with a bar.
std::size_t begin_of_paper(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    std::size_t at = 0;
    while (at < line.size() && is_mark(fold(utf8::at(line, at).code))) {
        at += utf8::at(line, at).size;
    }
    const auto work = lexicon.longest(line, at, PhraseKind::work_word, language);
    if (!work || !is(*work->phrase, Work::copy)) {
        return at;
    }
    std::size_t bar = work->end;
    bool any = false;
    while (bar < line.size()) {
        const utf8::Character character = utf8::at(line, bar);
        const char32_t code = fold(character.code);
        if (code != ' ' && code != '|' && code != '/' && code != ':') {
            break;
        }
        any = true;
        bar += character.size;
    }
    return any ? bar : at;
}

class ReporterLine {
public:
    ReporterLine(std::string_view line, const Conventions& conventions, std::uint8_t language)
        : line_(line),
          lexicon_(conventions.lexicon()),
          language_(language) {}

    [[nodiscard]] std::optional<BylineMatch> read() {
        const std::size_t begin = begin_of_paper(line_, lexicon_, language_);
        std::size_t word = begin;
        std::optional<PhraseHit> reporter;
        while (word < line_.size() && word - begin <= longest_paper &&
               !(reporter = lexicon_.longest(line_, word, PhraseKind::after_by_word, language_))) {
            word += utf8::at(line_, word).size;
        }
        const std::string_view paper = reporter ? utf8::trim(line_.substr(begin, word - begin)) : std::string_view{};
        match_.begin = begin;
        match_.by_word = true;
        if (!reporter || !take_names(reporter->end) || match_.contributors.empty()) {
            return std::nullopt;
        }
        // "记者 王小明 编辑 赵一平": who edited the story stands beside who wrote it, and nowhere else.
        if (!(paper.empty() ? other_work_ : is_paper(paper))) {
            return std::nullopt;
        }
        for (ContributorMatch& author : match_.contributors) {
            author.contributor.kind = ContributorKind::person;
            author.contributor.job_title = line_.substr(word, reporter->end - word);
            author.contributor.affiliation = paper;
        }
        match_.end = match_.contributors.back().end;
        return match_;
    }

private:
    /// "本报", "海港晚报、盐城客户端", "《海港》": no sentence, and a media word near its end.
    [[nodiscard]] bool is_paper(std::string_view paper) const {
        bool media = false;
        for (std::size_t at = 0; at < paper.size(); at += utf8::at(paper, at).size) {
            const char32_t code = fold(utf8::at(paper, at).code);
            if (code == ',' || code == '.' || code == ':' || code == '!' || code == '?' || code == ';' ||
                code == 0x3002) {
                return false;
            }
            const auto hit = paper.size() - at <= 4 * longest_media_word
                                 ? lexicon_.longest(paper, at, PhraseKind::media_word, language_)
                                 : std::nullopt;
            media = media || hit.has_value();
        }
        return media;
    }

    /// Names to the end of the line, or to "报道" or another's work behind them.
    [[nodiscard]] bool take_names(std::size_t at) {
        while (at < line_.size()) {
            const utf8::Character character = utf8::at(line_, at);
            const char32_t code = fold(character.code);
            if (code == ' ' || code == ',' || code == '/' || code == ')' || code == '?' || code == 0x3001 ||
                code == 0xB7) {
                at += character.size;
                continue;
            }
            other_work_ = is_other_work(at);
            if (ends_in_report(at) || other_work_) {
                return true;
            }
            const std::size_t end = name_end(at);
            if (end == at) {
                return false;
            }
            match_.contributors.push_back({{.name = name_in(at, end)}, at, end});
            at = end;
        }
        return true;
    }

    /// Only what the reporters did stands from here to the end: "报道", "文/摄".
    [[nodiscard]] bool ends_in_report(std::size_t at) const {
        const auto work = lexicon_.longest(line_, at, PhraseKind::work_word, language_);
        return work && work->end == line_.size() && !is(*work->phrase, Work::other);
    }

    /// "编辑 赵力", "校对 何燕": who edited the story did not write it.
    [[nodiscard]] bool is_other_work(std::size_t at) const {
        const auto work = lexicon_.longest(line_, at, PhraseKind::work_word, language_);
        return work && is(*work->phrase, Work::other);
    }

    /// The end of two to four characters, or of one, a space and another ("贾 丽"); `at` where there is no name.
    [[nodiscard]] std::size_t name_end(std::size_t at) const {
        std::size_t characters = 0;
        std::size_t end = at;
        while (end < line_.size() && is_ideograph(utf8::at(line_, end).code) &&
               !(characters >= 2 && ends_in_report(end))) {
            end += utf8::at(line_, end).size;
            ++characters;
        }
        if (characters == 1 && end < line_.size() && utf8::is_space(utf8::at(line_, end).code)) {
            const std::size_t second = end + utf8::at(line_, end).size;
            const std::size_t behind = second < line_.size() ? second + utf8::at(line_, second).size : second;
            const bool single = second < line_.size() && is_ideograph(utf8::at(line_, second).code) &&
                                (behind >= line_.size() || !is_ideograph(utf8::at(line_, behind).code));
            return single ? behind : at;
        }
        return characters >= 2 && characters <= 4 ? end : at;
    }

    /// Without the space inside it.
    [[nodiscard]] std::string name_in(std::size_t begin, std::size_t end) const {
        std::string name;
        for (std::size_t at = begin; at < end; at += utf8::at(line_, at).size) {
            if (is_ideograph(utf8::at(line_, at).code)) {
                name += line_.substr(at, utf8::at(line_, at).size);
            }
        }
        return name;
    }

    std::string_view line_;
    const Lexicon& lexicon_;
    std::uint8_t language_;
    BylineMatch match_;
    bool other_work_ = false;  ///< somebody who did other work stands behind the names
};

}  // namespace

std::optional<BylineMatch> read_reporter_line(std::string_view line, const Conventions& conventions,
                                              std::uint8_t language) {
    if (line.size() > longest_line || static_cast<unsigned char>(line.front()) < 0xE2) {
        return std::nullopt;
    }
    return read_with_plain_spaces(line, [&](std::string_view plain) {
        auto match = ReporterLine{plain, conventions, language}.read();
        return match ? std::move(match) : read_reported_line(plain, conventions, language);
    });
}

}  // namespace galley::text
