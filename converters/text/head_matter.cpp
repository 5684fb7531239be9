#include "converters/text/head_matter.h"

#include "converters/text/classify.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <optional>

namespace galley::text {
namespace {

constexpr std::size_t head_zone = 50;           ///< chunks in which authors and dates are looked for
constexpr std::size_t longest_headline = 300;
constexpr std::size_t longest_deck = 600;
constexpr std::size_t most_prose_before_date = 3;
constexpr std::size_t most_texts_before_date = 8;

bool is_right_to_left_letter(char32_t code) { return (code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF); }

class HeadMatter {
public:
    explicit HeadMatter(StoryText& story) : story_(story), chunks_(story.chunks) {}

    void run() {
        join_labels();
        doubt_first_line();
        const auto headline = find_headline();
        const std::size_t after = headline ? settle_headline(*headline) : 0;
        settle_titles(after);
        settle_names(headline ? after : first_text(), headline.has_value());
        settle_rest(headline, after);
        story_.body = last_head_element(after);
    }

private:
    [[nodiscard]] bool is_text(std::size_t index) const { return text::is_text(chunks_[index].role); }

    [[nodiscard]] bool is_section(std::size_t index) const {
        return chunks_[index].role == ChunkRole::furniture && chunks_[index].phrase == PhraseKind::section;
    }

    [[nodiscard]] std::size_t first_text() const {
        std::size_t index = 0;
        while (index < chunks_.size() && !is_text(index)) {
            ++index;
        }
        return index;
    }

    [[nodiscard]] bool has_prose_after(std::size_t index, std::size_t within) const {
        for (std::size_t at = index + 1; at < chunks_.size() && at <= index + within; ++at) {
            if (chunks_[at].role == ChunkRole::prose || chunks_[at].role == ChunkRole::dateline) {
                return true;
            }
        }
        return false;
    }

    /// "By" alone and the name on the next line are one line of an author.
    void join_labels() {
        for (std::size_t index = 0; index + 1 < chunks_.size() && index < head_zone; ++index) {
            StoryChunk& label = chunks_[index];
            if (label.role != ChunkRole::label) {
                continue;
            }
            const std::string_view word = story_.text_of(label);
            const Lexicon& lexicon = story_.conventions->lexicon();
            const bool by = lexicon.whole(word, {PhraseKind::by_word, PhraseKind::weak_by_word}, story_.language).has_value();
            StoryChunk& next = chunks_[index + 1];
            label.role = ChunkRole::furniture;
            label.furniture = FurnitureKind::byword;
            if (!by || next.chunk.size() != 1 || story_.text_of(next).size() > 100) {
                continue;
            }
            if (next.role == ChunkRole::name || (next.role == ChunkRole::head_line && next.head->byline)) {
                next.head->byline->by_word = true;
                next.role = ChunkRole::head_line;
                continue;
            }
            const BylineParser names{*story_.conventions, story_.language};
            const std::string_view line = story_.text_of(next);
            if (next.role != ChunkRole::short_text || ends_sentence(line) || std::ranges::count(line, ' ') > 5) {
                continue;
            }
            BylineMatch match{.begin = 0, .end = line.size(), .by_word = true};
            match.contributors.push_back({{.name = std::string(line)}, 0, line.size()});
            next.head = HeadLine{};
            next.head->byline = std::move(match);
            next.role = ChunkRole::head_line;
        }
    }

    /// The first line of all is rather a headline that ends in a date ("CANADIAN METALS - April 7") than an author's line
    /// without by-word or year.
    void doubt_first_line() {
        for (StoryChunk& chunk : chunks_) {
            if (chunk.role == ChunkRole::address || chunk.role == ChunkRole::furniture || chunk.role == ChunkRole::note) {
                continue;
            }
            if (chunk.role == ChunkRole::head_line) {
                const HeadLine& head = *chunk.head;
                const bool year = (head.date && head.date->date.year) || (head.updated && head.updated->date.year);
                const bool other_words = head.byline || std::ranges::any_of(head.furniture, [](const HeadLine::Part& part) {
                    return part.kind == FurnitureKind::navigation;
                });
                if (!(head.byline && head.byline->by_word) && other_words && !year) {
                    chunk.role = ChunkRole::short_text;
                }
            }
            return;
        }
    }

    /// Keywords one a line, then a date, then the headline: the index of the headline.
    [[nodiscard]] std::optional<std::size_t> headline_after_keywords() {
        std::size_t first = first_text();
        while (first > 0 && is_section(first - 1)) {
            --first;                    // "Fußball" is a keyword here
        }
        std::size_t at = first;
        while (at < chunks_.size() && at < 30 && chunks_[at].role != ChunkRole::head_line && chunks_[at].chunk.size() == 1 &&
               story_.text_of(chunks_[at]).size() <= 60 && !ends_sentence(story_.text_of(chunks_[at])) &&
               (at == first || !chunks_[at].chunk.blank_before)) {
            ++at;
        }
        const bool two_short = at - first == 2 && story_.text_of(chunks_[first]).size() <= 30 && story_.text_of(chunks_[first + 1]).size() <= 30;
        if ((at - first < 3 && !two_short) || at >= chunks_.size() || chunks_[at].role != ChunkRole::head_line || !chunks_[at].head->has_date() ||
            chunks_[at].head->byline || chunks_[at].chunk.blank_before) {
            return std::nullopt;
        }
        std::size_t next = at + 1;
        while (next < chunks_.size() && !is_text(next)) {
            ++next;
        }
        while (is_genre_label(next)) {
            chunks_[next].role = ChunkRole::furniture;
            chunks_[next].furniture = FurnitureKind::version_mark;
            ++next;
        }
        if (next >= chunks_.size() || story_.text_of(chunks_[next]).size() > longest_headline || !has_prose_after(next, 4) ||
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
        if (index + 1 >= chunks_.size() || chunks_[index].role != ChunkRole::short_text || chunks_[index + 1].role == ChunkRole::dateline) {
            return false;
        }
        const std::string_view label = story_.text_of(chunks_[index]);
        const std::string_view below = story_.text_of(chunks_[index + 1]);
        return label.size() <= 45 && chunks_[index].chunk.blank_before && chunks_[index].chunk.blank_after && is_text(index + 1) &&
               below.size() <= longest_headline && below.size() > label.size() && !below.ends_with('.') && has_prose_after(index + 1, 4);
    }

    /// The line that repeats a mail's subject: what the sender writes above it is for the desk.
    [[nodiscard]] std::optional<std::size_t> find_announced_headline(std::size_t first) {
        constexpr std::size_t most_lines_above = 6;
        if (story_.announced.empty()) {
            return std::nullopt;
        }
        for (std::size_t index = first; index < chunks_.size() && index <= first + most_lines_above; ++index) {
            const std::string_view line = story_.text_of(chunks_[index]);
            if (!is_text(index) || line.size() > longest_headline || folded(line) != story_.announced) {
                continue;
            }
            for (std::size_t above = first; above < index; ++above) {
                if (is_text(above)) {
                    chunks_[above].role = ChunkRole::note;
                    chunks_[above].phrase = PhraseKind::editor_note;
                }
            }
            return index;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> find_headline() {
        if (story_.headline == HeadlineRule::none) {
            return std::nullopt;
        }
        const std::size_t index = first_text();
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
        if (auto after_keywords = headline_after_keywords()) {
            return after_keywords;
        }
        StoryChunk& chunk = chunks_[index];
        const std::string_view text = story_.text_of(chunk);
        if (chunk.role == ChunkRole::dateline || chunk.role == ChunkRole::preformatted || text.size() > longest_headline * 2) {
            return std::nullopt;
        }
        const std::size_t width = columns(text);
        const bool sentence = ends_sentence(text);
        bool anything_after = false;
        for (std::size_t at = index + 1; at < chunks_.size() && !anything_after; ++at) {
            anything_after = is_text(at) || chunks_[at].role == ChunkRole::furniture;
        }
        if (!anything_after && (sentence || width > 120)) {
            return std::nullopt;
        }
        if (width > longest_headline || (sentence && width > 140)) {
            return std::nullopt;
        }
        const bool authors_before = std::any_of(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index),
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
        // A headline in capitals over two or three lines.
        while (next < chunks_.size() && next < index + 3 && is_text(next) && !chunks_[next].chunk.blank_before &&
               chunks_[next].role != ChunkRole::dateline && is_all_capitals(story_.text_of(first)) &&
               is_all_capitals(story_.text_of(chunks_[next])) && story_.lines[chunks_[next].chunk.first].indent < 2 && chunks_[next].chunk.size() == 1) {
            first.chunk.last = chunks_[next].chunk.last;
            first.chunk.blank_after = chunks_[next].chunk.blank_after;
            chunks_.erase(chunks_.begin() + static_cast<std::ptrdiff_t>(next));
        }
        if (index > 0 && is_section(index - 1)) {
            chunks_[index - 1].role = ChunkRole::kicker;
            chunks_[index - 1].confidence = 80;
            return next;
        }
        if (next < chunks_.size() && is_kicker(index, next)) {
            chunks_[index].role = ChunkRole::kicker;
            chunks_[index].confidence = 70;
            chunks_[next].role = ChunkRole::headline;
            chunks_[next].confidence = 80;
            ++next;
        }
        return next;
    }

    /// "PORTS" above a headline that is not in capitals.
    [[nodiscard]] bool stands_in_capitals_above(const StoryChunk& above, const StoryChunk& below) const {
        const std::string_view kicker = story_.text_of(above);
        const std::string_view headline = story_.text_of(below);
        return kicker.size() <= 30 && std::ranges::count(kicker, ' ') <= 2 && is_all_capitals(kicker) && !is_all_capitals(headline) &&
               !ends_sentence(headline) && headline.size() > kicker.size() && columns(headline) <= 120;
    }

    /// "PORTS", a blank line, and a headline that is set off from the text as well.
    [[nodiscard]] bool stands_apart_above(const StoryChunk& above, const StoryChunk& below, std::size_t next) const {
        const bool headline = below.role == ChunkRole::short_text && below.chunk.size() == 1 && below.chunk.blank_before &&
                              (below.chunk.blank_after || (next + 1 < chunks_.size() && chunks_[next + 1].role == ChunkRole::head_line));
        return above.chunk.blank_after && headline && !story_.layout.wrapped && stands_in_capitals_above(above, below) && has_prose_after(next, 3);
    }

    /// A short line right above a headline, both set off from the text by a blank line.
    [[nodiscard]] bool is_kicker(std::size_t index, std::size_t next) const {
        const StoryChunk& above = chunks_[index];
        const StoryChunk& below = chunks_[next];
        if (!story_.layout.indented && !above.chunk.blank_after && is_text(next) && below.role != ChunkRole::dateline && stands_in_capitals_above(above, below) &&
            has_prose_after(next, 6)) {
            return true;
        }
        if (stands_apart_above(above, below, next)) {
            return true;
        }
        if (above.chunk.blank_after || !below.chunk.blank_after || below.role != ChunkRole::short_text || story_.layout.wrapped) {
            return false;
        }
        const std::string_view kicker = story_.text_of(above);
        const std::string_view headline = story_.text_of(below);
        return kicker.size() < headline.size() && kicker.size() <= 36 && std::ranges::count(kicker, ' ') < 4 && !ends_sentence(headline) && has_prose_after(next, 2);
    }

    /// True when the last word of the name stands elsewhere near the top: then the line names somebody the story is about.
    [[nodiscard]] bool is_spoken_of(std::size_t index) const {
        const std::string_view name = chunks_[index].head->byline->contributors.back().contributor.name;
        const std::size_t space = name.rfind(' ');
        const std::string_view surname = space == std::string_view::npos ? name : name.substr(space + 1);
        const std::size_t begin = story_.begin_of(chunks_[index]);
        const std::size_t end = story_.end_of(chunks_[index]);
        const std::string_view head = story_.text.substr(0, std::min<std::size_t>(story_.text.size(), 6000));
        for (std::size_t at = head.find(surname); at != std::string_view::npos; at = head.find(surname, at + 1)) {
            if (at + surname.size() <= begin || at >= end) {
                // The same line again is a picture's label or a profile's heading, not the text.
                const std::size_t line_begin = head.rfind('\n', at) == std::string_view::npos ? 0 : head.rfind('\n', at) + 1;
                const std::size_t line_end = std::min(head.find('\n', at), head.size());
                if (line_end - line_begin > name.size() + 30) {
                    return true;
                }
            }
        }
        return false;
    }

    /// "Corresponsal en Atenas", "Harbour Times Staff Writer" on the next line.
    [[nodiscard]] bool has_title_after(std::size_t index) const {
        if (index + 1 >= chunks_.size() || (chunks_[index + 1].role != ChunkRole::short_text && chunks_[index + 1].role != ChunkRole::name)) {
            return false;
        }
        const std::string_view line = story_.text_of(chunks_[index + 1]);
        if (line.size() > 60 || ends_sentence(line) || std::ranges::count(line, ' ') > 5) {
            return false;
        }
        const Lexicon& lexicon = story_.conventions->lexicon();
        const std::size_t last = line.rfind(' ');
        return lexicon.longest(line, 0, PhraseKind::job_title, story_.language) ||
               (last != std::string_view::npos && !chunks_[index + 1].chunk.blank_before &&
                lexicon.whole(line.substr(last + 1), PhraseKind::job_title, story_.language));
    }

    /// Makes the line after `index` the title of the last author there.
    void take_title_after(std::size_t index) {
        StoryChunk& title = chunks_[index + 1];
        Contributor& author = chunks_[index].head->byline->contributors.back().contributor;
        if (author.job_title.empty()) {
            author.job_title = story_.text_of(title);
        }
        title.role = ChunkRole::furniture;
        title.furniture = FurnitureKind::byword;
    }

    /// Titles under lines that a by-word proves.
    void settle_titles(std::size_t from) {
        for (std::size_t index = from; index + 1 < chunks_.size() && index < from + head_zone; ++index) {
            const StoryChunk& chunk = chunks_[index];
            if (chunk.role == ChunkRole::dateline || chunk.role == ChunkRole::prose) {
                return;
            }
            if (chunk.role == ChunkRole::head_line && chunk.head->byline && chunk.head->byline->by_word && !chunk.head->has_date() &&
                !chunks_[index + 1].chunk.blank_before && has_title_after(index)) {
                take_title_after(index);
            }
        }
    }

    [[nodiscard]] bool near_date(std::size_t index) const {
        const auto has_date = [&](std::size_t at) { return chunks_[at].role == ChunkRole::head_line && chunks_[at].head->has_date(); };
        return (index > 0 && has_date(index - 1)) || (index + 1 < chunks_.size() && has_date(index + 1));
    }

    [[nodiscard]] bool near_date_or_furniture(std::size_t index) const {
        const auto speaks = [&](std::size_t at) {
            const StoryChunk& chunk = chunks_[at];
            const bool web_page = chunk.role == ChunkRole::furniture &&
                                  (chunk.furniture == FurnitureKind::byword || chunk.furniture == FurnitureKind::share_count ||
                                   chunk.furniture == FurnitureKind::reading_time || chunk.furniture == FurnitureKind::navigation);
            return (chunk.role == ChunkRole::head_line && chunk.head->has_date()) || web_page;
        };
        return (index > 0 && speaks(index - 1)) || (index + 1 < chunks_.size() && speaks(index + 1)) ||
               (index > 1 && chunks_[index - 1].role == ChunkRole::name && speaks(index - 2)) ||
               (index + 2 < chunks_.size() && chunks_[index + 1].role == ChunkRole::name && speaks(index + 2));
    }

    /// True when a line of authors stands before the first dateline or the fourth paragraph.
    [[nodiscard]] bool has_author_above_text() const {
        std::size_t prose = 0;
        for (std::size_t index = 0; index < chunks_.size() && index < head_zone && prose <= most_prose_before_date; ++index) {
            const StoryChunk& chunk = chunks_[index];
            if (chunk.role == ChunkRole::head_line && chunk.head->byline) {
                return true;
            }
            if (chunk.role == ChunkRole::dateline) {
                return false;
            }
            prose += chunk.role == ChunkRole::prose ? 1U : 0U;
        }
        return false;
    }

    void settle_names(std::size_t from, bool has_headline) {
        std::size_t prose = 0;
        bool has_author = has_author_above_text();
        const bool web_page = std::ranges::any_of(chunks_, [](const StoryChunk& chunk) { return chunk.role == ChunkRole::furniture; });
        std::string_view accepted;
        std::size_t texts = 0;
        for (std::size_t index = from; index < chunks_.size() && index < from + head_zone && prose <= most_prose_before_date; ++index) {
            StoryChunk& chunk = chunks_[index];
            if (has_headline && index == from && !has_author && settle_arabic(index)) {
                has_author = true;
                continue;
            }
            if (chunk.role == ChunkRole::dateline) {
                break;              // the text has begun
            }
            if (chunk.role == ChunkRole::prose) {
                ++prose;
                continue;
            }
            texts += chunk.role == ChunkRole::short_text ? 1U : 0U;
            const bool deep = texts > most_texts_before_date || (prose >= 2 && texts >= 3);
            if (chunk.role != ChunkRole::name || (deep && !near_date(index))) {
                continue;
            }
            const std::string_view line = story_.text_of(chunk);
            if (line == accepted) {
                chunk.role = ChunkRole::furniture;
                chunk.furniture = FurnitureKind::byword;
                continue;
            }
            const bool caption_follows = index + 1 < chunks_.size() && chunks_[index + 1].role == ChunkRole::caption;
            const bool after_caption = web_page && index > 0 && chunks_[index - 1].role == ChunkRole::caption && has_prose_after(index, 2);
            const bool follows_author = index > 0 && chunks_[index - 1].role == ChunkRole::byline;
            const bool placed = near_date_or_furniture(index) || follows_author || after_caption ||
                                (web_page && index > 0 && has_prose_after(index, 1) && !is_all_capitals(line) &&
                                 (chunks_[index - 1].role == ChunkRole::headline || chunks_[index - 1].role == ChunkRole::prose));
            if (has_author && !follows_author) {
                continue;
            }
            const bool title_follows = has_title_after(index);
            if (!has_headline || caption_follows || !(placed || title_follows) || (!near_date(index) && is_spoken_of(index))) {
                continue;
            }
            if (title_follows) {
                take_title_after(index);
            }
            chunk.role = ChunkRole::byline;
            chunk.confidence = near_date_or_furniture(index) ? 88 : 80;
            accepted = line;
            has_author = true;
        }
    }

    /// In scripts without capitals the line between headline and text is the author's, when it is short and no sentence.
    bool settle_arabic(std::size_t index) {
        StoryChunk& chunk = chunks_[index];
        if (chunk.chunk.size() != 1 || !(chunk.role == ChunkRole::name || chunk.role == ChunkRole::short_text || chunk.role == ChunkRole::dateline)) {
            return false;
        }
        const std::string_view line = story_.text_of(chunk);
        constexpr std::string_view no_break_space = "&nbsp;";       // left over from a web page
        std::size_t first_letter = line.starts_with(no_break_space) ? no_break_space.size() : 0;
        while (first_letter < line.size() && !is_letter(utf8::at(line, first_letter).code)) {
            first_letter += utf8::at(line, first_letter).size;
        }
        const std::size_t last_space = line.rfind(' ');
        const bool abbreviation = last_space != std::string_view::npos && line.size() - last_space <= 4;   // "أ. ف. ب."
        if (first_letter >= line.size() || !is_right_to_left_letter(utf8::at(line, first_letter).code) ||
            (ends_sentence(line) && !abbreviation && !line.ends_with(')')) || columns(line) > 70 || std::ranges::count(line, ' ') > 10) {
            return false;
        }
        bool text_follows = false;
        for (std::size_t at = index + 1; at < chunks_.size() && at < index + 4; ++at) {
            text_follows = text_follows || story_.text_of(chunks_[at]).size() >= 2 * line.size();
        }
        if (!text_follows) {
            return false;
        }
        if (!chunk.head || !chunk.head->byline) {
            chunk.head = HeadLine{};
            BylineMatch match{.begin = 0, .end = line.size()};
            match.contributors.push_back({{.name = std::string(line)}, 0, line.size()});
            chunk.head->byline = std::move(match);
        }
        chunk.role = ChunkRole::byline;
        chunk.confidence = 85;
        return true;
    }

    [[nodiscard]] std::size_t last_head_element(std::size_t from) const {
        std::size_t last = from;
        std::size_t prose = 0;
        std::size_t texts = 0;
        for (std::size_t index = from; index < chunks_.size() && index < from + head_zone; ++index) {
            const ChunkRole role = chunks_[index].role;
            if (role == ChunkRole::dateline) {
                break;
            }
            prose += role == ChunkRole::prose ? 1U : 0U;
            texts += role == ChunkRole::short_text || role == ChunkRole::name ? 1U : 0U;
            const bool proven = role == ChunkRole::head_line && chunks_[index].head->byline && chunks_[index].head->byline->by_word;
            if (prose > most_prose_before_date || (texts > most_texts_before_date && !proven)) {
                if (prose > most_prose_before_date) {
                    break;
                }
                continue;
            }
            if (role == ChunkRole::head_line || role == ChunkRole::byline) {
                last = index + 1;
            }
        }
        return last;
    }

    /// An author's line after the text, where none stood before it.
    [[nodiscard]] bool is_author_at_end(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        return index + 3 >= chunks_.size() && chunk.head->byline && chunk.head->byline->by_word &&
               std::none_of(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index), [](const StoryChunk& before) {
                   return before.role == ChunkRole::byline || (before.role == ChunkRole::head_line && before.head->byline);
               });
    }

    /// Decks, and the rest: a name that is none is text, and so is what stands in the body.
    void settle_rest(std::optional<std::size_t> headline, std::size_t after) {
        const std::size_t body = last_head_element(after);
        if (headline) {
            std::size_t decks = 0;
            for (std::size_t index = after; index < body && decks < 3; ++index) {
                StoryChunk& chunk = chunks_[index];
                const bool text = chunk.role == ChunkRole::prose || chunk.role == ChunkRole::short_text;
                if (chunk.role == ChunkRole::dateline || chunk.role == ChunkRole::preformatted) {
                    break;
                }
                if (text && story_.text_of(chunk).size() <= longest_deck) {
                    const bool topic = chunk.role == ChunkRole::short_text && story_.text_of(chunk).size() < 25;
                    chunk.role = topic ? ChunkRole::furniture : ChunkRole::deck;
                    chunk.furniture = FurnitureKind::navigation;
                    chunk.confidence = 85;
                    ++decks;
                }
            }
        }
        for (std::size_t index = 0; index < chunks_.size(); ++index) {
            StoryChunk& chunk = chunks_[index];
            if (index >= body && chunk.role == ChunkRole::head_line) {
                chunk.role = is_author_at_end(index) ? ChunkRole::head_line : ChunkRole::short_text;
            }
            if (chunk.role == ChunkRole::name) {
                chunk.role = index < body ? ChunkRole::furniture : ChunkRole::short_text;
                chunk.furniture = FurnitureKind::navigation;
            } else if (chunk.role == ChunkRole::short_text && index >= after && index < body) {
                chunk.role = ChunkRole::furniture;
                chunk.furniture = FurnitureKind::navigation;
            }
        }
    }

    StoryText& story_;
    std::vector<StoryChunk>& chunks_;
};

}  // namespace

void settle_head(StoryText& story) { HeadMatter{story}.run(); }

}  // namespace galley::text
