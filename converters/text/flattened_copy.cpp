#include "converters/text/flattened_copy.h"

#include "converters/text/dateline_dash.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "galley/utf8.h"

#include <algorithm>
#include <optional>

namespace galley::text {
namespace {

constexpr std::size_t shortest_copy = 100;  ///< bytes: a shorter line is a headline, or a paragraph
constexpr std::size_t longest_head = 500;   ///< bytes in which the text must have begun
constexpr std::size_t longest_headline = 200;
constexpr std::size_t longest_authors = 160;  ///< from a by-word to the end of the date after it
constexpr std::size_t most_gaps = 1000;       ///< more are a table, or worse
constexpr std::size_t gap = 3;                ///< spaces that stand for a line's end

/// True where a word begins that can begin a headline, a byline or a dateline.
bool begins_word(std::string_view line, std::size_t at) {
    const char32_t code = utf8::at(line, at).code;
    return (at == 0 || line[at - 1] == ' ') &&
           (is_upper(code) || (is_letter(code) && !is_lower(code)) || code == '(' || digit_value(code) >= 0);
}

/// A stop, and a capital after it: a headline has none, but for abbreviations.
bool has_sentence_end(std::string_view text) {
    constexpr std::size_t longest_abbreviation = 4;
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
        const std::size_t word = text.rfind(' ', at);
        if (at - (word == std::string_view::npos ? 0 : word) > longest_abbreviation + 1) {
            return true;
        }
    }
    return ends_sentence(text);
}

std::string_view without_end_spaces(std::string_view text) {
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return text;
}

bool can_be_headline(std::string_view text) {
    text = without_end_spaces(text);
    return text.size() <= longest_headline && !has_sentence_end(text);
}

class Flattened {
public:
    Flattened(std::string_view line, const Conventions& conventions, std::uint8_t language,
              const HeadLineParser& head_lines, const DatelineParser& datelines)
        : line_(line),
          conventions_(conventions),
          language_(language),
          head_lines_(head_lines),
          datelines_(datelines) {}

    /// Offsets at which a new line begins.
    [[nodiscard]] std::vector<std::size_t> cuts() const {
        const auto text = find_dateline();
        if (!text) {
            return cuts_around_authors();
        }
        const std::string_view head = without_end_spaces(line_.substr(0, *text));
        for (std::size_t at = 0; at < head.size(); at += utf8::at(head, at).size) {
            if (begins_word(head, at) && is_about_story(head_lines_.parse(head.substr(at))) &&
                can_be_headline(head.substr(0, at))) {
                return at == 0 ? std::vector{*text} : std::vector{at, *text};
            }
        }
        return can_be_headline(head) ? std::vector{*text} : std::vector<std::size_t>{};
    }

private:
    /// Authors behind a by-word, or a date with its year: what can stand nowhere in a sentence.
    [[nodiscard]] static bool is_about_story(const std::optional<HeadLine>& head) {
        if (!head || std::ranges::any_of(head->furniture, [](const HeadLine::Part& part) {
                return part.kind == FurnitureKind::navigation;
            })) {
            return false;
        }
        const bool year = (head->date && head->date->date.year) || (head->updated && head->updated->date.year);
        return head->byline ? head->byline->by_word : year;
    }

    /// Where a dateline begins that has an agency, a known place with a date, or a known place in capitals: one place
    /// may begin inside the headline's last words ("Storm Hits Coast OTTAWA, Jan. 2 -"), so a known one comes before
    /// one in capitals, and that before any other.
    [[nodiscard]] std::optional<std::size_t> find_dateline() const {
        std::optional<std::size_t> best, any;
        std::size_t end = 0;
        const std::size_t limit = std::min(line_.size(), longest_head);
        for (std::size_t at = 0; at < limit; at += utf8::at(line_, at).size) {
            if (!begins_word(line_, at) || (any && at >= end)) {
                if (any && at >= end) {
                    break;
                }
                continue;
            }
            const auto match = datelines_.parse(line_.substr(at));
            if (!match || match->begin != 0 || match->places.empty() || (any && at + match->end != end)) {
                continue;
            }
            const std::string& place = match->places.front().place.name;
            const bool known =
                conventions_.lexicon().whole(place, {PhraseKind::place, PhraseKind::country}, language_).has_value();
            const bool capitals = is_all_capitals(place);
            if (match->agencies.empty() && (match->date ? !known && !capitals : !(known && capitals))) {
                continue;
            }
            if (known && (capitals || !best)) {
                return at;  // not the region of a place in capitals: "CRAIGNURE, Scotland (AP)"
            }
            if (!any) {
                any = at;
                end = at + match->end;
            }
            if (capitals && !best) {
                best = at;
            }
        }
        return best ? best : any;
    }

    /// "Storm hits coast By Ann Lee January 2, 2026 The prime minister said": a by-word, names, a whole date, a
    /// capital.
    [[nodiscard]] std::vector<std::size_t> cuts_around_authors() const {
        const std::size_t limit = std::min(line_.size(), longest_head);
        for (std::size_t at = 0; at < limit; at += utf8::at(line_, at).size) {
            if (!begins_word(line_, at) || head_lines_.bylines().by_word_size(line_.substr(at)) == 0 ||
                !can_be_headline(line_.substr(0, at))) {
                continue;
            }
            const std::string_view authors = utf8::prefix(line_.substr(at), longest_authors);
            const auto date = head_lines_.dates().find(authors);
            if (!date || !date->date.is_full()) {
                continue;
            }
            const std::size_t text = line_.find_first_not_of(' ', at + date->end);
            if (text == std::string_view::npos || text == at + date->end || !begins_word(line_, text)) {
                continue;
            }
            const auto head = head_lines_.parse(authors.substr(0, date->end));
            if (head && head->byline && head->byline->by_word) {
                return at == 0 ? std::vector{text} : std::vector{at, text};
            }
        }
        return {};
    }

    std::string_view line_;
    const Conventions& conventions_;
    std::uint8_t language_;
    const HeadLineParser& head_lines_;
    const DatelineParser& datelines_;
};

/// Adds [begin, end) without the white space at its ends, if anything is left.
void add_line(std::string_view text, std::size_t begin, std::size_t end, std::vector<Line>& lines) {
    begin = std::min(text.find_first_not_of(" \t", begin), end);
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
        --end;
    }
    if (begin < end) {
        lines.push_back({.begin = begin, .end = end});
    }
}

/// The parts between gaps; the whole where they are too many.
std::vector<Line> cut_at_gaps(std::string_view text, const Line& whole) {
    std::vector<Line> cut;
    std::size_t begin = whole.begin;
    for (std::size_t at = whole.begin; at < whole.end;) {
        const std::size_t space = std::min(text.find_first_of(" \t", at), whole.end);
        const std::size_t after = std::min(text.find_first_not_of(" \t", space), whole.end);
        if (after - space >= gap) {
            if (cut.size() == most_gaps) {
                return {whole};
            }
            add_line(text, begin, space, cut);
            begin = after;
        }
        at = std::max(after, at + 1);
    }
    add_line(text, begin, whole.end, cut);
    return cut;
}

}  // namespace

std::vector<Line> unflatten(std::string_view text, std::span<const Line> lines, const Conventions& conventions,
                            std::uint8_t language, const HeadLineParser& head_lines, const DatelineParser& datelines) {
    if (std::ranges::count_if(lines.first(std::min<std::size_t>(lines.size(), 16)),
                              [](const Line& line) { return !line.blank(); }) != 1) {
        return {};
    }
    const auto whole = std::ranges::find_if(lines, [](const Line& line) { return !line.blank(); });
    if (whole->size() < shortest_copy ||
        std::any_of(whole + 1, lines.end(), [](const Line& line) { return !line.blank(); })) {
        return {};
    }
    std::vector<Line> cut = cut_at_gaps(text, *whole);
    if (cut.size() > 1 && !can_be_headline(cut.front().in(text))) {
        cut = {*whole};  // a gap between sentences is a slip
    }
    const Line first = cut.front();
    const std::vector<std::size_t> cuts =
        Flattened{first.in(text), conventions, language, head_lines, datelines}.cuts();
    if (cuts.empty()) {
        return cut.size() > 1 ? cut : std::vector<Line>{};
    }
    std::vector<Line> result;
    result.reserve(cut.size() + cuts.size());
    std::size_t from = first.begin;
    for (const std::size_t at : cuts) {
        add_line(text, from, first.begin + at, result);
        from = first.begin + at;
    }
    add_line(text, from, first.end, result);
    result.insert(result.end(), cut.begin() + 1, cut.end());
    return result;
}

}  // namespace galley::text
