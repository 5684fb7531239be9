#pragma once

#include "converters/pdf/font/font_set.h"
#include "converters/pdf/font/harfbuzz_edge.h"
#include "converters/pdf/shape/word_key.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Glyphs of one face that stand for bytes [begin, end) of a word. Clusters count from the word's first byte.
struct ShapedPart {
    const Face* face = nullptr;
    std::uint32_t glyph_begin = 0, glyph_end = 0;  ///< in `WordCache::glyphs`
    std::uint32_t begin = 0, end = 0;
    std::int32_t advance = 0;  ///< of all its glyphs, in font units
    bool plain = false;        ///< every glyph stands at the pen, for text behind that of the one before
};

/// A word as it will stand on the page, at any size.
struct ShapedWord {
    std::uint32_t part_begin = 0, part_end = 0;  ///< in `WordCache::parts`, in logical order
    float ems = 0;                               ///< its width for a size of 1
    char32_t missing = 0;                        ///< first character that no font has; a substitute stands for it
    std::uint32_t missing_at = 0;
    std::uint32_t entry = 0;  ///< of the cache, for `divisions`
};

/// What a word is shaped with.
struct WordStyle {
    FaceStyle face;
    Feature features = Feature::none;
    bool right_to_left = false;
    std::uint16_t language = 0;       ///< from `WordCache::language`
    const Face* preferred = nullptr;  ///< instead of the one of `face`: for spaces and signs beside other scripts
};

/// Words shaped before, so that a word costs its shaping once.
///
/// One thread's cache serves all its layouts: shaping is a function of the faces and the key alone, so what is cached
/// never shows. It belongs to one thread. What it gives out is valid until `trim`.
class WordCache {
public:
    /// This thread's cache.
    [[nodiscard]] static WordCache& of_thread();

    /// Forgets everything when it has grown beyond its bound. Call it between paragraphs.
    void trim();

    /// A small number for a language (BCP 47), valid until `trim`.
    [[nodiscard]] std::uint16_t language(std::string_view tag);

    /// The shaped form of `word` (UTF-8, not empty).
    [[nodiscard]] const ShapedWord& find(std::string_view word, const WordStyle& style, const FontSet& fonts);

    /// The same for a word that `set_whole` was called for; null for others.
    [[nodiscard]] const ShapedWord* find_whole(std::string_view word, const WordStyle& style,
                                               const FontSet& fonts) const;
    /// Notes of a word that this cache gave out that it is never to be broken, as its text alone tells.
    void set_whole(const ShapedWord& word) { entries_[word.entry].whole = true; }

    /// A place where a hyphen may divide a word: the byte behind it, and the width in front of it for a size of 1, as
    /// the whole word's glyphs tell it (exact but for the kerning at the cut).
    struct Division {
        std::uint32_t offset = 0;
        float ems = 0;
    };
    struct Divisions {
        std::span<const Division> places;
        bool name = false;  ///< a name: to be divided only in need
    };
    /// Where the patterns of its language divide `word`, which this cache gave out; found once. Valid until the next
    /// call.
    [[nodiscard]] Divisions divisions(const ShapedWord& word);

    [[nodiscard]] std::span<const ShapedPart> parts(const ShapedWord& word) const {
        return {parts_.data() + word.part_begin, word.part_end - word.part_begin};
    }
    [[nodiscard]] std::span<const ShapedGlyph> glyphs(const ShapedPart& part) const {
        return {glyphs_.data() + part.glyph_begin, part.glyph_end - part.glyph_begin};
    }

private:
    struct Entry {
        WordKey key;
        std::uint32_t text_begin = 0;
        std::uint16_t language = 0;
        bool divided = false;  // `divisions` was asked before
        bool name = false;
        bool whole = false;  // see `set_whole`
        std::uint32_t division_begin = 0, division_end = 0;
        ShapedWord word{};
    };

    /// Where `word` is in `slots_`, or where it would be. REQUIRES: there are slots.
    [[nodiscard]] std::size_t slot_of(const WordKey& key, std::string_view word) const;
    void divide(Entry& entry);
    [[nodiscard]] ShapedWord make(std::string_view word, const WordStyle& style, const Face& primary,
                                  const FontSet& fonts);
    void write_capitals(std::string_view text, std::string_view language);
    bool shape_part(std::string_view word, std::uint32_t begin, std::uint32_t end, const Face& face,
                    const WordStyle& style);
    void shape_by_coverage(std::string_view word, const WordStyle& style, const Face& primary, const FontSet& fonts,
                           ShapedWord& shaped);
    [[nodiscard]] const Face* face_for(std::string_view word, std::uint32_t begin, std::uint32_t end,
                                       const WordStyle& style, const Face& primary, const Face* before,
                                       const FontSet& fonts, char32_t& lacked);
    void append_substitute(std::uint32_t begin, std::uint32_t end, const WordStyle& style, const Face& primary,
                           const FontSet& fonts);
    void grow();

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< open addressing: index into `entries_` plus 1, or 0
    std::string texts_;
    std::vector<ShapedPart> parts_;
    std::vector<ShapedGlyph> glyphs_;
    std::vector<std::string> languages_;
    std::vector<Division> divisions_;
    std::vector<std::uint32_t> offsets_;
    std::string capitals_;                // of the part under way
    std::vector<std::uint32_t> origins_;  // the bytes that it comes from
};

}  // namespace galley::pdf
