#include "converters/pdf/shape/word_cache.h"

#include "converters/pdf/hyphenation/divide_words.h"
#include "converters/pdf/shape/coverage.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstring>

namespace galley::pdf {

namespace {

// Some 70,000 words of news, with their table some 20 MB a thread. More would hardly be met again before the next turn.
constexpr std::size_t most_glyphs = 400'000;
constexpr std::size_t most_languages = 1'000;
constexpr std::size_t first_slots = 4096;

std::uint64_t style_key(const WordStyle& style, const Face& primary) {
    return primary.serial() << 24 | static_cast<std::uint64_t>(style.language) << 8 |
           static_cast<std::uint64_t>(style.features) << 1 | (style.right_to_left ? 1u : 0u);
}

}  // namespace

WordCache& WordCache::of_thread() {
    thread_local WordCache cache;
    return cache;
}

void WordCache::trim() {
    if (glyphs_.size() > most_glyphs || languages_.size() > most_languages) {
        *this = WordCache{};
    }
}

std::uint16_t WordCache::language(std::string_view tag) {
    for (std::size_t i = languages_.size(); i-- > 0;) {
        if (languages_[i] == tag) {
            return static_cast<std::uint16_t>(i);
        }
    }
    languages_.emplace_back(tag);
    return static_cast<std::uint16_t>(languages_.size() - 1);
}

void WordCache::grow() {
    const std::size_t size = std::max(first_slots, slots_.size() * 2);
    slots_.assign(size, 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t slot = entries_[i].key.hash() & (size - 1);
        while (slots_[slot] != 0) {
            slot = (slot + 1) & (size - 1);
        }
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

std::size_t WordCache::slot_of(const WordKey& key, std::string_view word) const {
    std::size_t slot = key.hash() & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
        const Entry& entry = entries_[slots_[slot] - 1];
        if (entry.key == key &&
            (key.tells_all() || std::memcmp(texts_.data() + entry.text_begin, word.data(), word.size()) == 0)) {
            break;
        }
    }
    return slot;
}

const ShapedWord* WordCache::find_whole(std::string_view word, const WordStyle& style, const FontSet& fonts) const {
    if (slots_.empty()) {
        return nullptr;
    }
    const Face& primary = style.preferred != nullptr ? *style.preferred : fonts.face(style.face);
    const std::uint32_t place = slots_[slot_of(WordKey(word, style_key(style, primary)), word)];
    return place != 0 && entries_[place - 1].whole ? &entries_[place - 1].word : nullptr;
}

const ShapedWord& WordCache::find(std::string_view word, const WordStyle& style, const FontSet& fonts) {
    const Face& primary = style.preferred != nullptr ? *style.preferred : fonts.face(style.face);
    const WordKey key(word, style_key(style, primary));
    if ((entries_.size() + 1) * 2 > slots_.size()) {
        grow();
    }
    const std::size_t slot = slot_of(key, word);
    if (slots_[slot] != 0) {
        return entries_[slots_[slot] - 1].word;
    }
    Entry entry{.key = key,
                .text_begin = static_cast<std::uint32_t>(texts_.size()),
                .language = style.language,
                .word = make(word, style, primary, fonts)};
    entry.word.entry = static_cast<std::uint32_t>(entries_.size());
    texts_ += word;
    entries_.push_back(entry);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return entries_.back().word;
}

WordCache::Divisions WordCache::divisions(const ShapedWord& word) {
    Entry& entry = entries_[word.entry];
    if (!entry.divided) {
        divide(entry);
    }
    return {.places = std::span{divisions_}.subspan(entry.division_begin, entry.division_end - entry.division_begin),
            .name = entry.name};
}

void WordCache::divide(Entry& entry) {
    entry.divided = true;
    offsets_.clear();
    entry.name = divide_words(std::string_view{texts_}.substr(entry.text_begin, entry.key.size),
                              languages_[entry.language], offsets_);
    entry.division_begin = static_cast<std::uint32_t>(divisions_.size());
    for (const std::uint32_t offset : offsets_) {
        float ems = 0;
        for (const ShapedPart& part : parts(entry.word)) {
            for (const ShapedGlyph& glyph : glyphs(part)) {
                ems += glyph.cluster < offset
                           ? static_cast<float>(glyph.advance) / static_cast<float>(part.face->metrics().units_per_em)
                           : 0.0F;
            }
        }
        divisions_.push_back({offset, ems});
    }
    entry.division_end = static_cast<std::uint32_t>(divisions_.size());
}

/// Fills `capitals_` with `text` in capitals, and `origins_` with the place in `text` that each byte of it comes from.
void WordCache::write_capitals(std::string_view text, std::string_view language) {
    capitals_.clear();
    origins_.clear();
    std::u32string capitals;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        capitals.clear();
        append_capitals(code, language, capitals);
        for (const char32_t capital : capitals) {
            utf8::append(capital, capitals_);
        }
        origins_.resize(capitals_.size(), static_cast<std::uint32_t>(at));
        at += size;
    }
}

/// Shapes bytes [begin, end) of `word` as one part; false when a visible character came out without a glyph.
bool WordCache::shape_part(std::string_view word, std::uint32_t begin, std::uint32_t end, const Face& face,
                           const WordStyle& style) {
    const std::size_t first = glyphs_.size();
    const std::string_view text = word.substr(begin, end - begin);
    const bool as_capitals = has(style.features, Feature::capitals);
    if (as_capitals) {
        write_capitals(text, languages_[style.language]);
    }
    shape({.face = &face,
           .text = as_capitals ? std::string_view{capitals_} : text,
           .language = languages_[style.language],
           .right_to_left = style.right_to_left,
           .features = face.has_small_caps() ? style.features
                                             : static_cast<Feature>(static_cast<unsigned>(style.features) &
                                                                    ~static_cast<unsigned>(Feature::small_capitals))},
          glyphs_);
    bool complete = true, plain = true;
    std::int32_t advance = 0;
    std::size_t kept = first;
    for (std::size_t i = first; i < glyphs_.size(); ++i) {
        ShapedGlyph glyph = glyphs_[i];
        glyph.cluster = begin + (as_capitals ? origins_[glyph.cluster] : glyph.cluster);
        if (glyph.glyph == 0) {
            if (is_invisible(utf8::at(word, glyph.cluster).code)) {
                continue;
            }
            complete = false;
        }
        advance += glyph.advance;
        plain = plain && glyph.x_offset == 0 && glyph.y_offset == 0 &&
                (kept == first || glyph.cluster > glyphs_[kept - 1].cluster);
        glyphs_[kept++] = glyph;
    }
    glyphs_.resize(kept);
    parts_.push_back({.face = &face,
                      .glyph_begin = static_cast<std::uint32_t>(first),
                      .glyph_end = static_cast<std::uint32_t>(kept),
                      .begin = begin,
                      .end = end,
                      .advance = advance,
                      .plain = plain});
    return complete;
}

ShapedWord WordCache::make(std::string_view word, const WordStyle& style, const Face& primary, const FontSet& fonts) {
    ShapedWord shaped{.part_begin = static_cast<std::uint32_t>(parts_.size())};
    const std::size_t first_glyph = glyphs_.size();
    const auto size = static_cast<std::uint32_t>(word.size());
    if (const Face* const face = one_foreign_face(word, languages_[style.language], style.face, primary, fonts);
        face != nullptr && shape_part(word, 0, size, *face, style)) {
        // A word of another script, in one face.
    } else if (face != nullptr || !shape_part(word, 0, size, primary, style)) {
        parts_.resize(shaped.part_begin);
        glyphs_.resize(first_glyph);
        shape_by_coverage(word, style, primary, fonts, shaped);
    }
    shaped.part_end = static_cast<std::uint32_t>(parts_.size());
    for (const ShapedPart& part : parts(shaped)) {
        shaped.ems += static_cast<float>(part.advance) / static_cast<float>(part.face->metrics().units_per_em);
    }
    return shaped;
}

/// A face that has all of the user-perceived character in [begin, end), or null with the character that is lacked. What
/// belongs to no script of its own stays in the face of the text before it.
const Face* WordCache::face_for(std::string_view word, std::uint32_t begin, std::uint32_t end, const WordStyle& style,
                                const Face& primary, const Face* before, const FontSet& fonts, char32_t& lacked) {
    const std::string& language = languages_[style.language];
    const char32_t first = utf8::at(word, begin).code;
    const bool cjk = (language.starts_with("zh") || language.starts_with("ja")) && is_wide_in_cjk(first);
    const bool follows =
        before != nullptr && before != &primary && (is_shared_sign(first) || lacking(word, begin, end, primary) != 0);
    if (follows && lacking(word, begin, end, *before) == 0) {
        return before;
    }
    lacked = cjk ? first : lacking(word, begin, end, primary);
    if (lacked == 0) {
        return &primary;
    }
    const Face* face = fonts.fallback(lacked, language, style.face);
    for (int attempt = 0; face != nullptr && attempt < 2; ++attempt) {
        const char32_t still = lacking(word, begin, end, *face);
        if (still == 0) {
            return face;
        }
        // The mark and its base are in different faces: a face that has the lacked one may have both.
        lacked = still;
        face = fonts.fallback(lacked, language, style.face);
    }
    return nullptr;
}

/// Sets each user-perceived character in a face that has all of it, and neighbours in one face wherever that can be.
void WordCache::shape_by_coverage(std::string_view word, const WordStyle& style, const Face& primary,
                                  const FontSet& fonts, ShapedWord& shaped) {
    std::vector<std::uint32_t> ends;
    find_graphemes(word, ends);
    ends.push_back(static_cast<std::uint32_t>(word.size()));

    // Signs at the word's start go with the letters after them.
    const Face* face = nullptr;
    for (std::size_t i = 0; i < ends.size() && face == nullptr; ++i) {
        const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
        char32_t lacked = 0;
        if (!is_shared_sign(utf8::at(word, begin).code)) {
            face = face_for(word, begin, ends[i], style, primary, nullptr, fonts, lacked);
            break;
        }
    }

    std::uint32_t part_begin = 0;
    std::uint32_t begin = 0;
    const auto note_missing = [&](char32_t code, std::uint32_t at) {
        shaped.missing_at = shaped.missing == 0 ? at : shaped.missing_at;
        shaped.missing = shaped.missing == 0 ? code : shaped.missing;
    };
    const auto finish_part = [&](std::uint32_t end) {
        if (face == nullptr || part_begin == end) {
            return;
        }
        const std::size_t first_glyph = glyphs_.size();
        if (!shape_part(word, part_begin, end, *face, style)) {
            // A face may have every character and still no glyph for their combination.
            note_missing(utf8::at(word, part_begin).code, part_begin);
            parts_.pop_back();
            glyphs_.resize(first_glyph);
            append_substitute(part_begin, end, style, primary, fonts);
        }
    };
    for (const std::uint32_t end : ends) {
        char32_t lacked = 0;
        const Face* const wanted = face_for(word, begin, end, style, primary, face, fonts, lacked);
        if (wanted != face || wanted == nullptr) {
            finish_part(begin);
            part_begin = begin;
            face = wanted;
        }
        if (wanted == nullptr) {
            note_missing(lacked, begin);
            append_substitute(begin, end, style, primary, fonts);
            part_begin = end;
        }
        begin = end;
    }
    finish_part(begin);
}

/// One visible sign for bytes [begin, end): U+FFFD where a font has it, else a question mark.
void WordCache::append_substitute(std::uint32_t begin, std::uint32_t end, const WordStyle& style, const Face& primary,
                                  const FontSet& fonts) {
    const Face* face = &primary;
    std::uint32_t glyph = primary.glyph(U'\uFFFD');
    if (glyph == 0) {
        if (const Face* const other = fonts.fallback(U'\uFFFD', {}, style.face)) {
            face = other;
            glyph = other->glyph(U'\uFFFD');
        } else {
            glyph = primary.glyph(U'?');
        }
    }
    const auto first = static_cast<std::uint32_t>(glyphs_.size());
    const auto advance = static_cast<std::int32_t>(face->advance(glyph));
    glyphs_.push_back({.glyph = static_cast<std::uint16_t>(glyph), .cluster = begin, .advance = advance});
    parts_.push_back({.face = face,
                      .glyph_begin = first,
                      .glyph_end = first + 1,
                      .begin = begin,
                      .end = end,
                      .advance = advance,
                      .plain = true});
}

}  // namespace galley::pdf
