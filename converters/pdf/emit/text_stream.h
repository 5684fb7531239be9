#pragma once

#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/layout/placed_document.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace galley::pdf {

/// Text objects of a content stream (ISO 32000-1, 9.4): tells colour, font, position and rise only where they change.
/// The pen is counted in thousandths of an em from the start of the selected run, as TJ does, so that differences never
/// add up.
class TextStream {
public:
    /// What outlasts a text object; empty where it is not known.
    struct State {
        std::optional<Colour> colour{};
        std::optional<std::uint32_t> face{};
        float size = 0;
    };

    /// `fonts` has one font for each face and outlives the stream.
    TextStream(std::span<EmbeddedFont> fonts, State state) : fonts_(fonts), state_(state) {}

    /// Everything shown from here on stands where `run` does, in its face, size and colour. Opens a text object where
    /// none is.
    void select(const GlyphRun& run);

    /// A code of the run's font and where it stands, in thousandths of an em from the run's start.
    struct Shown {
        const EmbeddedFont::Code* code = nullptr;
        std::int64_t at = 0;
    };

    /// Where the next code stands that is shown without a move.
    struct Pen {
        std::int64_t at = 0;  ///< in thousandths of an em from the run's start
        std::int64_t last_move = 0;
        std::size_t in_string = 0;  ///< codes of the open string
        bool string_is_open = false;
    };

    /// Shows `count` codes of the run's font on its baseline, what `show` does one by one. `codes.next()` gives the one
    /// that comes next. `codes.follow(pen, most, to)` may write up to `most` codes before it to `to`, inside the open
    /// string, with moves by `put_move` where they do not stand at the pen; it moves both on and gives their number.
    /// Stops and gives false where `next` gives no code.
    template <class Codes>
    [[nodiscard]] bool show_all(std::size_t count, Codes codes) {
        set_rise(0);
        const std::size_t before = operators_.size();
        bool is_whole = true;
        operators_.resize_and_overwrite(before + count * longest_code, [&](char* bytes, std::size_t) {
            char* to = bytes + before;
            for (std::size_t shown = 0; shown < count && is_whole;) {
                if (pen_.string_is_open) {
                    const std::size_t following =
                        codes.follow(pen_, std::min(count - shown, glyphs_a_string - 1 - pen_.in_string), to);
                    pen_.in_string += following;
                    shown += following;
                    if (shown == count) {
                        break;
                    }
                }
                const Shown next = codes.next();
                is_whole = next.code != nullptr;
                if (is_whole) {
                    to = put_anew(next, to);
                }
                ++shown;
            }
            return static_cast<std::size_t>(to - bytes);
        });
        return is_whole;
    }

    /// True when what stands `away` thousandths of an em from the pen is shown where the pen is: nobody sees the
    /// difference.
    [[nodiscard]] static bool is_at_pen(std::int64_t away) { return away <= unseen && away >= -unseen; }
    /// The same for `exact`, which the nearest whole number stands for, with the pen at the whole number `pen`: nearly
    /// always told without looking for that.
    [[nodiscard]] static bool is_at_pen(double exact, double pen) {
        constexpr double surely = static_cast<double>(unseen) + 0.4999;
        return std::abs(exact - pen) < surely || is_at_pen(nearest(exact) - static_cast<std::int64_t>(pen));
    }

    /// Moves the pen to `at`, or nearly so, inside an open string. REQUIRES: that is not at the pen. Gives where what
    /// it writes ends.
    [[nodiscard]] static char* put_move(std::int64_t at, Pen& pen, char* to);

    /// Shows `code` of the run's font `at` thousandths of an em from the run's start, `rise` points above its baseline.
    void show(std::uint16_t code, std::int64_t at, float rise);

    void set_colour(const Colour& colour);

    /// Begins a text object unless one has begun. `select` does so by itself; but a text object around several
    /// marked-content sequences must begin outside of them (ISO 32000-1, 14.6.1), and saves each of them its absolute
    /// position.
    void begin();

    /// Ends what is being shown, not the text object: what follows may end a marked-content sequence.
    void pause();

    /// Ends the text object.
    void end();

    /// Ends a string, so that what follows is one of its own (ISO 32000-1, 14.8.2.3.3 turns strings round).
    void end_string();

    /// What was written since; the text object must have ended.
    [[nodiscard]] std::string take();
    /// For other operators, between text objects.
    [[nodiscard]] std::string& operators() { return operators_; }
    [[nodiscard]] const State& state() const { return state_; }
    void assume(State state) { state_ = state; }

    /// The faces shown, ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& faces() const { return faces_; }

private:
    /// ISO 19005-3, 6.1.13 allows 32,767 bytes a string; a glyph takes at most four.
    static constexpr std::size_t glyphs_a_string = 8000;
    /// What a code takes at most: a string and an array ended, others begun, a number between them, two escaped bytes.
    static constexpr std::size_t longest_code = 40;
    /// How far off a glyph may stand, in thousandths of an em, before the pen is moved for it.
    static constexpr std::int64_t unseen = 2;

    /// Writes a code to where `to` is, and gives where it ends.
    [[nodiscard]] char* put_anew(Shown shown, char* to);
    [[nodiscard]] static char* put_distance(std::int64_t at, Pen& pen, char* to);
    void set_rise(float points);
    void close_array();

    std::span<EmbeddedFont> fonts_;
    State state_;
    std::string operators_;
    std::vector<std::uint32_t> faces_;
    const GlyphRun* run_ = nullptr;
    bool in_text_ = false;
    std::int64_t line_x_ = 0;  ///< start of the current line, in hundredths of a point
    std::int64_t line_y_ = 0;
    Pen pen_;
    std::int64_t rise_ = 0;
    bool array_is_open_ = false;
};

/// Notes `number` in an ascending list, once.
void note(std::uint32_t number, std::vector<std::uint32_t>& in);

}  // namespace galley::pdf
