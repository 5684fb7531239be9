#include "converters/text/author_place.h"

#include "converters/text/author_lines.h"
#include "converters/text/caption.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace galley::text {
namespace {

constexpr std::size_t reach_of_names = 6000;  ///< bytes of the text in which whom it is about is named

/// Without "de la", "van", "Prof." and the like.
std::size_t count_name_words(std::string_view name, const Lexicon& lexicon) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1) {
        const std::string_view word = name.substr(at, name.find(' ', at) - at);
        words += is_name_particle(word, lexicon) || word.ends_with('.') ? 0U : 1U;
    }
    return words;
}

}  // namespace

bool AuthorPlace::near_date(std::size_t index) const {
    constexpr std::size_t most_beside = 2;
    std::size_t below = index + 1;
    while (below < chunks_.size() && below - index <= most_beside && !has_date(below) && is_beside(below)) {
        ++below;
    }
    return (index > 0 && has_date(index - 1)) || (below < chunks_.size() && has_date(below));
}

/// Right below a line: "Energy & environment", "@annlee", "ann.lee@example.com".
bool AuthorPlace::is_beside(std::size_t index) const {
    constexpr std::size_t longest = 30;
    const StoryChunk& chunk = chunks_[index];
    const std::string_view line = story_.text_of(chunk);
    const bool topic = chunk.role == ChunkRole::short_text && line.size() <= longest && !ends_sentence(line) &&
                       std::ranges::count(line, ' ') <= 2;
    const bool handle = chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::byword;
    return is_separator(index) || (!chunk.chunk.blank_before && (topic || handle || chunk.role == ChunkRole::address));
}

bool AuthorPlace::near_button(std::size_t index) const {
    return index > 0 && chunks_[index - 1].role == ChunkRole::furniture &&
           (chunks_[index - 1].furniture == FurnitureKind::share_count ||
            chunks_[index - 1].furniture == FurnitureKind::reading_time);
}

bool AuthorPlace::is_separator(std::size_t index) const {
    const StoryChunk& chunk = chunks_[index];
    return chunk.role == ChunkRole::thematic_break ||
           (chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::separator);
}

bool AuthorPlace::near_date_or_furniture(std::size_t index) const {
    const auto speaks = [&](std::size_t at) {
        if (is_separator(at)) {  // "•" on a line of its own: what stands beyond it
            at = at > index ? std::min(at + 1, chunks_.size() - 1) : at > 0 ? at - 1 : at;
        }
        const StoryChunk& chunk = chunks_[at];
        const bool web_page =
            chunk.role == ChunkRole::furniture &&
            (chunk.furniture == FurnitureKind::byword || chunk.furniture == FurnitureKind::share_count ||
             chunk.furniture == FurnitureKind::reading_time || chunk.furniture == FurnitureKind::navigation);
        return (chunk.role == ChunkRole::head_line && chunk.head->has_date()) || web_page;
    };
    return (index > 0 && speaks(index - 1)) || (index + 1 < chunks_.size() && speaks(index + 1)) ||
           (index > 1 && chunks_[index - 1].role == ChunkRole::name && speaks(index - 2)) ||
           (index + 2 < chunks_.size() && chunks_[index + 1].role == ChunkRole::name && speaks(index + 2));
}

bool AuthorPlace::stands_between_headline_and_text(std::size_t index) const {
    const StoryChunk& chunk = chunks_[index];
    constexpr std::size_t surely_text = 150;  // bytes of a paragraph right below
    const bool below_deck = stands_below_deck(index);
    if (index == 0 || (!below_deck && chunks_[index - 1].role != ChunkRole::headline) ||
        !has_prose_after(chunks_, index, 1)) {
        return false;
    }
    const BylineMatch& byline = *chunk.head->byline;
    const std::string_view line = story_.text_of(chunk);
    const bool desk = byline.contributors.back().contributor.kind == ContributorKind::desk;
    const bool may_credit =
        line.contains('/') && !line.contains('@') && !byline.place && !desk;  // "Ann Lee / AP" is whose a picture is
    if (chunk.chunk.blank_before && (!chunk.chunk.blank_after || may_credit || is_any_spoken_of(index))) {
        return false;
    }
    if (!chunk.chunk.blank_after && story_.text_of(chunks_[index + 1]).size() < surely_text) {
        return false;
    }
    if (byline.contributors.size() == 1 && byline.contributors.front().is_all_of(line)) {
        const std::string& name = byline.contributors.front().contributor.name;
        const bool agency = byline.contributors.front().contributor.kind == ContributorKind::agency;
        return agency || desk ||
               (!below_deck && !chunk.chunk.blank_before && !is_all_capitals(line) &&
                count_name_words(name, story_.conventions->lexicon()) <= 3 && !names_a_thing(name));
    }
    const bool persons = std::ranges::all_of(byline.contributors, [&](const ContributorMatch& author) {
        return author.contributor.kind == ContributorKind::desk || author.contributor.kind == ContributorKind::agency ||
               is_plainly_person(author.contributor.name);
    });
    const bool known = (byline.contributors.size() > 1 && !is_all_capitals(line)) || desk || byline.place ||
                       byline.introduced || line.contains('@') || says_what_they_are(byline) ||
                       !byline.contributors.back().contributor.affiliation.empty();
    return persons && known && !may_credit && !is_any_spoken_of(index);
}

/// "Ann Lee, Political Editor", "Jan Novák, ČTK": all are people, and the last has a title or an agency behind the
/// name. "Ann Lee / AP" is whose a picture is.
bool AuthorPlace::says_what_they_are(const BylineMatch& byline) const {
    const Contributor& last = byline.contributors.back().contributor;
    if (byline.introduced || is_ideograph(utf8::at(last.name, 0).code)) {
        return false;  // what stands before a name may as well say who is spoken of
    }
    const Lexicon& lexicon = story_.conventions->lexicon();
    const bool agency = !last.affiliation.empty() &&
                        lexicon.whole(last.affiliation, PhraseKind::agency, story_.language) &&
                        !lexicon.whole(last.affiliation, PhraseKind::caption, story_.language);
    return (agency || !last.job_title.empty()) &&
           std::ranges::all_of(byline.contributors, [&](const ContributorMatch& author) {
               return is_plainly_person(author.contributor.name);
           });
}

/// A person's name that is not "AP Photo" or "do Rio de Janeiro".
bool AuthorPlace::is_plainly_person(std::string_view name) const {
    const auto agency = story_.conventions->lexicon().longest(name, 0, PhraseKind::agency, story_.language);
    return is_person_name(name, story_.conventions->lexicon(), story_.language) && !is_lower(utf8::at(name, 0).code) &&
           !(agency && is_all_capitals(name.substr(0, agency->end)) && !is_all_capitals(name));
}

/// "Harbour Wall", "Weekly Review", "New York": a place, or a word of it is one of the text or the name of a part of a
/// paper.
bool AuthorPlace::names_a_thing(std::string_view line) const {
    constexpr PhraseKinds things{PhraseKind::section, PhraseKind::genre, PhraseKind::media_word,
                                 PhraseKind::not_a_place};
    if (story_.conventions->lexicon().whole(line, {PhraseKind::place, PhraseKind::country, PhraseKind::region},
                                            story_.language)) {
        return true;
    }
    const std::string_view head = story_.text.substr(0, std::min(story_.text.size(), reach_of_names));
    for (std::size_t at = 0; at < line.size(); at = std::min(line.find(' ', at), line.size() - 1) + 1) {
        std::string word{line.substr(at, line.find(' ', at) - at)};
        if (word.empty() || story_.conventions->lexicon().whole(word, things, story_.language)) {
            return true;
        }
        if (word.front() >= 'A' && word.front() <= 'Z') {
            word.front() = static_cast<char>(word.front() | ' ');
            for (std::size_t found = head.find(word); found != std::string_view::npos;
                 found = head.find(word, found + 1)) {
                if (is_word_end(head, found) && is_word_end(head, found + word.size())) {
                    return true;
                }
            }
        }
    }
    return false;
}

bool AuthorPlace::is_any_spoken_of(std::size_t index) const {
    const std::vector<ContributorMatch>& authors = chunks_[index].head->byline->contributors;
    return std::ranges::any_of(
        authors, [&](const ContributorMatch& author) { return is_spoken_of(index, author.contributor.name); });
}

bool AuthorPlace::stands_below_deck(std::size_t index) const {
    return index > 1 && !chunks_[index].chunk.blank_before && !chunks_[index - 1].chunk.blank_before &&
           chunks_[index - 1].role == ChunkRole::prose && chunks_[index - 2].role == ChunkRole::headline;
}

bool AuthorPlace::credits_picture(std::size_t index) const {
    const StoryChunk& chunk = chunks_[index];
    if (begins_as_picture_credit(story_.text_of(chunk), *story_.conventions, story_.language)) {
        return true;
    }
    if (index < 2 || story_.text_of(chunk).find('/') == std::string_view::npos || near_date(index)) {
        return false;
    }
    const BylineMatch& byline = *chunk.head->byline;
    if (byline.contributors.size() == 2 && byline.contributors.front().contributor.kind == ContributorKind::agency) {
        return has_prose_after(chunks_, index, head_zone);  // "dpa/Ann Lee": agencies credit pictures so
    }
    const bool below_sentence = !chunk.chunk.blank_before && chunks_[index - 1].role == ChunkRole::prose;
    const bool amid_text = std::ranges::count(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index),
                                              ChunkRole::prose, &StoryChunk::role) > 1 &&
                           has_prose_after(chunks_, index, head_zone);
    if (!below_sentence && !amid_text) {
        return false;
    }
    return std::ranges::any_of(chunk.head->byline->contributors, [&](const ContributorMatch& author) {
        const Contributor& who = author.contributor;
        return who.kind == ContributorKind::agency ||
               (!who.affiliation.empty() &&
                story_.conventions->lexicon().whole(who.affiliation, PhraseKind::agency, story_.language));
    });
}

bool AuthorPlace::stands_below_picture_label(std::size_t index) const {
    const std::string_view label = index > 0 ? story_.text_of(chunks_[index - 1]) : std::string_view{};
    return label.ends_with(':') && !is_text(chunks_[index - 1].role) &&
           story_.conventions->lexicon().whole(label, PhraseKind::caption, story_.language);
}

bool AuthorPlace::is_spoken_of(std::size_t index) const {
    return is_spoken_of(index, chunks_[index].head->byline->contributors.back().contributor.name);
}

bool AuthorPlace::is_spoken_of(std::size_t index, std::string_view name) const {
    const std::size_t space = name.rfind(' ');
    const std::string_view surname = space == std::string_view::npos ? name : name.substr(space + 1);
    const std::size_t begin = story_.begin_of(chunks_[index]);
    const std::size_t end = story_.end_of(chunks_[index]);
    const std::string_view head = story_.text.substr(0, std::min(story_.text.size(), reach_of_names));
    for (std::size_t at = head.find(surname); at != std::string_view::npos; at = head.find(surname, at + 1)) {
        const bool word = is_word_end(head, at) && is_word_end(head, at + surname.size());  // "Arm" is not in "Armut"
        if (word && (at + surname.size() <= begin || at >= end)) {
            // The same line again is a picture's label or a profile's heading, not the text.
            const std::size_t line_begin =
                head.rfind('\n', at) == std::string_view::npos ? 0 : head.rfind('\n', at) + 1;
            const std::size_t line_end = std::min(head.find('\n', at), head.size());
            if (line_end - line_begin > name.size() + 30) {
                return true;
            }
        }
    }
    return false;
}

bool AuthorPlace::has_author_above_text() const {
    std::size_t prose = 0;
    for (std::size_t index = 0; index < chunks_.size() && index < head_zone && prose <= most_prose_before_date;
         ++index) {
        const StoryChunk& chunk = chunks_[index];
        if (chunk.role == ChunkRole::head_line && chunk.head->byline) {
            return has_prose_after(chunks_, index, head_zone);  // else it stands below the text: "Editor: Jaan Kask"
        }
        if (chunk.role == ChunkRole::dateline) {
            return false;
        }
        prose += chunk.role == ChunkRole::prose ? 1U : 0U;
    }
    return false;
}

}  // namespace galley::text
