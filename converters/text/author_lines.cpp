#include "converters/text/author_lines.h"

#include "converters/text/author_place.h"
#include "converters/text/author_title.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/right_to_left_author.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

class AuthorLines {
public:
    explicit AuthorLines(StoryText& story) : story_(story), chunks_(story.chunks), place_(story) {}

    /// "By" alone and the name on the next line are one line of an author.
    void join_labels() {
        for (std::size_t index = 0; index + 1 < chunks_.size() && index < head_zone; ++index) {
            StoryChunk& label = chunks_[index];
            if (label.role != ChunkRole::label) {
                take_handle(index);
                drop_initials(index);
                if (ends_in_by_word(index) && chunks_[index + 1].role == ChunkRole::name &&
                    !chunks_[index + 1].chunk.blank_before) {
                    take_proven_names(index + 1);
                }
                continue;
            }
            const std::string_view word = story_.text_of(label);
            const Lexicon& lexicon = story_.conventions->lexicon();
            const bool by =
                lexicon.whole(word, {PhraseKind::by_word, PhraseKind::weak_by_word}, story_.language).has_value();
            StoryChunk& next = chunks_[index + 1];
            label.become(FurnitureKind::byword);
            if (lexicon.whole(word, PhraseKind::updated, story_.language) && next.role == ChunkRole::head_line &&
                next.head->date && !next.head->updated) {
                next.head->updated = std::move(next.head->date);  // "Updated:", and the date on the next line
                next.head->date.reset();
                continue;
            }
            if (index > 0 && !label.chunk.blank_before && label.chunk.blank_after &&
                chunks_[index - 1].role == ChunkRole::name &&
                lexicon.whole(word, PhraseKind::job_title, story_.language)) {
                StoryChunk& author = chunks_[index - 1];  // "Kari Moen", "Journalist", and nothing right below
                author.head->byline->contributors.back().contributor.job_title = word;
                author.head->byline->by_word = true;
                author.role = ChunkRole::head_line;
                continue;
            }
            if (!by || next.chunk.size() != 1 || story_.text_of(next).size() > 100) {
                settle_desk(index);
                continue;
            }
            if (next.role == ChunkRole::name || (next.role == ChunkRole::head_line && next.head->byline)) {
                take_proven_names(index + 1);
                continue;
            }
            if (label.chunk.blank_after && settle_desk(index)) {
                continue;
            }
            const BylineParser names{*story_.conventions, story_.language};
            const std::string_view line = story_.text_of(next);
            if (next.role != ChunkRole::short_text || ends_sentence(line) || std::ranges::count(line, ' ') > 5) {
                continue;
            }
            BylineMatch match = byline_of_one(line);
            match.by_word = true;
            next.become(ChunkRole::head_line, std::move(match));
        }
    }

    /// Titles under lines that a by-word proves.
    void settle_titles(std::size_t from) {
        for (std::size_t index = from; index + 1 < chunks_.size() && index < from + head_zone; ++index) {
            const StoryChunk& chunk = chunks_[index];
            if (chunk.role == ChunkRole::dateline || (chunk.role == ChunkRole::prose && index > from)) {
                return;  // the first sentence may be a deck
            }
            if (chunk.role == ChunkRole::head_line && chunk.head->byline && chunk.head->byline->by_word &&
                !chunk.head->has_date() && !chunks_[index + 1].chunk.blank_before &&
                is_author_title(story_, index + 1)) {
                take_author_title(story_, index);
            }
        }
    }

    void settle_names(std::size_t from, bool has_headline) {
        std::size_t prose = 0;
        bool has_author = place_.has_author_above_text();
        const bool web_page =
            std::ranges::any_of(chunks_, [](const StoryChunk& chunk) { return chunk.role == ChunkRole::furniture; });
        std::string_view accepted;
        std::size_t texts = 0;
        for (std::size_t index = from;
             index < chunks_.size() && index < from + head_zone && prose <= most_prose_before_date; ++index) {
            StoryChunk& chunk = chunks_[index];
            if (has_headline && index == from && !has_author && settle_right_to_left_author(story_, index, place_)) {
                has_author = true;
                continue;
            }
            if (chunk.role == ChunkRole::dateline) {
                break;  // the text has begun
            }
            if (chunk.role == ChunkRole::prose) {
                ++prose;
                continue;
            }
            texts += chunk.role == ChunkRole::short_text ? 1U : 0U;
            if (has_headline && !has_author && is_desk_beside_date(index)) {
                has_author = true;
                continue;
            }
            const bool deep =
                texts > most_texts_before_date || (prose >= 2 && texts >= 3 && !place_.near_button(index));
            if (chunk.role != ChunkRole::name || (deep && !place_.near_date(index))) {
                continue;
            }
            const std::string_view line = story_.text_of(chunk);
            if (is_sentence_without_capitals(*chunk.head->byline)) {
                chunk.role = ChunkRole::short_text;
                continue;
            }
            if (line == accepted) {
                chunk.become(FurnitureKind::byword);
                continue;
            }
            if (is_company(line)) {
                chunk.become(FurnitureKind::byword);  // whose press release it is
                continue;
            }
            if (place_.credits_picture(index)) {
                chunk.become(ChunkRole::caption);
                continue;
            }
            const bool caption_follows = index + 1 < chunks_.size() && chunks_[index + 1].role == ChunkRole::caption;
            const bool below_deck = place_.stands_below_deck(index);
            if (place_.stands_below_picture_label(index)) {
                chunk.become(ChunkRole::caption);
                continue;
            }
            const bool after_caption =
                index > 0 && chunks_[index - 1].role == ChunkRole::caption && has_prose_after(chunks_, index, 2);
            const std::size_t above = index > 1 && is_initials_of(index - 1, index) ? index - 2 : index - 1;
            const bool follows_author = index > 0 && chunks_[above].role == ChunkRole::byline;
            const bool below_headline =
                index > 0 && chunks_[index - 1].role == ChunkRole::headline && !chunk.chunk.blank_before;
            const bool beside = place_.near_date(index) || place_.near_date_or_furniture(index);
            const bool placed =
                beside || is_agency_at_place(*chunk.head->byline) || follows_author || after_caption ||
                ((below_headline || below_deck) && caption_follows) || place_.stands_between_headline_and_text(index) ||
                (web_page && index > 0 && has_prose_after(chunks_, index, 1) && !is_all_capitals(line) &&
                 (chunks_[index - 1].role == ChunkRole::headline || chunks_[index - 1].role == ChunkRole::prose));
            if (has_author && !follows_author) {
                continue;
            }
            const bool title_follows = is_author_title(story_, index + 1);
            if (!has_headline || (caption_follows && !below_headline && !below_deck) || !(placed || title_follows) ||
                (!place_.near_date(index) && place_.is_spoken_of(index))) {
                continue;
            }
            if (title_follows) {
                take_author_title(story_, index);
            }
            chunk.role = ChunkRole::byline;
            chunk.confidence = beside ? 88 : 80;
            accepted = line;
            has_author = true;
        }
    }

private:
    /// "By Our Staff Reporter", and no name below it.
    bool settle_desk(std::size_t index) {
        const std::string_view line = story_.text_of(chunks_[index]);
        const bool below_author = std::any_of(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index),
                                              [](const StoryChunk& above) { return above.head && above.head->byline; });
        if (below_author || !story_.conventions->lexicon().whole(line, PhraseKind::desk, story_.language)) {
            return false;
        }
        chunks_[index].become(ChunkRole::head_line,
                              BylineParser{*story_.conventions, story_.language}.byline_of_desk(line));
        return true;
    }

    /// "AL" above "Ann Lee": what a page has where there is no picture of the author.
    [[nodiscard]] bool is_initials_of(std::size_t index, std::size_t name) const {
        const std::string_view initials = story_.text_of(chunks_[index]);
        const std::string_view words = story_.text_of(chunks_[name]);
        if (initials.size() > 8 || !is_all_capitals(initials)) {
            return false;
        }
        const std::size_t last = words.rfind(' ') + 1;
        return last > 0 && initials == std::string(words.substr(0, utf8::at(words, 0).size)) +
                                           std::string(words.substr(last, utf8::at(words, last).size));
    }

    void drop_initials(std::size_t index) {
        if (chunks_[index].role == ChunkRole::short_text && index + 1 < chunks_.size() &&
            chunks_[index + 1].role == ChunkRole::name && is_initials_of(index, index + 1)) {
            chunks_[index].become(FurnitureKind::byword);
        }
    }

    /// "Redaktion" right above or below a date: elsewhere on a page a label.
    bool is_desk_beside_date(std::size_t index) {
        StoryChunk& chunk = chunks_[index];
        if (chunk.role != ChunkRole::furniture || chunk.furniture != FurnitureKind::byword ||
            !place_.near_date(index)) {
            return false;
        }
        const std::string_view line = story_.text_of(chunk);
        if (!story_.conventions->lexicon().whole(line, PhraseKind::desk, story_.language)) {
            return false;
        }
        chunk.become(ChunkRole::byline, byline_of_one(line, 0, ContributorKind::desk));
        chunk.confidence = 85;
        return true;
    }

    /// "by oz" right above or below a date.
    void take_handle(std::size_t index) {
        StoryChunk& chunk = chunks_[index];
        const std::string_view line = story_.text_of(chunk);
        if (chunk.role != ChunkRole::short_text || chunk.chunk.size() != 1 || line.size() > 30 ||
            std::ranges::count(line, ' ') != 1 || ends_sentence(line) || !place_.near_date(index)) {
            return;
        }
        const BylineParser names{*story_.conventions, story_.language};
        const std::size_t name = names.by_word_size(line);
        if (name == 0 || name >= line.size()) {
            return;
        }
        BylineMatch match = byline_of_one(line, name);
        match.by_word = true;
        chunk.become(ChunkRole::head_line, std::move(match));
    }

    /// "21.01.2026 11:46 von"
    [[nodiscard]] bool ends_in_by_word(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        if (chunk.role != ChunkRole::head_line || chunk.head->byline || !chunk.head->has_date()) {
            return false;
        }
        const std::string_view line = story_.text_of(chunk);
        return story_.conventions->lexicon()
            .whole(line.substr(line.rfind(' ') + 1), {PhraseKind::by_word, PhraseKind::weak_by_word}, story_.language)
            .has_value();
    }

    /// The name at `index`, and others on the lines right below, with or without "and" between them.
    void take_proven_names(std::size_t index) {
        const auto name_of = [&](std::size_t at) -> const std::string& {
            return chunks_[at].head->byline->contributors.front().contributor.name;
        };
        std::size_t before = index;
        for (std::size_t at = index;;) {
            const bool again = at > index && name_of(at) == name_of(before);
            chunks_[at].head->byline->by_word = true;
            chunks_[at].role = again ? ChunkRole::furniture : ChunkRole::head_line;
            chunks_[at].furniture = FurnitureKind::byword;
            before = at++;
            const bool joined = at + 1 < chunks_.size() && joins_names(at);
            const std::size_t next = joined ? at + 1 : at;
            if (next >= chunks_.size() || chunks_[next].role != ChunkRole::name ||
                (!joined && chunks_[next].chunk.blank_before)) {
                return;
            }
            if (joined) {
                chunks_[at].become(FurnitureKind::byword);
            }
            at = next;
        }
    }

    /// "and" or a comma on a line of its own.
    [[nodiscard]] bool joins_names(std::size_t index) const {
        const std::string_view line = story_.text_of(chunks_[index]);
        return line == "," || story_.conventions->lexicon().whole(line, PhraseKind::and_word, story_.language);
    }

    /// Scripts without capitals tell names from other words by little more than how many there are.
    [[nodiscard]] static bool is_sentence_without_capitals(const BylineMatch& byline) {
        constexpr std::ptrdiff_t most_spaces = 3;
        return std::ranges::any_of(byline.contributors, [](const ContributorMatch& author) {
            const std::string& name = author.contributor.name;
            return !name.empty() && is_right_to_left_letter(utf8::at(name, 0).code) &&
                   std::ranges::count(name, ' ') > most_spaces;
        });
    }

    /// "Hafengesellschaft Celle mbH"
    [[nodiscard]] bool is_company(std::string_view line) const {
        const std::size_t last = line.rfind(' ');
        return last != std::string_view::npos &&
               story_.conventions->lexicon().whole(line.substr(last + 1), PhraseKind::company_form);
    }

    /// "AFP, MANILA"
    [[nodiscard]] static bool is_agency_at_place(const BylineMatch& byline) {
        return byline.place && std::ranges::all_of(byline.contributors, [](const ContributorMatch& author) {
                   return author.contributor.kind == ContributorKind::agency;
               });
    }

    StoryText& story_;
    std::vector<StoryChunk>& chunks_;
    AuthorPlace place_;
};

}  // namespace

void join_labels(StoryText& story) { AuthorLines{story}.join_labels(); }

void settle_authors(StoryText& story, std::size_t from, bool has_headline) {
    AuthorLines lines{story};
    lines.settle_titles(from);
    lines.settle_names(from, has_headline);
}

}  // namespace galley::text
