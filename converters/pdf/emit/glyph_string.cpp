#include "converters/pdf/emit/glyph_string.h"

#include "converters/pdf/emit/leftward.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace galley::pdf {

namespace {

/// ISO 19005-3, 6.1.13 allows 32,767 bytes a string; a glyph takes at most four.
constexpr std::size_t glyphs_a_string = 8000;

constexpr int rise_decimals = 2;

/// Writes one run. The pen is counted in thousandths of an em, as TJ does: where the glyph shown next would stand by the
/// font's widths, and where the layout wants it; so differences never add up.
class GlyphString {
public:
    GlyphString(const GlyphRun& run, EmbeddedFont& font, std::string& to) : run_(run), font_(font), to_(to) {}

    Result<> write() {
        place_glyphs();
        GALLEY_CHECK(run_.right_to_left ? write_reversed() : write_clusters(0, run_.glyphs.size()));
        close_array();
        if (rise_ != 0) { to_ += "0 Ts\n"; }
        return {};
    }

private:
    /// Where each glyph stands, in thousandths of an em from the run's start.
    void place_glyphs() {
        const double scale = 100'000 / std::round(static_cast<double>(run_.size) * 100);    // the size as Tf has it
        double pen = 0;
        starts_.reserve(run_.glyphs.size());
        for (const PlacedGlyph& glyph : run_.glyphs) {
            starts_.push_back(std::llround((pen + static_cast<double>(glyph.x_offset)) * scale));
            pen += static_cast<double>(glyph.advance);
        }
    }

    /// ISO 32000-1, 14.8.2.3.3: text that runs to the left is shown word by word in reading order, the glyphs of a word from
    /// left to right, and is marked so. This is also the order from which viewers put such text together.
    Result<> write_reversed() {
        to_ += "/ReversedChars BMC\n";
        std::size_t end = run_.glyphs.size();
        while (end > 0) {
            std::size_t begin = end;
            while (begin > 0 && !is_space(begin - 1)) { --begin; }
            if (begin < end) { GALLEY_CHECK(is_even(begin, end) ? write_clusters(begin, end) : write_uneven(begin, end)); }
            end = begin;
            while (end > 0 && is_space(end - 1)) {
                GALLEY_CHECK(write_clusters(end - 1, end));
                --end;
            }
        }
        close_array();
        to_ += "EMC\n";
        return {};
    }

    /// A word of the simple kind: one letter for each glyph, one beside the other. Programs that put text together from where
    /// glyphs stand take it in one piece and turn it round.
    [[nodiscard]] bool is_even(std::size_t begin, std::size_t end) const {
        constexpr std::int64_t apart = 90, narrow = 110;        // thousandths of an em
        const double scale = 1000 / static_cast<double>(run_.size);
        for (std::size_t glyph = begin; glyph < end; ++glyph) {
            const std::string_view text = cluster_text(glyph, glyph + 1);
            const bool is_alone = (glyph + 1 == end || run_.glyphs[glyph + 1].cluster != run_.glyphs[glyph].cluster) && !text.empty();
            if (!is_alone || utf8::at(text, 0).size != text.size() || !is_leftward_letter(utf8::at(text, 0).code)) { return false; }
            if (glyph + 1 == end) { break; }
            const std::int64_t step = starts_[glyph + 1] - starts_[glyph];
            const std::int64_t gap = step - std::llround(static_cast<double>(run_.glyphs[glyph].advance) * scale);
            if (std::abs(gap) > apart || step < narrow) { return false; }
        }
        return true;
    }

    /// A word with ligatures, marks, punctuation or overlaps: its glyphs are shown and stand for nothing, and its text is laid
    /// over them in glyphs that show nothing, one for each character, evenly, in the order that ReversedChars means.
    Result<> write_uneven(std::size_t begin, std::size_t end) {
        close_array();
        is_covered_ = true;
        to_ += "/Span<</ActualText()>>BDC\n";
        GALLEY_CHECK(write_clusters(begin, end));
        close_array();
        if (rise_ != 0) { set_rise(0); }
        to_ += "EMC\n";
        is_covered_ = false;
        std::string text;
        for (std::size_t last = end; last > begin;) {
            std::size_t first = last - 1;
            while (first > begin && run_.glyphs[first - 1].cluster == run_.glyphs[last - 1].cluster) { --first; }
            text += cluster_text(first, last);
            last = first;
        }
        return write_text_over(reversed_order(text), starts_[begin], pen_);
    }

    Result<> write_text_over(const std::u32string& text, std::int64_t from, std::int64_t to) {
        if (text.empty()) { return {}; }
        constexpr std::int64_t grain = 50;      // widths that spacers come in: few, so that a font has few of them
        const std::int64_t step = std::max<std::int64_t>((to - from) / static_cast<std::int64_t>(text.size()), 2 * grain);
        const auto width = static_cast<std::uint16_t>(std::min<std::int64_t>((step + grain / 2) / grain * grain, 2000));
        for (std::size_t i = 0; i < text.size(); ++i) {
            const std::uint16_t code = font_.cids.of(CidMap::spacer(width), text[i]);
            if (code == 0) { return fail(too_many()); }
            move_pen(near_last_move(from + step * static_cast<std::int64_t>(i) - pen_));
            append_code(code);
        }
        return {};
    }

    [[nodiscard]] bool is_space(std::size_t glyph) const {
        const std::uint32_t at = run_.glyphs[glyph].cluster;
        return at < run_.text.size() && utf8::is_space(utf8::at(run_.text, at).code);
    }

    /// The glyphs [first, last) from left to right. REQUIRES: no cluster reaches beyond.
    Result<> write_clusters(std::size_t first, std::size_t last) {
        for (std::size_t begin = first; begin < last;) {
            std::size_t end = begin + 1;
            while (end < last && run_.glyphs[end].cluster == run_.glyphs[begin].cluster) { ++end; }
            GALLEY_CHECK(write_cluster(begin, end, cluster_text(begin, end)));
            begin = end;
        }
        return {};
    }

    /// The text of the cluster of glyphs [begin, end): to the next cluster in logical order; what stands before the first one
    /// belongs to it.
    [[nodiscard]] std::string_view cluster_text(std::size_t begin, std::size_t end) const {
        const auto& glyphs = run_.glyphs;
        const bool is_first = run_.right_to_left ? end == glyphs.size() : begin == 0;
        const bool is_last = run_.right_to_left ? begin == 0 : end == glyphs.size();
        const std::size_t from = is_first ? 0 : glyphs[begin].cluster;
        const std::size_t to = is_last ? run_.text.size() : run_.right_to_left ? glyphs[begin - 1].cluster : glyphs[end].cluster;
        return from < to && to <= run_.text.size() ? run_.text.substr(from, to - from) : std::string_view{};
    }

    Result<> write_cluster(std::size_t begin, std::size_t end, std::string_view text) {
        if (is_covered_) { return show_each(begin, end, text); }
        if (text.empty()) { return write_span(begin, end, {}); }                    // seen, not read
        const std::size_t characters = utf8::count_characters(text);
        if (characters < end - begin) { return write_span(begin, end, text); }     // the whole text replaces them (14.9.4)
        return write_several(begin, end, text, characters);
    }

    /// As many characters as glyphs, or more: one each in reading order, the first glyph taking what is left over; so the text
    /// comes out right when it is put together, whatever order the shaper drew the glyphs in.
    Result<> write_several(std::size_t begin, std::size_t end, std::string_view text, std::size_t characters) {
        std::size_t first_size = 0;
        for (std::size_t i = 0; i < characters - (end - begin) + 1; ++i) { first_size += utf8::at(text, first_size).size; }
        for (std::size_t glyph = begin; glyph < end; ++glyph) {
            const std::size_t size = glyph == begin ? first_size : utf8::at(text, 0).size;
            GALLEY_CHECK(show(glyph, cid(glyph, text.substr(0, size))));
            text.remove_prefix(size);
        }
        return {};
    }

    /// Glyphs that do not each stand for a part of the text: `text` replaces them all.
    Result<> write_span(std::size_t begin, std::size_t end, std::string_view text) {
        close_array();
        append_text_string(text, to_ += "/Span<</ActualText");
        to_ += ">>BDC\n";
        GALLEY_CHECK(show_each(begin, end, text));
        close_array();
        to_ += "EMC\n";
        return {};
    }

    /// Glyphs whose text is said elsewhere. Their codes still need one (ISO 19005-3, 6.2.11.7.2): the last character.
    Result<> show_each(std::size_t begin, std::size_t end, std::string_view text) {
        constexpr char32_t zero_width_space = 0x200B;
        const char32_t code = text.empty() ? zero_width_space : utf8::before(text, text.size()).code;
        for (std::size_t glyph = begin; glyph < end; ++glyph) {
            GALLEY_CHECK(show(glyph, font_.cids.of(run_.glyphs[glyph].glyph, code)));
        }
        return {};
    }

    [[nodiscard]] std::uint16_t cid(std::size_t glyph, std::string_view text) const {
        const auto [code, size] = utf8::at(text, 0);
        const std::uint32_t number = run_.glyphs[glyph].glyph;
        return size == text.size() ? font_.cids.of(number, code) : font_.cids.of(number, text);
    }

    Result<> show(std::size_t index, std::uint16_t code) {
        const PlacedGlyph& glyph = run_.glyphs[index];
        if (glyph.glyph == 0 || code == 0) { return fail(glyph.glyph == 0 ? notdef(glyph) : too_many()); }
        set_rise(glyph.y_offset);
        move_pen(near_last_move(starts_[index] - pen_));
        append_code(code);
        return {};
    }

    void append_code(std::uint16_t code) {
        open_string();
        append_literal_byte(static_cast<unsigned char>(code >> 8), to_);
        append_literal_byte(static_cast<unsigned char>(code & 0xFF), to_);
        pen_ += font_.width(code);
        if (++in_string_ == glyphs_a_string) { close_array(); }
    }

    void set_rise(float offset) {
        const auto rise = std::lround(static_cast<double>(offset) * 100);
        if (rise == rise_) { return; }
        close_array();
        append_fixed(rise, rise_decimals, to_);
        to_ += " Ts\n";
        rise_ = rise;
    }

    /// The spaces of a justified line differ by a thousandth when they are rounded one by one. Equal numbers compress better, so
    /// a move is made like the one before, or left out, when that is off by no more than two thousandths of an em.
    [[nodiscard]] std::int64_t near_last_move(std::int64_t distance) const {
        constexpr std::int64_t unseen = 2;
        if (std::abs(distance) <= unseen) { return 0; }
        return std::abs(distance - last_move_) <= unseen ? last_move_ : distance;
    }

    void move_pen(std::int64_t distance) {
        if (distance == 0) { return; }
        last_move_ = distance;
        if (string_is_open_) {
            to_ += ')';
            string_is_open_ = false;
        } else if (!array_is_open_) {
            to_ += '[';
            array_is_open_ = true;
        }
        append_integer(-distance, to_);     // 9.4.3: a positive number moves to the left
        pen_ += distance;
    }

    void open_string() {
        if (!array_is_open_) { to_ += '['; }
        if (!string_is_open_) { to_ += '('; }
        array_is_open_ = string_is_open_ = true;
    }

    void close_array() {
        if (string_is_open_) { to_ += ')'; }
        if (array_is_open_) { to_ += "]TJ\n"; }
        array_is_open_ = string_is_open_ = false;
        in_string_ = 0;
    }

    [[nodiscard]] Diagnostic notdef(const PlacedGlyph& glyph) const {
        const std::string_view rest = run_.text.substr(std::min<std::size_t>(glyph.cluster, run_.text.size()));
        const std::string character{rest.empty() ? rest : rest.substr(0, utf8::at(rest, 0).size)};
        return {.cause = Cause::self_check, .code = "pdf.notdef-glyph",
                .message = "the character '" + character + "' of '" + std::string(utf8::prefix(run_.text, 60)) + "' has no glyph",
                .hints = {"choose a font that has it with --option pdf.text-font"}};
    }

    [[nodiscard]] static Diagnostic too_many() {
        return {.code = "pdf.too-many-glyphs", .message = "the story shows more than 65,535 different glyphs of one font",
                .hints = {"split the story"}};
    }

    const GlyphRun& run_;
    EmbeddedFont& font_;
    std::string& to_;
    std::vector<std::int64_t> starts_;
    std::int64_t pen_ = 0;
    std::int64_t last_move_ = 0;
    long rise_ = 0;
    std::size_t in_string_ = 0;
    bool is_covered_ = false;       ///< the text of what is shown stands in a span of its own
    bool array_is_open_ = false;
    bool string_is_open_ = false;
};

}  // namespace

Result<> append_glyphs(const GlyphRun& run, EmbeddedFont& font, std::string& to) { return GlyphString(run, font, to).write(); }

}  // namespace galley::pdf
