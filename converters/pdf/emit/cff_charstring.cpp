#include "converters/pdf/emit/cff_charstring.h"

#include <algorithm>

namespace galley::pdf {

namespace {

// Technical Note 5177, 3.1 and 4.
constexpr int deepest = 10;
constexpr std::size_t most_steps = 1'000'000;
constexpr std::size_t longest = 65'535;

enum Code : std::uint8_t {
    hstem = 1,
    vstem = 3,
    callsubr = 10,
    returning = 11,
    escape = 12,
    endchar = 14,
    hstemhm = 18,
    hintmask = 19,
    cntrmask = 20,
    vstemhm = 23,
    shortint = 28,
    callgsubr = 29
};

bool is_number(std::uint8_t first) { return first == shortint || first >= 32; }

std::size_t number_size(std::uint8_t first) { return first == shortint ? 3 : first == 255 ? 5 : first >= 247 ? 2 : 1; }

std::int64_t number_at(FontBytes view, std::size_t at) {
    const std::uint8_t first = view.u8(at);
    if (first == shortint) {
        return view.i16(at + 1);
    }
    if (first == 255) {
        return static_cast<std::int32_t>(view.u32(at + 1)) >> 16;
    }
    if (first >= 251) {
        return -(first - 251) * 256 - view.u8(at + 1) - 108;
    }
    if (first >= 247) {
        return (first - 247) * 256 + view.u8(at + 1) + 108;
    }
    return first - 139;
}

/// What is added to a subroutine's number when there are `count` of them (4.7).
std::int64_t subroutine_bias(std::uint32_t count) { return count < 1240 ? 107 : count < 33900 ? 1131 : 32768; }

class CharstringFlattener {
public:
    CharstringFlattener(const CffIndex& globals, const CffIndex& locals, std::string& to)
        : globals_(globals),
          locals_(locals),
          to_(to),
          begin_(to.size()) {}

    [[nodiscard]] bool run(std::string_view body, int depth) {
        if (depth > deepest) {
            return false;
        }
        const FontBytes view{body};
        for (std::size_t at = 0; at < body.size() && !has_ended_;) {
            if (++steps_ > most_steps || to_.size() - begin_ > longest) {
                return false;
            }
            const std::uint8_t code = view.u8(at);
            if (is_number(code)) {
                last_ = number_at(view, at);
                last_begin_ = to_.size();
                last_is_known_ = true;
                ++operands_;
                to_ += body.substr(at, number_size(code));
                at += number_size(code);
                continue;
            }
            if (code == returning) {
                return true;
            }
            if (code == callsubr || code == callgsubr) {
                if (!call(code == callgsubr, depth)) {
                    return false;
                }
                ++at;
                continue;
            }
            const std::size_t size = operate(view, at);
            to_ += body.substr(at, size);
            at += size;
            last_is_known_ = false;
        }
        return true;
    }

private:
    /// Puts what is called in the place of the number that stands before the call.
    [[nodiscard]] bool call(bool is_global, int depth) {
        const CffIndex& all = is_global ? globals_ : locals_;
        const std::int64_t number = last_ + subroutine_bias(all.count());
        if (!last_is_known_ || number < 0 || number >= all.count()) {
            return false;
        }
        to_.resize(last_begin_);
        --operands_;
        last_is_known_ = false;
        return run(all[static_cast<std::uint32_t>(number)], depth + 1);
    }

    /// Follows the operator at `at` as far as hints depend on it; gives its size.
    std::size_t operate(FontBytes view, std::size_t at) {
        switch (const std::uint8_t code = view.u8(at); code) {
            case hstem:
            case vstem:
            case hstemhm:
            case vstemhm:
            case hintmask:
            case cntrmask:
                stems_ += operands_ / 2;
                operands_ = 0;
                return code == hintmask || code == cntrmask ? 1 + (stems_ + 7) / 8 : 1;
            case escape: escaped(view.u8(at + 1)); return 2;
            case endchar: has_ended_ = true; return 1;
            default: operands_ = 0; return 1;  // a path operator clears the stack
        }
    }

    /// Technical Note 5177, 4.1 and 4.5: flexes clear the stack, arithmetic leaves fewer or more operands.
    void escaped(std::uint8_t code) {
        constexpr std::uint8_t hflex = 34, flex1 = 37;
        const auto pop = [&](std::size_t count) { operands_ -= std::min(count, operands_); };
        switch (code) {
            case 3:
            case 4:
            case 10:
            case 11:
            case 12:
            case 15:
            case 18:
            case 24: pop(1); break;  // and or add sub div eq drop mul
            case 20:
            case 30: pop(2); break;  // put roll
            case 22: pop(3); break;  // ifelse
            case 23:
            case 27: ++operands_; break;  // random dup
            default:
                if (code >= hflex && code <= flex1) {
                    operands_ = 0;
                }
                break;
        }
    }

    const CffIndex& globals_;
    const CffIndex& locals_;
    std::string& to_;
    std::size_t begin_;
    std::size_t operands_ = 0;    ///< on the stack
    std::int64_t last_ = 0;       ///< the topmost, when it is a number that was written last
    std::size_t last_begin_ = 0;  ///< where that number stands in `to_`
    bool last_is_known_ = false;
    std::size_t stems_ = 0;
    std::size_t steps_ = 0;
    bool has_ended_ = false;
};

}  // namespace

bool flatten_charstring(std::string_view charstring, const CffIndex& globals, const CffIndex& locals, std::string& to) {
    const std::size_t before = to.size();
    if (CharstringFlattener(globals, locals, to).run(charstring, 0)) {
        return true;
    }
    to.resize(before);
    return false;
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
