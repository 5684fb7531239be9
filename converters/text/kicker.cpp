#include "converters/text/kicker.h"

#include "converters/text/line_shape.h"

#include <algorithm>

namespace galley::text {
namespace {

/// "PORTS" above a headline that is not in capitals.
bool stands_in_capitals_above(const StoryText& story, const StoryChunk& above, const StoryChunk& below) {
    const std::string_view kicker = story.text_of(above);
    const std::string_view headline = story.text_of(below);
    return kicker.size() <= 30 && std::ranges::count(kicker, ' ') <= 2 && is_all_capitals(kicker) &&
           !is_all_capitals(headline) && !ends_sentence(headline) && headline.size() > kicker.size() &&
           columns(headline) <= 120;
}

/// "PORTS", a blank line, and a headline that is set off from the text as well.
bool stands_apart_above(const StoryText& story, const StoryChunk& above, std::size_t next) {
    const StoryChunk& below = story.chunks[next];
    const bool headline = below.role == ChunkRole::short_text && below.chunk.size() == 1 && below.chunk.blank_before &&
                          (below.chunk.blank_after ||
                           (next + 1 < story.chunks.size() && story.chunks[next + 1].role == ChunkRole::head_line));
    return above.chunk.blank_after && headline && !story.layout.wrapped &&
           stands_in_capitals_above(story, above, below) && has_prose_after(story.chunks, next, 3);
}

/// One word above a line of several, with authors or a date not far below: "Ferry", "Island ferry to resume", a
/// deck, "By Ann Lee".
bool is_topic_above(const StoryText& story, const StoryChunk& above, std::size_t next) {
    const StoryChunk& below = story.chunks[next];
    constexpr std::size_t longest = 24;
    constexpr std::ptrdiff_t least_spaces = 4;
    constexpr std::size_t reach = 5;
    const std::string_view topic = story.text_of(above);
    const std::string_view headline = story.text_of(below);
    const auto end =
        story.chunks.begin() + static_cast<std::ptrdiff_t>(std::min(story.chunks.size(), next + 1 + reach));
    return !above.chunk.blank_after && below.role == ChunkRole::short_text && !story.layout.wrapped &&
           topic.size() <= longest && topic.find(' ') == std::string_view::npos && !ends_sentence(topic) &&
           !ends_sentence(headline) && std::ranges::count(headline, ' ') >= least_spaces &&
           std::any_of(story.chunks.begin() + static_cast<std::ptrdiff_t>(next), end,
                       [](const StoryChunk& chunk) { return chunk.role == ChunkRole::head_line; });
}

}  // namespace

bool is_kicker(const StoryText& story, std::size_t index, std::size_t next) {
    const StoryChunk& above = story.chunks[index];
    const StoryChunk& below = story.chunks[next];
    if (!story.layout.indented && !above.chunk.blank_after && is_text(story.chunks[next].role) &&
        below.role != ChunkRole::dateline && stands_in_capitals_above(story, above, below) &&
        has_prose_after(story.chunks, next, 6)) {
        return true;
    }
    if (stands_apart_above(story, above, next) || is_topic_above(story, above, next)) {
        return true;
    }
    if (above.chunk.blank_after || !below.chunk.blank_after || below.role != ChunkRole::short_text ||
        story.layout.wrapped) {
        return false;
    }
    const std::string_view kicker = story.text_of(above);
    const std::string_view headline = story.text_of(below);
    return kicker.size() < headline.size() && kicker.size() <= 36 && std::ranges::count(kicker, ' ') < 4 &&
           !ends_sentence(headline) && has_prose_after(story.chunks, next, 2);
}

}  // namespace galley::text
