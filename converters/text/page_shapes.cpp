#include "converters/text/page_shapes.h"

#include "converters/text/line_shape.h"

namespace galley::text {
namespace {

constexpr std::size_t shortest_running = 90;         ///< columns; a sentence of this length is running text
constexpr std::size_t shortest_of_short_story = 70;  ///< where there is hardly any of that length
constexpr std::size_t least_running = 2;

/// True when most of the running text stands between blank lines.
bool is_spaced(const StoryText& story, const PageShapes& page, std::size_t shortest) {
    std::size_t running = 0;
    std::size_t lone = 0;
    for (std::size_t index = story.body; index < page.shapes.size(); ++index) {
        const PageShape& shape = page[index];
        if (shape.text && shape.sentence && shape.columns >= shortest) {
            ++running;
            lone += shape.lone ? 1U : 0U;
        }
    }
    if (running < least_running && shortest > shortest_of_short_story) {
        return is_spaced(story, page, shortest_of_short_story);
    }
    return running >= least_running && lone * 10 >= running * 7;
}

}  // namespace

PageShapes measure_page(const StoryText& story) {
    PageShapes page;
    page.shapes.resize(story.chunks.size());
    for (std::size_t index = 0; index < story.chunks.size(); ++index) {
        const StoryChunk& chunk = story.chunks[index];
        const std::string_view line = story.text_of(chunk);
        PageShape& shape = page[index];
        shape.group = index == 0 ? 0 : page[index - 1].group + (chunk.chunk.blank_before ? 1 : 0);
        shape.lone = chunk.chunk.blank_before && chunk.chunk.blank_after;
        shape.text = chunk.role == ChunkRole::prose || chunk.role == ChunkRole::short_text;
        shape.columns = line.size() > wide ? wide : columns(line);
        shape.sentence = ends_paragraph(line);
        shape.introduces = line.ends_with(':') || line.ends_with("：");
        shape.furniture = chunk.role == ChunkRole::furniture || chunk.role == ChunkRole::caption ||
                          chunk.role == ChunkRole::address || chunk.role == ChunkRole::label;
    }
    page.spaced = is_spaced(story, page, shortest_running);
    return page;
}

}  // namespace galley::text
