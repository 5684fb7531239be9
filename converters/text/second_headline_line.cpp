#include "converters/text/second_headline_line.h"

#include "converters/text/byline_parser.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstddef>

namespace galley::text {

bool is_second_headline_line(const StoryText& story, const StoryChunk& above, const StoryChunk& below) {
    constexpr std::ptrdiff_t least_spaces = 2;
    constexpr std::size_t longest = 100;
    const auto is_part = [&](const StoryChunk& chunk) {
        const std::string_view line = story.text_of(chunk);
        return chunk.chunk.size() == 1 && line.size() <= longest && std::ranges::count(line, ' ') >= least_spaces &&
               !ends_sentence(line);
    };
    if (story.layout.wrapped || below.role != ChunkRole::short_text || below.chunk.blank_before ||
        !below.chunk.blank_after || !is_part(above) || !is_part(below) ||
        !is_upper(utf8::at(story.text_of(above), 0).code) || !is_lower(utf8::at(story.text_of(below), 0).code)) {
        return false;
    }
    constexpr std::ptrdiff_t most_spaces_of_byline = 3;  // "by jane doe"
    const std::string_view line = story.text_of(below);
    const bool is_icon = line.contains('_');  // "arrow_back All posts"
    return !is_icon && (std::ranges::count(line, ' ') > most_spaces_of_byline ||
                        BylineParser{*story.conventions, story.language}.by_word_size(line) == 0);
}

}  // namespace galley::text
