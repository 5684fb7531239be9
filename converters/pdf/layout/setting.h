#pragma once

#include "converters/pdf/layout/layout_options.h"
#include "converters/pdf/layout/line_setter.h"
#include "converters/pdf/layout/paragraph_builder.h"
#include "converters/pdf/layout/strip.h"
#include "converters/pdf/layout/structure.h"
#include "converters/pdf/theme/theme.h"
#include "galley/context.h"
#include "galley/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::pdf {

/// Where things stand across the page, in points from its left edge.
struct Columns {
    float left = 0, width = 0;            ///< headlines, rules, furniture
    float text_left = 0, measure = 0;     ///< running text
    float rail_left = 0, rail_width = 0;  ///< beside it: byline and date
};

/// The room and the surroundings of a block.
struct BlockFrame {
    float left = 0;
    float width = 0;
    std::int32_t parent = Structure::root;  ///< element
    std::string_view language;
    StyleName style = StyleName::text;     ///< of its paragraphs
    std::optional<Alignment> alignment{};  ///< of its paragraphs, where it is not the style's
    bool is_paragraph = false;             ///< the parent is the element of the one paragraph there is
    std::uint32_t depth = 0;               ///< how much deeper blocks may nest
};

/// How a paragraph becomes strips.
struct ParagraphRules {
    bool indented = false;
    bool on_grid = false;
    bool keep_together = false;  ///< never broken over pages
    bool fitted = false;         ///< smaller, in steps, where it would need more than a few lines
};

/// A story while it is set: what its parts share. One layout, one thread.
class Setting {
public:
    Setting(const Document& story, const LayoutOptions& layout_options, const Theme& look, const FontSet& font_set,
            Context& job, PlacedDocument& result);

    const Document& document;
    const LayoutOptions& options;
    const Theme& theme;
    const FontSet& fonts;
    Context& context;
    PlacedDocument& placed;
    PlacedTexts texts;
    Structure structure;
    std::vector<LinkTarget> links;
    LineSetter lines;
    std::vector<Strip> strips;
    Columns columns;
    std::string language;  ///< of the story, BCP 47
    bool right_to_left = false;

    [[nodiscard]] TextStyle text_style(const StyleSpec& spec) const;
    [[nodiscard]] ParagraphBuilder builder();

    /// What `from` made, as its faces can set it.
    [[nodiscard]] ParagraphText finish(ParagraphBuilder& from, bool hyphenate);

    /// `text` as one paragraph of its own element of `type`.
    [[nodiscard]] Result<> add_text(std::string_view text, StyleName style, StructureType type, const BlockFrame& frame,
                                    const ParagraphRules& rules = {});

    /// Finishes `from` and appends its lines as strips.
    [[nodiscard]] Result<> add_paragraph(ParagraphBuilder& from, const StyleSpec& style, const BlockFrame& frame,
                                         const ParagraphRules& rules, const Block* block = nullptr);

    /// Lines of a paragraph for whoever places them himself. Fails with `pdf.missing-glyph`.
    [[nodiscard]] Result<> set_lines(const ParagraphText& paragraph, const ParagraphShape& shape, const Block* block,
                                     std::vector<SetLine>& to);

    /// The next strip stays on the page of the last one.
    void keep_with_next() { pending_.keep_with_next = true; }
    void push(Strip strip);

    /// What `set` pushes, apart from the page; before and after it there is no space.
    template <class Set>
    [[nodiscard]] Result<std::vector<Strip>> set_apart(Set&& set) {
        const Pending outer = std::exchange(pending_, {});
        std::vector<Strip> page = std::exchange(strips, {});
        Result<> done = std::forward<Set>(set)();
        pending_ = outer;
        std::vector<Strip> apart = std::exchange(strips, std::move(page));
        if (!done) {
            return fail(std::move(done.error()));
        }
        return apart;
    }

    /// The room that something too wide for `frame` may take: the whole width of the page where `frame` is the column
    /// of text and the rail beside it has ended, else `frame`.
    [[nodiscard]] BlockFrame widened(const BlockFrame& frame) const;

    /// The rail is the strip pushed last, and reaches `height` down from its top.
    void end_rail(float height);

    /// The page's grid counts from the next strip on.
    void start_grid() { pending_.start_grid = true; }

    /// Space that the next strip has above it at least.
    void space(float height) { pending_.space = std::max(pending_.space, height); }

    [[nodiscard]] static float baseline_of(const StyleSpec& spec) { return spec.leading * 0.5F + spec.size * 0.33F; }

    /// Where the last line of the last paragraph ended, on the side that text runs to.
    [[nodiscard]] float last_line_end() const { return last_line_end_; }
    [[nodiscard]] bool last_line_leftwards() const { return last_line_leftwards_; }

private:
    [[nodiscard]] StyleSpec fit(ParagraphText& paragraph, const StyleSpec& spec, float width);
    [[nodiscard]] Result<> check(const MissingCharacter& missing, const Block* block);

    /// What the next strip will be told.
    struct Pending {
        bool keep_with_next = false;
        bool start_grid = false;
        float space = 0;
    };
    Pending pending_;
    std::size_t after_rail_ = 0;  // strip
    float rail_height_ = 0;
    float last_line_end_ = 0;
    bool last_line_leftwards_ = false;
    std::vector<SetLine> scratch_;
};

}  // namespace galley::pdf
