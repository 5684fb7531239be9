#include "converters/pdf/emit/glyph_string.h"

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
            GALLEY_CHECK(write_clusters(begin, end));
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
        if (text.empty()) { return write_silent(begin, end); }
        const std::size_t characters = utf8::count_characters(text);
        if (characters < end - begin) { return write_replaced(begin, end, text); }
        return run_.right_to_left ? write_leftward(begin, end, text) : write_rightward(begin, end, text, characters);
    }

    /// As many characters as glyphs, or more: one each in reading order, the first glyph taking what is left over; so the text
    /// comes out right when it is put together, whatever order the shaper drew the glyphs in.
    Result<> write_rightward(std::size_t begin, std::size_t end, std::string_view text, std::size_t characters) {
        std::size_t first_size = 0;
        for (std::size_t i = 0; i < characters - (end - begin) + 1; ++i) { first_size += utf8::at(text, first_size).size; }
        for (std::size_t glyph = begin; glyph < end; ++glyph) {
            const std::size_t size = glyph == begin ? first_size : utf8::at(text, 0).size;
            GALLEY_CHECK(show(glyph, cid(glyph, text.substr(0, size))));
            text.remove_prefix(size);
        }
        return {};
    }

    /// The same to the left. Programs that turn such text round turn whole codes only, so no code may stand for several
    /// characters: what the glyphs leave over (the alef of lam-alef) gets codes that show nothing and take no room.
    Result<> write_leftward(std::size_t begin, std::size_t end, std::string_view text) {
        for (std::size_t glyph = begin; glyph < end; ++glyph) {
            const char32_t last = utf8::before(text, text.size()).code;
            text.remove_suffix(utf8::before(text, text.size()).size);
            GALLEY_CHECK(show(glyph, font_.cids.of(run_.glyphs[glyph].glyph, last)));
        }
        while (!text.empty()) {
            const auto [code, size] = utf8::before(text, text.size());
            const std::uint16_t empty = font_.cids.of(CidMap::empty_glyph, code);
            if (empty == 0) { return fail(too_many()); }
            append_code(empty);
            text.remove_suffix(size);
        }
        return {};
    }

    /// More glyphs than characters: the whole text replaces them (ISO 32000-1, 14.9.4).
    Result<> write_replaced(std::size_t begin, std::size_t end, std::string_view text) {
        const std::size_t last = text.size() - utf8::before(text, text.size()).size;
        return write_span(begin, end, text, text.substr(last));
    }

    /// Glyphs that stand for nothing the text has: seen, not read.
    Result<> write_silent(std::size_t begin, std::size_t end) {
        constexpr std::string_view zero_width_space = "\u200B";
        return write_span(begin, end, {}, zero_width_space);
    }

    Result<> write_span(std::size_t begin, std::size_t end, std::string_view text, std::string_view of_each) {
        close_array();
        append_text_string(text, to_ += "/Span<</ActualText");
        to_ += ">>BDC\n";
        for (std::size_t glyph = begin; glyph < end; ++glyph) { GALLEY_CHECK(show(glyph, cid(glyph, of_each))); }
        close_array();
        to_ += "EMC\n";
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
    bool array_is_open_ = false;
    bool string_is_open_ = false;
};

}  // namespace

Result<> append_glyphs(const GlyphRun& run, EmbeddedFont& font, std::string& to) { return GlyphString(run, font, to).write(); }

}  // namespace galley::pdf
