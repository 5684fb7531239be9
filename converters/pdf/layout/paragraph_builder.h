#pragma once

#include "converters/pdf/layout/line_placer.h"
#include "converters/pdf/layout/paragraph_text.h"
#include "converters/pdf/layout/structure.h"
#include "galley/inline.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Makes one paragraph of inlines: white space normalised, soft hyphens and controls taken out, marks turned into
/// styles, links and foreign words given elements of their own. Make a new one for each paragraph.
class ParagraphBuilder {
public:
    /// `direction` is the story's; a paragraph that begins with right-to-left text goes that way in any story.
    ParagraphBuilder(Structure& structure, std::vector<LinkTarget>& links, bool right_to_left, std::uint32_t depth)
        : structure_(structure),
          links_(links),
          right_to_left_(right_to_left),
          depth_(depth) {}

    /// What text appended from here on looks like, says and belongs to. `language` must outlive the paragraph.
    void begin(const TextStyle& style, std::int32_t element, std::string_view language);

    void append(std::string_view text);
    /// `text` with every space of it; no line ends.
    void append_verbatim(std::string_view text);
    /// Fails with `limit.depth`.
    [[nodiscard]] Result<> append(const Inlines& content);

    /// Sets the first `bytes` of the text so far in `style`.
    void restyle_start(std::uint32_t bytes, const TextStyle& style);

    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] std::string_view text() const { return text_; }

    /// The paragraph, its text kept by `texts`. Empty text gives no ranges.
    [[nodiscard]] ParagraphText finish(PlacedTexts& texts, bool hyphenate);

private:
    struct State {
        TextStyle style;
        std::int32_t element = -1;
        std::int32_t link = -1;
        std::string_view language;
    };

    [[nodiscard]] Result<> append(const Inline& one);
    void append_line_break();
    void append_code(char32_t code, std::string_view bytes);
    void close_range();
    void drop_tracking();

    Structure& structure_;
    std::vector<LinkTarget>& links_;
    bool right_to_left_;
    std::uint32_t depth_;
    std::string text_;
    std::vector<StyledRange> ranges_;
    std::vector<std::uint32_t> soft_hyphens_;
    State state_;
    bool space_pending_ = false;
    bool verbatim_ = false;
};

}  // namespace galley::pdf
