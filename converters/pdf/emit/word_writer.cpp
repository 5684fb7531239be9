#include "converters/pdf/emit/word_writer.h"

#include "converters/pdf/emit/leftward.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

namespace galley::pdf {

namespace {

// In thousandths of an em. Programs that put text together from where it stands take characters for one word when they
// are no farther apart or over one another than this, and one that begins where the last began for its shadow.
constexpr std::int64_t farthest = 90, deepest = 180, narrowest = 110;
constexpr std::int64_t unseen = 2;  // what TextStream does not move for

/// Between strings of a word: too far for one piece, too near for a space.
constexpr std::int64_t between_strings = 125;

constexpr std::int64_t grain = 40;  // spacers come in few widths, so that a font has few of them
constexpr std::int64_t widest = 2000;
constexpr std::size_t most_characters_a_spacer = 8;

/// A script without spaces has words as long as its lines. Their text is laid over them in pieces, so that it stays in
/// place.
constexpr std::size_t long_word = 64;  // bytes

bool is_leftward(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        if (is_leftward_letter(code)) {
            return true;
        }
        at += size;
    }
    return false;
}

/// A letter for each glyph, each beginning where the one to its left ends.
bool is_even_leftwards(const GlyphString& string, std::size_t begin, std::size_t end) {
    for (std::size_t glyph = begin; glyph < end; ++glyph) {
        const std::string_view text = string.cluster_text(glyph, glyph + 1);
        if (string.cluster_end(glyph) != glyph + 1 || text.empty() || string.run().glyphs[glyph].y_offset != 0) {
            return false;
        }
        const auto [code, size] = utf8::at(text, 0);
        if (size != text.size() || !is_leftward_letter(code)) {
            return false;
        }
        if (glyph + 1 == end) {
            break;
        }
        const std::int64_t step = string.start(glyph + 1) - string.start(glyph);
        if (step < narrowest || std::abs(step - string.font().glyph_width(string.run().glyphs[glyph].glyph)) > unseen) {
            return false;
        }
    }
    return true;
}

/// As many characters as glyphs in each cluster, or more, on the line, and one glyph after the other.
bool is_even_rightwards(const GlyphString& string, std::size_t begin, std::size_t end) {
    for (std::size_t first = begin; first < end;) {
        const std::size_t last = string.cluster_end(first);
        const std::string_view text = string.cluster_text(first, last);
        if (utf8::count_characters(text) < last - first || is_leftward(text)) {
            return false;
        }
        for (std::size_t glyph = first; glyph < last; ++glyph) {
            if (string.run().glyphs[glyph].y_offset != 0) {
                return false;
            }
            if (glyph + 1 == end) {
                break;
            }
            const std::int64_t step = string.start(glyph + 1) - string.start(glyph);
            const std::int64_t gap = step - string.font().glyph_width(string.run().glyphs[glyph].glyph);
            if (step < narrowest || gap > farthest || gap < -deepest) {
                return false;
            }
        }
        first = last;
    }
    return true;
}

/// What one spacer stands for, and whether a new string begins with it.
struct Laid {
    std::u32string_view text;
    bool reversed = false;
    bool apart = false;
};

std::vector<Laid> lay_out(const std::vector<Stretch>& parts, std::size_t characters) {
    std::vector<Laid> all;
    bool follows_reversed = false;
    for (const Stretch& part : parts) {
        const std::u32string_view text = part.text;
        for (std::size_t at = 0; at < text.size(); at += characters) {
            all.push_back(
                {.text = text.substr(at, characters), .reversed = part.reversed, .apart = at == 0 && follows_reversed});
        }
        follows_reversed = part.reversed;
    }
    return all;
}

/// A word's text as spacers of one width.
struct Overlay {
    std::vector<Laid> spacers;
    std::int64_t step = 0;
    std::int64_t width = 0;
};

/// Lays `order` over `room` thousandths of an em: a spacer for each character where that leaves them wide enough, else
/// for as many as it takes, and narrow, so that none begins near where the one before has its last character.
Overlay overlay(const std::vector<Stretch>& order, std::int64_t room) {
    Overlay made{.spacers = lay_out(order, 1)};
    const auto count = [&] { return static_cast<std::int64_t>(made.spacers.size()); };
    const auto gaps = std::ranges::count(made.spacers, true, &Laid::apart) * between_strings;
    made.step = (room - gaps) / count();
    made.width = std::min((made.step + grain / 2) / grain * grain, widest);
    if (made.step >= narrowest) {
        return made;
    }
    constexpr std::int64_t dense_step = 135;
    made.step = dense_step;
    made.width = grain;
    for (std::size_t many = 2; many <= most_characters_a_spacer && count() * made.step + gaps > room; ++many) {
        made.spacers = lay_out(order, many);
    }
    return made;
}

std::uint16_t code_of(std::uint32_t spacer, std::u32string_view text, EmbeddedFont& font) {
    if (text.size() == 1) {
        return font.code(spacer, text.front()).cid;
    }
    std::string bytes;
    for (const char32_t code : text) {
        utf8::append(code, bytes);
    }
    return font.cids.of(spacer, bytes);
}

}  // namespace

Result<> WordWriter::write_line(std::span<const GlyphRun* const> runs, bool reversed) {
    reversed_ = reversed;
    std::vector<GlyphString> strings;
    strings.reserve(runs.size());
    for (const GlyphRun* const run : runs) {
        const bool continues =
            !strings.empty() && strings.back().run().text.data() + strings.back().run().text.size() == run->text.data();
        if (!continues) {
            GALLEY_CHECK(write_word());
        }
        GALLEY_CHECK(write_run(strings.emplace_back(*run, fonts_[run->face])));
    }
    return write_word();
}

Result<> WordWriter::write_torn(std::span<const GlyphRun* const> runs, std::string_view text) {
    std::vector<GlyphString> strings;
    strings.reserve(runs.size());
    for (const GlyphRun* const run : runs) {
        GlyphString& string = strings.emplace_back(*run, fonts_[run->face]);
        GALLEY_CHECK(string.show_covered(0, string.size(), covered_));
    }
    const Part first{.string = &strings.front(), .begin = 0, .end = strings.front().size()};
    return lay_over(text, {&first, 1});
}

/// Takes the run cluster by cluster in reading order.
Result<> WordWriter::write_run(GlyphString& string) {
    if (string.run().right_to_left) {
        for (std::size_t end = string.size(); end > 0;) {
            const std::size_t begin = string.cluster_begin(end);
            GALLEY_CHECK(take(string, begin, end));
            end = begin;
        }
        return {};
    }
    for (std::size_t begin = 0; begin < string.size();) {
        const std::size_t end = string.cluster_end(begin);
        GALLEY_CHECK(take(string, begin, end));
        begin = end;
    }
    return {};
}

Result<> WordWriter::take(GlyphString& string, std::size_t begin, std::size_t end) {
    if (string.is_space(begin)) {
        GALLEY_CHECK(write_word());
        return show({.string = &string, .begin = begin, .end = end});
    }
    if (length_ >= long_word && !string.run().right_to_left) {
        GALLEY_CHECK(write_word());
    }
    length_ += string.cluster_text(begin, end).size();
    if (word_.empty() || word_.back().string != &string) {
        word_.push_back({.string = &string, .begin = begin, .end = end});
    } else {
        word_.back().begin = std::min(word_.back().begin, begin);
        word_.back().end = std::max(word_.back().end, end);
    }
    return {};
}

Result<> WordWriter::write_word() {
    length_ = 0;
    const std::vector<Part> word = std::exchange(word_, {});
    if (word.empty()) {
        return {};
    }
    if (const auto [string, begin, end] = word.front(); word.size() == 1) {
        const bool is_even = string->run().right_to_left ? is_even_leftwards(*string, begin, end)
                                                         : is_even_rightwards(*string, begin, end);
        if (is_even) {
            return show(word.front());
        }
    }
    std::string text;
    for (const auto& [string, begin, end] : word) {
        GALLEY_CHECK(string->show_covered(begin, end, covered_));
        const bool leftwards = string->run().right_to_left;
        for (std::size_t at = leftwards ? end : begin; at != (leftwards ? begin : end);) {
            const std::size_t next = leftwards ? string->cluster_begin(at) : string->cluster_end(at);
            text += string->cluster_text(std::min(at, next), std::max(at, next));
            at = next;
        }
    }
    return lay_over(text, word);
}

Result<> WordWriter::show(const Part& part) {
    for (std::size_t begin = part.begin; begin < part.end;) {
        const std::size_t end = part.string->cluster_end(begin);
        GALLEY_CHECK(part.string->show_cluster(begin, end, shown_));
        if (reversed_ && !part.string->run().right_to_left) {
            shown_.end_string();
        }
        begin = end;
    }
    if (reversed_) {
        shown_.end_string();
    }
    return {};
}

Result<> WordWriter::lay_over(std::string_view text, std::span<const Part> parts) {
    if (text.empty()) {
        return {};
    }
    GlyphString& base = *parts.front().string;
    const auto in_base = [&](const Part& part, std::size_t glyph) -> std::int64_t {
        const GlyphRun& run = part.string->run();
        const double away = static_cast<double>(run.x - base.run().x) * 1000 / static_cast<double>(base.run().size);
        return nearest(away + static_cast<double>(part.string->start(glyph)) *
                                  static_cast<double>(run.size / base.run().size));
    };
    std::int64_t left = in_base(parts.front(), parts.front().begin), right = in_base(parts.front(), parts.front().end);
    for (const Part& part : parts.subspan(1)) {
        left = std::min(left, in_base(part, part.begin));
        right = std::max(right, in_base(part, part.end));
    }
    const std::vector<Stretch> order = stretches(text);
    const Overlay made = overlay(order, right - left);
    const std::uint32_t spacer = CidMap::spacer(static_cast<std::uint16_t>(made.width));
    std::int64_t at = left;
    shown_.select(base.run());
    for (const Laid& one : made.spacers) {
        const std::uint16_t code = code_of(spacer, one.text, base.font());
        if (code == 0) {
            return fail(too_many_glyphs());
        }
        if (one.apart) {
            at += made.width - made.step + between_strings;
        }
        if (reversed_ && (one.apart || !one.reversed)) {
            shown_.end_string();
        }
        shown_.show(code, at, 0);
        at += made.step;
    }
    if (reversed_) {
        shown_.end_string();
    }
    return {};
}

}  // namespace galley::pdf
