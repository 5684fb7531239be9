#include "converters/text/glued_tail.h"

#include "converters/text/bracketed_names.h"
#include "converters/text/credit_line.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/lone_agency.h"
#include "converters/text/sign_off.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_tail = 60;         ///< bytes
constexpr std::size_t lines_looked_at = 4;       ///< that are not blank, from the end
constexpr std::size_t shortest_paragraph = 200;  ///< bytes of text that no tail stands above
constexpr std::size_t shortest_sentence = 12;    ///< bytes before the tail

bool ends_before(std::string_view line, std::size_t at) { return at > 0 && ends_sentence(line.substr(0, at)); }

/// "ashore.EFE": a stop behind a small letter, and nothing between; not "<MHSP.PA>".
bool ends_word_before(std::string_view line, std::size_t at) {
    return at > 1 && line[at - 1] == '.' && is_lower(utf8::before(line, at - 1).code);
}

/// Text of the story, and no credits or rights in brackets.
bool is_paragraph(std::string_view line) {
    return line.size() >= shortest_paragraph && ends_sentence(line) && line.front() != '(' && line.front() != '[' &&
           line.front() != '<' && !line.starts_with("©");
}

class GluedTail {
public:
    GluedTail(const Conventions& conventions, std::uint8_t language, const DateParser& dates)
        : conventions_(conventions),
          lexicon_(conventions.lexicon()),
          language_(language),
          dates_(dates) {}

    /// Where the tail of `line` begins; npos without one.
    [[nodiscard]] std::size_t find(std::string_view line) const {
        if (is_list_point(line) || (line.ends_with('.') && !line.ends_with(").")) || line.ends_with('!') ||
            line.ends_with('?') || line.ends_with('"')) {
            return std::string_view::npos;  // most lines end in a sentence of theirs
        }
        for (std::size_t at = line.size(), seen = 0; at > shortest_sentence && seen < longest_tail;) {
            const utf8::Character last = utf8::before(line, at);
            at -= last.size;
            seen += last.size;
            const char before = at > 0 ? line[at - 1] : '\0';
            const bool opens = opens_bracket(last.code) || last.code == '/';
            if (!opens && before != ' ' && !(before == '.' && is_letter(last.code) && ends_word_before(line, at))) {
                continue;
            }
            if (ends_before(line, without_spaces(line, at)) && is_tail(line.substr(at))) {
                return at;
            }
        }
        return std::string_view::npos;
    }

private:
    static std::size_t without_spaces(std::string_view line, std::size_t end) {
        while (end > 0 && line[end - 1] == ' ') {
            --end;
        }
        return end;
    }

    [[nodiscard]] bool is_tail(std::string_view tail) const {
        if (tail.starts_with('/')) {
            return is_sign_off(tail.substr(1), lexicon_, language_, false);
        }
        if (lexicon_.whole(tail, {PhraseKind::end_mark, PhraseKind::sign_off}, language_)) {
            return std::ranges::none_of(tail, [](char byte) { return byte >= '0' && byte <= '9'; });
        }
        if (find_lone_agency(tail, lexicon_, language_) || read_bracketed_names(tail, conventions_, language_, false)) {
            return true;
        }
        if (const std::string_view credit = without_date_code(tail);
            is_bracketed_credit(credit, conventions_, language_)) {
            return closes_bracket(utf8::before(credit, credit.size()).code);
        }
        const std::string_view inside = without_brackets(tail);
        if (inside.size() == tail.size()) {
            return fold(utf8::at(tail, 0).code) != '(' && is_sign_off(tail, lexicon_, language_, false);
        }
        const auto date = dates_.at(inside, 0);
        return date && date->date.is_full() && date->end == inside.size();
    }

    const Conventions& conventions_;
    const Lexicon& lexicon_;
    std::uint8_t language_;
    const DateParser& dates_;
};

}  // namespace

void cut_glued_tail(std::string_view text, std::vector<Line>& lines, const Conventions& conventions,
                    std::uint8_t language, const DateParser& dates) {
    const GluedTail glued{conventions, language, dates};
    std::size_t seen = 0;
    for (std::size_t index = lines.size(); index > 0 && seen < lines_looked_at; --index) {
        Line& line = lines[index - 1];
        if (line.blank()) {
            continue;
        }
        ++seen;
        const std::size_t at = glued.find(line.in(text));
        if (at == std::string_view::npos) {
            if (is_paragraph(line.in(text))) {
                return;  // an agency's name above it credits a picture
            }
            continue;
        }
        const Line tail{.begin = line.begin + at, .end = line.end};
        line.end = tail.begin;
        while (text[line.end - 1] == ' ') {
            --line.end;
        }
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(index), tail);
        return;
    }
}

}  // namespace galley::text
