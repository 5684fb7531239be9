#pragma once

#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/emit/glyph_string.h"
#include "converters/pdf/emit/text_stream.h"
#include "converters/pdf/layout/placed_document.h"
#include "galley/result.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Writes lines of text whose glyphs do not simply follow one another: scripts that run to the left or reorder and
/// stack their signs, lines of two directions, words of two faces.
///
/// A word that programs put together rightly from its glyphs is shown as it is. The glyphs of every other one go to
/// `covered`, for a sequence whose text is empty, and its text is laid over them in glyphs without outline
/// (CidMap::spacer), character by character in the order that programs read it.
class WordWriter {
public:
    WordWriter(std::span<EmbeddedFont> fonts, TextStream& shown, TextStream& covered)
        : fonts_(fonts),
          shown_(shown),
          covered_(covered) {}

    /// Writes the runs of one line, in reading order. Inside a ReversedChars sequence, `reversed`, what runs to the
    /// right is shown in strings of one character. Fails as GlyphString.
    [[nodiscard]] Result<> write_line(std::span<const GlyphRun* const> runs, bool reversed);

    /// Writes runs that belong to one word, which is `text`, be it on several lines.
    [[nodiscard]] Result<> write_torn(std::span<const GlyphRun* const> runs, std::string_view text);

private:
    /// Glyphs of one run, in one word.
    struct Part {
        GlyphString* string = nullptr;
        std::size_t begin = 0, end = 0;
    };

    [[nodiscard]] Result<> write_run(GlyphString& string);
    [[nodiscard]] Result<> take(GlyphString& string, std::size_t begin, std::size_t end);
    [[nodiscard]] Result<> write_word();
    [[nodiscard]] Result<> show(const Part& part);
    [[nodiscard]] Result<> lay_over(std::string_view text, std::span<const Part> parts);

    std::span<EmbeddedFont> fonts_;
    TextStream& shown_;
    TextStream& covered_;
    std::vector<Part> word_;
    std::size_t length_ = 0;  ///< of the word, in bytes
    bool reversed_ = false;
};

}  // namespace galley::pdf
