#include "converters/pdf/emit/cff_charstring.h"

#include <algorithm>

namespace galley::pdf {

namespace {

// Technical Note 5177, 3.1 and 4.
constexpr int deepest = 10;
constexpr std::size_t most_steps = 1'000'000;

enum Code : std::uint8_t {
    hstem = 1, vstem = 3, callsubr = 10, returning = 11, escape = 12, endchar = 14, hstemhm = 18, hintmask = 19, cntrmask = 20,
    vstemhm = 23, shortint = 28, callgsubr = 29
};

bool is_number(std::uint8_t first) { return first == shortint || first >= 32; }

std::size_t number_size(std::uint8_t first) { return first == shortint ? 3 : first == 255 ? 5 : first >= 247 ? 2 : 1; }

std::int64_t number_at(FontBytes view, std::size_t at) {
    const std::uint8_t first = view.u8(at);
    if (first == shortint) { return view.i16(at + 1); }
    if (first == 255) { return static_cast<std::int32_t>(view.u32(at + 1)) >> 16; }
    if (first >= 251) { return -(first - 251) * 256 - view.u8(at + 1) - 108; }
    if (first >= 247) { return (first - 247) * 256 + view.u8(at + 1) + 108; }
    return first - 139;
}

class CharstringTracer {
public:
    CharstringTracer(SubroutineLibrary& library, std::vector<std::uint32_t>& needs) : library_(library), needs_(needs) {}

    [[nodiscard]] bool run(TracedCharstring& body, int depth) {
        if (depth > deepest) { return false; }
        const FontBytes view{body.bytes};
        for (std::size_t at = 0; at < body.bytes.size();) {
            if (++steps_ > most_steps) { return false; }
            const std::uint8_t code = view.u8(at);
            if (is_number(code)) {
                last_ = number_at(view, at);
                last_begin_ = at;
                last_is_known_ = true;
                ++operands_;
                at += number_size(code);
                continue;
            }
            ++at;
            switch (code) {
                case hstem: case vstem: case hstemhm: case vstemhm: case hintmask: case cntrmask:
                    stems_ += operands_ / 2;
                    operands_ = 0;
                    if (code == hintmask || code == cntrmask) { at += (stems_ + 7) / 8; }
                    break;
                case callsubr: case callgsubr:
                    if (!call(body, code == callgsubr, at - 1, depth)) { return false; }
                    break;
                case escape:
                    escaped(view.u8(at));
                    ++at;
                    break;
                case endchar: has_ended_ = true; break;
                case returning: break;
                default: operands_ = 0; break;      // a path operator clears the stack
            }
            last_is_known_ = false;
            if (has_ended_ || code == returning) { break; }
        }
        body.is_traced = true;
        return true;
    }

private:
    [[nodiscard]] bool call(TracedCharstring& body, bool is_global, std::size_t operator_at, int depth) {
        if (!last_is_known_ || operands_ == 0) { return false; }
        const std::optional<std::uint32_t> subroutine = library_.find(last_, is_global);
        if (!subroutine) { return false; }
        if (std::ranges::find(needs_, *subroutine) == needs_.end()) { needs_.push_back(*subroutine); }
        if (!body.is_traced) {
            body.calls.push_back({.operand_begin = static_cast<std::uint32_t>(last_begin_),
                                  .operand_end = static_cast<std::uint32_t>(operator_at), .subroutine = *subroutine});
        }
        --operands_;
        return run(library_.body(*subroutine), depth + 1);
    }

    /// Technical Note 5177, 4.1 and 4.5: flexes clear the stack, arithmetic leaves fewer or more operands.
    void escaped(std::uint8_t code) {
        constexpr std::uint8_t hflex = 34, flex1 = 37;
        const auto pop = [&](std::size_t count) { operands_ -= std::min(count, operands_); };
        switch (code) {
            case 3: case 4: case 10: case 11: case 12: case 15: case 18: case 24: pop(1); break;     // and or add sub div eq drop mul
            case 20: case 30: pop(2); break;                                                         // put roll
            case 22: pop(3); break;                                                                  // ifelse
            case 23: case 27: ++operands_; break;                                                    // random dup
            default:
                if (code >= hflex && code <= flex1) { operands_ = 0; }
                break;
        }
    }

    SubroutineLibrary& library_;
    std::vector<std::uint32_t>& needs_;
    std::size_t operands_ = 0;          ///< on the stack
    std::int64_t last_ = 0;             ///< the topmost, when it is a number that stands just before
    std::size_t last_begin_ = 0;        ///< where that number stands
    bool last_is_known_ = false;
    std::size_t stems_ = 0;
    std::size_t steps_ = 0;
    bool has_ended_ = false;
};

}  // namespace

bool trace_charstring(TracedCharstring& glyph, SubroutineLibrary& library, std::vector<std::uint32_t>& needs) {
    return CharstringTracer(library, needs).run(glyph, 0);
}

void append_charstring_number(std::int64_t value, std::string& to) {
    if (value >= -107 && value <= 107) {
        to += static_cast<char>(value + 139);
    } else if (value >= 108 && value <= 1131) {
        to += static_cast<char>(247 + ((value - 108) >> 8));
        to += static_cast<char>((value - 108) & 0xFF);
    } else if (value >= -1131 && value <= -108) {
        to += static_cast<char>(251 + ((-value - 108) >> 8));
        to += static_cast<char>((-value - 108) & 0xFF);
    } else {
        to += static_cast<char>(shortint);
        append_u16(static_cast<std::uint32_t>(value), to);
    }
}

}  // namespace galley::pdf
