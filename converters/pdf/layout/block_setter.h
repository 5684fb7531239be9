#pragma once

#include "converters/pdf/layout/setting.h"

namespace galley::pdf {

/// Sets the blocks of a story's body as strips. One layout, one thread.
class BlockSetter {
public:
    explicit BlockSetter(Setting& setting) : setting_(setting) {}

    /// Fails with `pdf.missing-glyph`, `limit.depth`, and when asked to stop.
    [[nodiscard]] Result<> set(const Blocks& blocks, const BlockFrame& frame);

    /// True when the last thing set was a paragraph of running text.
    [[nodiscard]] bool ends_in_text() const { return after_paragraph_; }

private:
    [[nodiscard]] Result<> set(const Block& block, const BlockFrame& frame);
    [[nodiscard]] Result<> set_paragraph(const Block& block, const Paragraph& paragraph, const BlockFrame& frame);
    [[nodiscard]] Result<> set_heading(const Block& block, const Heading& heading, const BlockFrame& frame);
    [[nodiscard]] Result<> set_list(const List& list, const BlockFrame& frame);
    [[nodiscard]] Result<> set_item(const List& list, std::size_t index, std::int32_t parent, const BlockFrame& frame,
                                    float indent);
    [[nodiscard]] Result<> set_quote(const Block& block, const Quote& quote, const BlockFrame& frame);
    [[nodiscard]] Result<> set_preformatted(const Block& block, const Preformatted& agate, const BlockFrame& frame);
    [[nodiscard]] Result<> set_figure(const Block& block, const Figure& figure, const BlockFrame& frame);
    [[nodiscard]] Result<> set_note(const Note& note, const BlockFrame& frame);
    void set_break(const BlockFrame& frame);
    void draw_bar(std::size_t first, const BlockFrame& frame, float thickness, Colour colour);
    [[nodiscard]] std::size_t find_resource(std::string_view id) const;

    Setting& setting_;
    bool after_paragraph_ = false;  // the next paragraph is indented
    bool story_began_ = false;      // the dateline has been met, or can come no more
};

}  // namespace galley::pdf
