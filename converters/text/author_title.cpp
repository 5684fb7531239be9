#include "converters/text/author_title.h"

#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/media_word.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

bool is_agency(const StoryText& story, std::string_view line) {
    line = line.substr(0, line.find(','));  // "BBC News, Washington"
    const auto agency = story.conventions->lexicon().whole(line, PhraseKind::agency, story.language);
    return agency && agency->end == line.size();
}

/// "BBC Scotland News", "The Saltmere Courier": a few words with capitals, and an article before them or a paper's or a
/// service's last one.
bool is_service(const StoryText& story, std::string_view line) {
    constexpr std::ptrdiff_t most_spaces = 4;
    if (std::ranges::count(line, ' ') > most_spaces ||
        (!begins_with_article(line, story.conventions->lexicon()) &&
         !is_last_word_of_media(line, story.conventions->lexicon(), story.language))) {
        return false;
    }
    for (std::size_t at = 0; at < line.size(); at = std::min(line.find(' ', at), line.size() - 1) + 1) {
        if (!is_upper(utf8::at(line, at).code)) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool is_author_title(const StoryText& story, std::size_t index) {
    if (index >= story.chunks.size() ||
        (story.chunks[index].role != ChunkRole::short_text && story.chunks[index].role != ChunkRole::name)) {
        return false;
    }
    const std::string_view line = story.text_of(story.chunks[index]);
    if (line.size() > 60 || ends_sentence(line) || std::ranges::count(line, ' ') > 5) {
        return false;
    }
    const Lexicon& lexicon = story.conventions->lexicon();
    const std::string_view title = utf8::trim(
        line.substr(0, line.find_first_of(",@")));  // "Environment correspondent, Nairobi", "News reporter @annlee"
    const std::size_t last = title.rfind(' ');
    return is_agency(story, line) || lexicon.longest(line, 0, PhraseKind::job_title, story.language) ||
           (last != std::string_view::npos && !story.chunks[index].chunk.blank_before &&
            (lexicon.whole(title.substr(last + 1), {PhraseKind::job_title, PhraseKind::desk}, story.language) ||
             is_service(story, line)));
}

void take_author_title(StoryText& story, std::size_t index) {
    StoryChunk& title = story.chunks[index + 1];
    std::vector<ContributorMatch>& authors = story.chunks[index].head->byline->contributors;
    const std::string_view line = story.text_of(title);
    const bool job = story.conventions->lexicon().longest(line, 0, PhraseKind::job_title, story.language).has_value();
    if (is_agency(story, line) || (!job && is_service(story, line))) {  // where all of them work
        for (ContributorMatch& author : authors) {
            author.contributor.affiliation =
                author.contributor.affiliation.empty() ? line : author.contributor.affiliation;
        }
    } else if (authors.back().contributor.job_title.empty()) {
        authors.back().contributor.job_title = line;
    }
    title.become(FurnitureKind::byword);
}

}  // namespace galley::text
