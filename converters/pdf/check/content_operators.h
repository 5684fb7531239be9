#pragma once

#include <cstdint>
#include <string_view>

namespace galley::pdf {

/// An operator's name as a number: none is longer than three bytes.
[[nodiscard]] constexpr std::uint32_t key_of(std::string_view name) {
    std::uint32_t key = 0;
    for (const char c : name) {
        key = key << 8 | static_cast<unsigned char>(c);
    }
    return name.size() > 3 ? 0 : key;
}

/// What an operator does that the rules ask about.
enum class Effect : std::uint8_t { unknown, none, shows };

/// ISO 32000-1, annex A: what Galley writes, and what else is harmless. Others are reported.
[[nodiscard]] constexpr Effect effect_of(std::uint32_t key) {
    switch (key) {
        case key_of("TJ"):
        case key_of("Tj"):
        case key_of("f"):
        case key_of("Do"):
        case key_of("S"): return Effect::shows;
        case key_of("BDC"):
        case key_of("BMC"):
        case key_of("BT"):
        case key_of("EMC"):
        case key_of("ET"):
        case key_of("G"):
        case key_of("J"):
        case key_of("Q"):
        case key_of("RG"):
        case key_of("T*"):
        case key_of("TD"):
        case key_of("TL"):
        case key_of("Tc"):
        case key_of("Td"):
        case key_of("Tf"):
        case key_of("Tm"):
        case key_of("Tr"):
        case key_of("Ts"):
        case key_of("Tw"):
        case key_of("Tz"):
        case key_of("c"):
        case key_of("cm"):
        case key_of("g"):
        case key_of("h"):
        case key_of("l"):
        case key_of("m"):
        case key_of("n"):
        case key_of("q"):
        case key_of("re"):
        case key_of("rg"):
        case key_of("w"): return Effect::none;
        default: return Effect::unknown;
    }
}

}  // namespace galley::pdf
