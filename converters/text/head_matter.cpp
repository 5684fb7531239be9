#include "converters/text/head_matter.h"

#include "converters/text/author_lines.h"
#include "converters/text/furniture_headline.h"
#include "converters/text/headline_search.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/line_shape.h"
#include "converters/text/link_authors.h"
#include "converters/text/paper_of_author.h"
#include "converters/text/person_name.h"

#include <algorithm>
#include <optional>

namespace galley::text {
namespace {

constexpr std::size_t longest_deck = 600;
constexpr std::size_t most_decks = 3;  ///< points of a list aside

class HeadMatter {
public:
    explicit HeadMatter(StoryText& story) : story_(story), chunks_(story.chunks) {}

    void run() {
        join_labels(story_);
        settle_paper_below_author(story_);
        settle_paper_above_author(story_);
        drop_authors_of_links(story_);
        doubt_first_line();
        take_back_first_line(story_);
        const auto after_headline = settle_headline(story_);
        const std::size_t after = after_headline.value_or(0);
        settle_authors(story_, after_headline ? after : first_text(story_), after_headline.has_value());
        settle_rest(after_headline.has_value(), after);
        story_.body = last_head_element(after);
    }

private:
    /// The first line of all is rather a headline that ends in a date ("CANADIAN METALS - April 7") than an author's
    /// line without by-word or year.
    void doubt_first_line() {
        for (StoryChunk& chunk : chunks_) {
            if (chunk.role == ChunkRole::address || chunk.role == ChunkRole::furniture ||
                chunk.role == ChunkRole::note) {
                continue;
            }
            if (chunk.role == ChunkRole::head_line) {
                const HeadLine& head = *chunk.head;
                const bool year = (head.date && head.date->date.year) || (head.updated && head.updated->date.year);
                const bool other_words =
                    head.byline || std::ranges::any_of(head.furniture, [](const HeadLine::Part& part) {
                        return part.kind == FurnitureKind::navigation;
                    });
                const bool by_word = head.byline && head.byline->by_word;
                const bool capitals =
                    head.byline && is_all_capitals(story_.text_of(chunk));  // a wire's headline more often than a name
                if ((!by_word && ((other_words && (!year || is_dated_again(chunk))) || capitals)) ||
                    (by_word && !head.has_date() && reads_as_headline(chunk))) {
                    chunk.role = ChunkRole::short_text;
                }
            }
            return;
        }
    }

    /// "Opening bell 11/18/2019", and the story's date a few lines below: the first one is the headline's.
    [[nodiscard]] bool is_dated_again(const StoryChunk& first) const {
        constexpr std::size_t most_between = 6;
        const auto index = static_cast<std::size_t>(&first - chunks_.data());
        const std::size_t end = std::min(chunks_.size(), index + 2 + most_between);
        return first.head->date &&
               std::any_of(chunks_.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                           chunks_.begin() + static_cast<std::ptrdiff_t>(end), [](const StoryChunk& below) {
                               return below.role == ChunkRole::head_line && below.head->date &&
                                      below.head->date->date.is_full();
                           });
    }

    /// A by-word without a mark, right above the text, where a headline is wanted: "تقرير دولي يحذر" in scripts without
    /// capitals, where a noun is a by-word as well, or no name of two words behind it ("Текст Путина").
    [[nodiscard]] bool reads_as_headline(const StoryChunk& chunk) const {
        const std::size_t next = static_cast<std::size_t>(&chunk - chunks_.data()) + 1;
        if (next >= chunks_.size() || chunks_[next].role != ChunkRole::prose) {
            return false;
        }
        const std::string_view line = story_.text_of(chunk);
        const ContributorMatch& author = chunk.head->byline->contributors.front();
        const std::string_view by_word = line.substr(0, author.begin);
        const char32_t first = author.begin < line.size() ? utf8::at(line, author.begin).code : 0;
        const bool marked = by_word.find_first_of(":-/=") != std::string_view::npos || is_ideograph(first);
        const std::size_t colon = by_word.find(':');
        if (colon != std::string_view::npos &&
            story_.conventions->lexicon().whole(by_word.substr(0, colon), PhraseKind::genre, story_.language)) {
            return true;  // "Interview: Emma Watson on fame"
        }
        if ((marked && !is_hangul(first)) || author.contributor.kind != ContributorKind::unknown ||
            line.find_first_of(",|@") != std::string_view::npos) {
            return false;
        }
        const bool caseless = is_letter(first) && !is_upper(first) && !is_lower(first);
        return caseless || (!is_person_name(author.contributor.name, story_.conventions->lexicon(), story_.language) &&
                            !author.contributor.name.contains('.'));
    }

    /// True when more of the text stands above `index` than below it: who or what is named there signs the story.
    [[nodiscard]] bool is_below_most_text(std::size_t from, std::size_t index) const {
        const auto running = [&](std::size_t first, std::size_t last) {
            std::size_t bytes = 0;
            for (std::size_t at = first; at < last; ++at) {
                bytes += is_text(chunks_[at].role) ? story_.text_of(chunks_[at]).size() : 0;
            }
            return bytes;
        };
        return running(from, index) > running(index + 1, std::min(chunks_.size(), index + head_zone));
    }

    [[nodiscard]] static bool is_dated_to_the_minute(const HeadLine& head) {
        const auto has_minute = [](const std::optional<DateMatch>& match) {
            return match && match->date.is_full() && match->date.time;
        };
        return has_minute(head.date) || has_minute(head.updated);
    }

    /// A by-word, or a date to the minute.
    [[nodiscard]] static bool is_proven(const HeadLine& head) {
        return is_dated_to_the_minute(head) || (head.byline && head.byline->by_word);
    }

    [[nodiscard]] std::size_t last_head_element(std::size_t from) const {
        std::size_t last = from;
        std::size_t prose = 0;
        std::size_t texts = 0;
        std::size_t text_end = chunks_.size();
        while (text_end > from && !is_text(chunks_[text_end - 1].role)) {
            --text_end;
        }
        for (std::size_t index = from; index < chunks_.size() && index < from + head_zone; ++index) {
            const ChunkRole role = chunks_[index].role;
            if (role == ChunkRole::dateline) {
                break;
            }
            prose += role == ChunkRole::prose ? 1U : 0U;
            texts += role == ChunkRole::short_text || role == ChunkRole::name ? 1U : 0U;
            const bool proven = role == ChunkRole::head_line && is_proven(*chunks_[index].head);
            if (prose > 0 && index >= text_end) {
                break;  // what stands below all text is no part of the head
            }
            if (prose > most_prose_before_date || (texts > most_texts_before_date && !proven)) {
                if (prose > most_prose_before_date) {
                    break;
                }
                continue;
            }
            const bool under_deck =
                prose == 1 && role == ChunkRole::head_line && is_dated_to_the_minute(*chunks_[index].head);
            if ((role == ChunkRole::head_line || role == ChunkRole::byline) &&
                (prose == 0 || under_deck || !is_below_most_text(from, index))) {
                last = index + 1;
            }
        }
        return last;
    }

    /// An author's line after the text, where none stood before it.
    [[nodiscard]] bool is_author_at_end(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        return chunk.head->byline && chunk.head->byline->by_word &&
               (index + 3 >= chunks_.size() || (says_whose(*chunk.head->byline) && is_below_most_text(0, index))) &&
               !has_author_before(index);
    }

    /// "Toimetaja: Jaan Kask" as the last line, below a text whose author stands above it.
    [[nodiscard]] bool is_second_author_at_end(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        return index > 0 && index + 1 == chunks_.size() && chunk.head->byline && chunk.head->byline->by_word &&
               !chunk.head->has_date() && story_.text_of(chunk).find(':') != std::string_view::npos;
    }

    /// "Anna Nowak (PAP)", "Karl Lindqvist/TT", "WAM/Hassan Bashir": a name and whose it is, below all the text.
    [[nodiscard]] bool is_signature(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        return chunk.role == ChunkRole::name && !chunk.head->has_date() && names_agency(*chunk.head->byline) &&
               has_text_before(index) && story_.text_of(chunk).find('|') == std::string_view::npos &&
               std::none_of(chunks_.begin() + static_cast<std::ptrdiff_t>(index) + 1, chunks_.end(),
                            [](const StoryChunk& after) { return is_text(after.role); });
    }

    [[nodiscard]] static bool says_whose(const BylineMatch& byline) {
        return std::ranges::any_of(byline.contributors, [](const ContributorMatch& author) {
            return !author.contributor.affiliation.empty();
        });
    }

    [[nodiscard]] bool names_agency(const BylineMatch& byline) const {
        const auto is_agency = [&](std::string_view name) {
            return !name.empty() && story_.conventions->lexicon().whole(name, PhraseKind::agency, story_.language);
        };
        return std::ranges::any_of(byline.contributors, [&](const ContributorMatch& author) {
            return author.contributor.kind == ContributorKind::agency || is_agency(author.contributor.affiliation);
        });
    }

    [[nodiscard]] bool has_text_before(std::size_t index) const {
        return std::any_of(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index),
                           [](const StoryChunk& chunk) { return is_paragraph(chunk.role); });
    }

    [[nodiscard]] bool has_author_before(std::size_t index) const {
        return std::any_of(
            chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index), [](const StoryChunk& before) {
                return before.role == ChunkRole::byline || (before.role == ChunkRole::head_line && before.head->byline);
            });
    }

    /// A line that is a whole date and little else, below a text that has none above it.
    [[nodiscard]] bool is_date_at_end(std::size_t index) const {
        const StoryChunk& chunk = chunks_[index];
        return index > 0 && index + 3 >= chunks_.size() && chunk.head->date && chunk.head->date->date.is_full() &&
               !chunk.head->byline &&
               std::none_of(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index),
                            [](const StoryChunk& before) {
                                return (before.role == ChunkRole::head_line && before.head->has_date()) ||
                                       (before.dateline && before.dateline->date);
                            });
    }

    /// Decks, and the rest: a name that is none is text, and so is what stands in the body.
    void settle_rest(bool headline, std::size_t after) {
        const std::size_t body = last_head_element(after);
        if (headline) {
            std::size_t decks = 0;
            for (std::size_t index = after; index < body; ++index) {
                StoryChunk& chunk = chunks_[index];
                const bool point =
                    is_list_point(story_.text_of(chunk));  // what the story says, in short: as many as there are
                if (decks >= most_decks && !point) {
                    continue;
                }
                const bool text = chunk.role == ChunkRole::prose || chunk.role == ChunkRole::short_text;
                if (chunk.role == ChunkRole::dateline || chunk.role == ChunkRole::preformatted) {
                    break;
                }
                if (text && story_.text_of(chunk).size() <= longest_deck) {
                    const bool topic =
                        !point && chunk.role == ChunkRole::short_text && story_.text_of(chunk).size() < 25;
                    chunk.role = topic ? ChunkRole::furniture : ChunkRole::deck;
                    chunk.furniture = FurnitureKind::navigation;
                    chunk.confidence = 85;
                    decks += point ? 0U : 1U;
                }
            }
        }
        for (std::size_t index = 0; index < chunks_.size(); ++index) {
            StoryChunk& chunk = chunks_[index];
            if (index >= body && chunk.role == ChunkRole::head_line && !is_author_at_end(index) &&
                !is_date_at_end(index)) {
                chunk.role = is_second_author_at_end(index) ? ChunkRole::furniture : ChunkRole::short_text;
                chunk.furniture = FurnitureKind::byword;
            }
            if (index >= body && is_signature(index)) {
                chunk.role = has_author_before(index) ? ChunkRole::furniture : ChunkRole::byline;
                chunk.furniture = FurnitureKind::sign_off;
                chunk.confidence = 85;
            } else if (chunk.role == ChunkRole::name) {
                chunk.role = index < body ? ChunkRole::furniture : ChunkRole::short_text;
                chunk.furniture = FurnitureKind::navigation;
            } else if (chunk.role == ChunkRole::short_text && index >= after && index < body) {
                chunk.become(FurnitureKind::navigation);
            }
        }
    }

    StoryText& story_;
    std::vector<StoryChunk>& chunks_;
};

}  // namespace

void settle_head(StoryText& story) { HeadMatter{story}.run(); }

}  // namespace galley::text
