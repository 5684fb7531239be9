#include "converters/text/page_shapes.h"

#include "converters/text/line_shape.h"

namespace galley::text {
namespace {

constexpr std::size_t shortest_running = 90;    ///< columns; a sentence of this length is running text

}  // namespace

PageShapes measure_page(const StoryText& story) {
    PageShapes page;
    page.shapes.resize(story.chunks.size());
    std::size_t running = 0;
    std::size_t lone_running = 0;
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
        shape.furniture = chunk.role == ChunkRole::furniture || chunk.role == ChunkRole::caption || chunk.role == ChunkRole::address ||
                          chunk.role == ChunkRole::label;
        if (index >= story.body && shape.text && shape.sentence && shape.columns >= shortest_running) {
            ++running;
            lone_running += shape.lone ? 1U : 0U;
        }
    }
    page.spaced = running >= 3 && lone_running * 10 >= running * 7;
    return page;
}

}  // namespace galley::text
