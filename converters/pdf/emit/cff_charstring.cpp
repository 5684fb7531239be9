#include "converters/pdf/emit/cff_charstring.h"

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

}  // namespace

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

std::int32_t SubroutineSet::take(std::int64_t operand) {
    const std::int64_t old = operand + subroutine_bias(all_.count());
    if (old < 0 || old >= all_.count()) { return -1; }
    const auto [found, is_new] = numbers_.try_emplace(static_cast<std::uint32_t>(old), count());
    if (is_new) { old_.push_back(static_cast<std::uint32_t>(old)); }
    return static_cast<std::int32_t>(found->second);
}

bool CharstringTracer::trace(TracedCharstring& glyph) {
    Run state;
    return run(glyph, state, 0);
}

bool CharstringTracer::run(TracedCharstring& body, Run& state, int depth) {
    if (depth > deepest) { return false; }
    const FontBytes view{body.bytes};
    for (std::size_t at = 0; at < body.bytes.size();) {
        if (++state.steps > most_steps) { return false; }
        const std::uint8_t code = view.u8(at);
        if (is_number(code)) {
            state.last = number_at(view, at);
            state.last_begin = at;
            state.last_is_known = true;
            ++state.operands;
            at += number_size(code);
            continue;
        }
        ++at;
        switch (code) {
            case hstem: case vstem: case hstemhm: case vstemhm: case hintmask: case cntrmask:
                state.stems += state.operands / 2;
                state.operands = 0;
                if (code == hintmask || code == cntrmask) { at += (state.stems + 7) / 8; }
                break;
            case callsubr: case callgsubr:
                if (!call(body, code == callgsubr, at - 1, state, depth)) { return false; }
                break;
            case escape:
                escaped(view.u8(at), state);
                ++at;
                break;
            case endchar: state.has_ended = true; break;
            case returning: break;
            default: state.operands = 0; break;     // a path operator clears the stack
        }
        state.last_is_known = false;
        if (state.has_ended || code == returning) { break; }
    }
    body.is_traced = true;
    return true;
}

bool CharstringTracer::call(TracedCharstring& body, bool is_global, std::size_t operator_at, Run& state, int depth) {
    if (!state.last_is_known || state.operands == 0) { return false; }
    SubroutineSet& set = is_global ? globals_ : locals_;
    std::deque<TracedCharstring>& bodies = is_global ? global_bodies_ : local_bodies_;
    const std::int32_t target = set.take(state.last);
    if (target < 0) { return false; }
    const auto number = static_cast<std::uint32_t>(target);
    if (number == bodies.size()) { bodies.push_back({.bytes = set.body(number), .calls = {}}); }
    if (!body.is_traced) {
        body.calls.push_back({.operand_begin = static_cast<std::uint32_t>(state.last_begin),
                              .operand_end = static_cast<std::uint32_t>(operator_at), .target = number, .is_global = is_global});
    }
    --state.operands;
    return run(bodies[number], state, depth + 1);
}

/// Technical Note 5177, 4.1 and 4.5: flexes clear the stack, arithmetic leaves fewer or more operands.
void CharstringTracer::escaped(std::uint8_t code, Run& state) {
    constexpr std::uint8_t hflex = 34, flex1 = 37;
    const auto pop = [&](std::size_t count) { state.operands -= count < state.operands ? count : state.operands; };
    switch (code) {
        case 3: case 4: case 10: case 11: case 12: case 15: case 18: case 24: pop(1); break;     // and or add sub div eq drop mul
        case 20: case 30: pop(2); break;                                                         // put roll
        case 22: pop(3); break;                                                                  // ifelse
        case 23: case 27: ++state.operands; break;                                               // random dup
        default:
            if (code >= hflex && code <= flex1) { state.operands = 0; }
            break;
    }
}

void append_renumbered(const TracedCharstring& traced, std::uint32_t global_count, std::uint32_t local_count, std::string& to) {
    std::size_t copied = 0;
    for (const SubroutineCall& call : traced.calls) {
        to += traced.bytes.substr(copied, call.operand_begin - copied);
        append_charstring_number(call.target - subroutine_bias(call.is_global ? global_count : local_count), to);
        copied = call.operand_end;
    }
    to += traced.bytes.substr(copied);
}

}  // namespace galley::pdf
