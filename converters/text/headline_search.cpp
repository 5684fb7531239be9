#include "converters/text/headline_search.h"

#include "converters/text/fold.h"
#include "converters/text/kicker.h"
#include "converters/text/line_shape.h"
#include "converters/text/second_headline_line.h"
#include "galley/utf8.h"

#include <algorithm>
#include <optional>

namespace galley::text {
namespace {

constexpr std::size_t longest_headline = 300;
constexpr std::size_t longest_topic = 30;  ///< bytes of "Startseite", "Nürnberg & Region"

/// "Fußball", "Bundestag/Haushalt": a few words, which no headline is.
bool is_keyword(std::string_view line) {
    constexpr std::size_t longest = 60;
    constexpr std::ptrdiff_t most_spaces = 4;
    return line.size() <= longest && std::ranges::count(line, ' ') <= most_spaces;
}

constexpr std::size_t most_headline_lines = 3;

/// "STG 1.6195/6205": more figures than letters.
bool is_row_of_figures(std::string_view line) {
    std::ptrdiff_t letters = 0;
    for (std::size_t at = 0; at < line.size(); at += utf8::at(line, at).size) {
        const char32_t code = utf8::at(line, at).code;
        letters += is_letter(code) ? 1 : digit_value(code) >= 0 ? -1 : 0;
    }
    return letters < 0;
}

class HeadlineSearch {
public:
    explicit HeadlineSearch(StoryText& story) : story_(story), chunks_(story.chunks) {}

    std::optional<std::size_t> run() {
        const auto headline = find_headline();
        return headline ? std::optional(settle_headline(*headline)) : std::nullopt;
    }

private:
    [[nodiscard]] bool is_section(std::size_t index) const {
        return chunks_[index].role == ChunkRole::furniture && chunks_[index].phrase == PhraseKind::section;
    }

    /// Keywords one a line, then a date, then the headline: the index of the headline.
    [[nodiscard]] std::optional<std::size_t> headline_after_keywords() {
        std::size_t first = first_text(story_);
        while (first > 0 && is_section(first - 1)) {
            --first;  // "Fußball" is a keyword here
        }
        std::size_t at = first;
        while (at < chunks_.size() && at < 30 && chunks_[at].role != ChunkRole::head_line &&
               chunks_[at].chunk.size() == 1 && is_keyword(story_.text_of(chunks_[at])) &&
               !ends_sentence(story_.text_of(chunks_[at])) && (at == first || !chunks_[at].chunk.blank_before)) {
            ++at;
        }
        if (at > first && chunks_[at - 1].role == ChunkRole::name) {
            return std::nullopt;  // headline, author, date
        }
        const bool two_short = at - first == 2 && story_.text_of(chunks_[first]).size() <= 30 &&
                               story_.text_of(chunks_[first + 1]).size() <= 30;
        if ((at - first < 3 && !two_short) || at >= chunks_.size() || chunks_[at].role != ChunkRole::head_line ||
            !chunks_[at].head->has_date() || chunks_[at].head->byline || chunks_[at].chunk.blank_before) {
            return std::nullopt;
        }
        std::size_t next = at + 1;
        while (next < chunks_.size() && !is_text(chunks_[next].role)) {
            ++next;
        }
        while (is_genre_label(next)) {
            chunks_[next].become(FurnitureKind::version_mark);
            ++next;
        }
        if (next >= chunks_.size() || !has_any_letter(story_.text_of(chunks_[next])) ||
            story_.text_of(chunks_[next]).size() > longest_headline || !has_prose_after(chunks_, next, 4) ||
            story_.text_of(chunks_[next]).ends_with('.')) {
            return std::nullopt;
        }
        for (std::size_t keyword = first; keyword < at; ++keyword) {
            chunks_[keyword].role = ChunkRole::keyword;
        }
        return next;
    }

    /// "Vorbericht - Zum 30.6.": a few words set off by blank lines, with the headline under them.
    [[nodiscard]] bool is_genre_label(std::size_t index) const {
        if (index + 1 >= chunks_.size() || chunks_[index].role != ChunkRole::short_text ||
            chunks_[index + 1].role == ChunkRole::dateline) {
            return false;
        }
        const std::string_view label = story_.text_of(chunks_[index]);
        const std::string_view below = story_.text_of(chunks_[index + 1]);
        return label.size() <= 45 && chunks_[index].chunk.blank_before && chunks_[index].chunk.blank_after &&
               is_text(chunks_[index + 1].role) && below.size() <= longest_headline && below.size() > label.size() &&
               !below.ends_with('.') && has_prose_after(chunks_, index + 1, 4);
    }

    /// The line that repeats a mail's subject: what the sender writes above it is for the desk.
    [[nodiscard]] std::optional<std::size_t> find_announced_headline(std::size_t first) {
        constexpr std::size_t most_lines_above = 6;
        if (story_.announced.empty()) {
            return std::nullopt;
        }
        for (std::size_t index = first; index < chunks_.size() && index <= first + most_lines_above; ++index) {
            const std::string_view line = story_.text_of(chunks_[index]);
            if (!is_text(chunks_[index].role) || line.size() > longest_headline || folded(line) != story_.announced) {
                continue;
            }
            for (std::size_t above = first; above < index; ++above) {
                if (is_text(chunks_[above].role)) {
                    chunks_[above].role = ChunkRole::note;
                    chunks_[above].phrase = PhraseKind::editor_note;
                }
            }
            return index;
        }
        return std::nullopt;
    }

    /// "Home > Sport > Cricket", "Kotimaa|Liikenne"
    [[nodiscard]] bool is_path(std::size_t index) const {
        const std::string_view line = story_.text_of(chunks_[index]);
        return is_text(chunks_[index].role) && chunks_[index].chunk.size() == 1 && line.size() <= longest_headline &&
               (line.find(" > ") != std::string_view::npos || line.find(" › ") != std::string_view::npos ||
                are_sections_between_bars(line)) &&
               !ends_sentence(line);
    }

    [[nodiscard]] bool are_sections_between_bars(std::string_view line) const {
        constexpr std::size_t longest = 60;
        const auto is_known = [&](std::string_view part) {
            return story_.conventions->lexicon()
                .whole(utf8::trim(part), PhraseKind::section, story_.language)
                .has_value();
        };
        const std::size_t bar = line.size() <= longest ? line.find('|') : std::string_view::npos;
        return bar != std::string_view::npos && is_known(line.substr(0, bar)) && is_known(line.substr(bar + 1));
    }

    [[nodiscard]] bool is_topic(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        const std::string_view line = story_.text_of(chunk);
        return (is_text(chunk.role) || chunk.role == ChunkRole::furniture) && chunk.chunk.size() == 1 &&
               line.size() <= longest_topic && !ends_sentence(line) && !has_figure(line) &&
               (line.find(' ') == std::string_view::npos ||
                story_.conventions->lexicon().whole(
                    line, {PhraseKind::section, PhraseKind::furniture, PhraseKind::place}, story_.language));
    }

    /// A page's path, a topic a line, right above the headline: "Startseite", "Bayern", "Nürnberg", then several words.
    [[nodiscard]] std::optional<std::size_t> find_headline_below_topics(std::size_t first) {
        constexpr std::size_t most_topics = 5;
        constexpr std::size_t least_topics = 2;
        constexpr std::size_t least_beside_known = 3;  ///< where all but the last are known for what they are
        constexpr std::ptrdiff_t least_spaces = 3;
        std::size_t top = first;
        while (top > 0 && chunks_[top - 1].role == ChunkRole::furniture && is_topic(top - 1) &&
               !chunks_[top].chunk.blank_before) {
            --top;
        }
        std::size_t at = first;
        if (is_path(first)) {
            chunks_[first].become(FurnitureKind::navigation);
            return find_headline();
        }
        while (at < chunks_.size() && is_topic(at) && (at == top || !chunks_[at].chunk.blank_before)) {
            ++at;
        }
        const bool topics = at - first >= least_topics || (at > first && at - top >= least_beside_known);
        if (!topics || at - top > most_topics || at >= chunks_.size() || chunks_[at].role != ChunkRole::short_text ||
            chunks_[at].chunk.blank_before || std::ranges::count(story_.text_of(chunks_[at]), ' ') < least_spaces ||
            !has_prose_after(chunks_, at, 8) || ends_sentence(story_.text_of(chunks_[at]))) {
            return std::nullopt;
        }
        for (std::size_t topic = first; topic < at; ++topic) {
            chunks_[topic].become(FurnitureKind::navigation);
        }
        return at;
    }

    [[nodiscard]] std::optional<std::size_t> find_headline() {
        if (story_.headline == HeadlineRule::none) {
            return std::nullopt;
        }
        const std::size_t index = first_text(story_);
        if (index >= chunks_.size()) {
            // A lone line that looks like something else is the story's text.
            return std::nullopt;
        }
        if (story_.headline == HeadlineRule::first_line) {
            return index;
        }
        if (auto announced = find_announced_headline(index)) {
            return announced;
        }
        if (auto below_topics = find_headline_below_topics(index)) {
            return below_topics;
        }
        if (auto after_keywords = headline_after_keywords()) {
            return after_keywords;
        }
        const StoryChunk& chunk = chunks_[index];
        const std::string_view text = story_.text_of(chunk);
        if (chunk.role == ChunkRole::dateline || chunk.role == ChunkRole::preformatted ||
            text.size() > longest_headline * 2) {
            return std::nullopt;
        }
        const std::size_t width = columns(text);
        const bool sentence = ends_sentence(text);
        bool anything_after = false;
        for (std::size_t at = index + 1; at < chunks_.size() && !anything_after; ++at) {
            anything_after = is_text(chunks_[at].role) || chunks_[at].role == ChunkRole::furniture;
        }
        if (!anything_after && (sentence || width > 120)) {
            return std::nullopt;
        }
        if (width > longest_headline || (sentence && width > 140)) {
            return std::nullopt;
        }
        const bool authors_before = std::any_of(
            chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index),
            [](const StoryChunk& before) { return before.role == ChunkRole::head_line && before.head->byline; });
        if (authors_before && (sentence || chunk.role == ChunkRole::prose)) {
            return std::nullopt;
        }
        return index;
    }

    /// Marks headline, and kicker where there is one; returns the index after them.
    std::size_t settle_headline(std::size_t index) {
        StoryChunk& first = chunks_[index];
        first.role = ChunkRole::headline;
        first.confidence = ends_sentence(story_.text_of(first)) ? 80 : 95;
        std::size_t next = index + 1;
        // A headline in capitals over two or three lines; a table's rows are in capitals as well.
        while (next < chunks_.size() && first.chunk.size() < most_headline_lines &&
               !is_row_of_figures(story_.text_of(chunks_[next])) && is_text(chunks_[next].role) &&
               !chunks_[next].chunk.blank_before && chunks_[next].role != ChunkRole::dateline &&
               is_all_capitals(story_.text_of(first)) && is_all_capitals(story_.text_of(chunks_[next])) &&
               story_.lines[chunks_[next].chunk.first].indent < 2 && chunks_[next].chunk.size() == 1) {
            take_next_line(first, next);
        }
        if (next < chunks_.size() && is_second_headline_line(story_, first, chunks_[next])) {
            take_next_line(first, next);
        }
        if (index > 0 && is_section(index - 1)) {
            chunks_[index - 1].role = ChunkRole::kicker;
            chunks_[index - 1].confidence = 80;
            return next;
        }
        if (next < chunks_.size() && is_kicker(story_, index, next)) {
            chunks_[index].role = ChunkRole::kicker;
            chunks_[index].confidence = 70;
            chunks_[next].role = ChunkRole::headline;
            chunks_[next].confidence = 80;
            ++next;
        }
        return next;
    }

    void take_next_line(StoryChunk& headline, std::size_t next) {
        headline.chunk.last = chunks_[next].chunk.last;
        headline.chunk.blank_after = chunks_[next].chunk.blank_after;
        chunks_.erase(chunks_.begin() + static_cast<std::ptrdiff_t>(next));
    }

    StoryText& story_;
    std::vector<StoryChunk>& chunks_;
};

}  // namespace

std::size_t first_text(const StoryText& story) {
    std::size_t index = 0;
    while (index < story.chunks.size() && !is_text(story.chunks[index].role)) {
        ++index;
    }
    return index;
}

std::optional<std::size_t> settle_headline(StoryText& story) { return HeadlineSearch{story}.run(); }

}  // namespace galley::text
