#include "converters/pdf/emit/text_stream.h"

#include "converters/pdf/emit/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace galley::pdf {

namespace {

constexpr int position_decimals = 2;  // hundredths of a point: a seventh of a printer's dot at 2400 dpi
constexpr int colour_decimals = 3;
constexpr int rise_decimals = 2;

std::int64_t hundredths(float points) { return nearest(static_cast<double>(points) * 100); }

/// Most are moves, of two or three digits.
char* put_integer(std::int64_t value, char* to) {
    if (value < 0) {
        *to++ = '-';
    }
    const std::int64_t size = std::abs(value);
    if (size < 10 || size > 999) {
        return std::to_chars(to, to + 20, size).ptr;
    }
    if (size > 99) {
        *to++ = static_cast<char>('0' + size / 100);
    }
    *to++ = static_cast<char>('0' + size / 10 % 10);
    *to++ = static_cast<char>('0' + size % 10);
    return to;
}

}  // namespace

void note(std::uint32_t number, std::vector<std::uint32_t>& in) {
    const auto place = std::ranges::lower_bound(in, number);
    if (place == in.end() || *place != number) {
        in.insert(place, number);
    }
}

void TextStream::select(const GlyphRun& run) {
    if (run_ == &run) {
        return;
    }
    pause();
    begin();
    run_ = &run;
    pen_.at = pen_.last_move = 0;
    set_colour(run.colour);
    if (state_.face != run.face || state_.size != run.size) {
        state_.face = run.face;
        state_.size = run.size;
        note(run.face, faces_);
        append_integer(run.face, operators_ += "/F");
        append_fixed(hundredths(run.size), position_decimals, operators_ += ' ');
        operators_ += " Tf\n";
    }
    append_fixed(hundredths(run.x) - line_x_, position_decimals, operators_);
    append_fixed(hundredths(run.baseline) - line_y_, position_decimals, operators_ += ' ');
    operators_ += " Td\n";
    line_x_ = hundredths(run.x);
    line_y_ = hundredths(run.baseline);
}

void TextStream::begin() {
    if (in_text_) {
        return;
    }
    operators_ += "BT\n";
    in_text_ = true;
    line_x_ = line_y_ = 0;
}

void TextStream::pause() {
    close_array();
    set_rise(0);
    run_ = nullptr;
}

void TextStream::show(std::uint16_t code, std::int64_t at, float rise) {
    set_rise(rise);
    const EmbeddedFont::Code& shown = fonts_[run_->face].code(code);
    std::array<char, longest_code> bytes;
    operators_.append(bytes.data(), put_anew({.code = &shown, .at = at}, bytes.data()));
}

char* TextStream::put_anew(Shown shown, char* to) {
    const bool moves = !is_at_pen(shown.at - pen_.at);
    if (moves && pen_.string_is_open) {
        to = put_move(shown.at, pen_, to);
    } else if (!pen_.string_is_open) {
        if (!array_is_open_) {
            *to++ = '[';
        }
        if (moves) {
            to = put_distance(shown.at, pen_, to);
        }
        *to++ = '(';
    }
    array_is_open_ = pen_.string_is_open = true;
    std::memcpy(to, shown.code->literal.data(), shown.code->literal.size());
    to += shown.code->literal_size;
    pen_.at += shown.code->width;
    if (++pen_.in_string == glyphs_a_string) {
        to = std::ranges::copy(std::string_view{")]TJ\n"}, to).out;
        array_is_open_ = pen_.string_is_open = false;
        pen_.in_string = 0;
    }
    return to;
}

char* TextStream::put_move(std::int64_t at, Pen& pen, char* to) {
    *to++ = ')';
    to = put_distance(at, pen, to);
    *to++ = '(';
    return to;
}

/// The spaces of a justified line differ by a thousandth when they are rounded one by one. Equal numbers compress
/// better, so a move is made like the one before when that is off by no more than two thousandths of an em.
char* TextStream::put_distance(std::int64_t at, Pen& pen, char* to) {
    const std::int64_t distance = at - pen.at;
    if (!is_at_pen(distance - pen.last_move)) {
        pen.last_move = distance;
    }
    pen.at += pen.last_move;
    return put_integer(-pen.last_move, to);  // 9.4.3: a positive number moves to the left
}

/// Black and greys in DeviceGray, the rest in DeviceRGB; the output intent says which ones these are.
void TextStream::set_colour(const Colour& colour) {
    if (state_.colour == colour) {
        return;
    }
    state_.colour = colour;
    append_real(static_cast<double>(colour.red), colour_decimals, operators_);
    if (colour.red == colour.green && colour.green == colour.blue) {
        operators_ += " g\n";
        return;
    }
    append_real(static_cast<double>(colour.green), colour_decimals, operators_ += ' ');
    append_real(static_cast<double>(colour.blue), colour_decimals, operators_ += ' ');
    operators_ += " rg\n";
}

void TextStream::end() {
    if (!in_text_) {
        return;
    }
    pause();
    operators_ += "ET\n";
    in_text_ = false;
}

void TextStream::end_string() {
    if (!pen_.string_is_open) {
        return;
    }
    operators_ += ')';
    pen_.string_is_open = false;
}

std::string TextStream::take() { return std::exchange(operators_, {}); }

void TextStream::set_rise(float points) {
    if (points == 0 && rise_ == 0) {
        return;
    }
    const std::int64_t rise = hundredths(points);
    if (rise == rise_) {
        return;
    }
    close_array();
    append_fixed(rise, rise_decimals, operators_);
    operators_ += " Ts\n";
    rise_ = rise;
}

void TextStream::close_array() {
    end_string();
    if (array_is_open_) {
        operators_ += "]TJ\n";
    }
    array_is_open_ = false;
    pen_.in_string = 0;
}

}  // namespace galley::pdf
