#pragma once

#include "converters/text/phrase.h"

#include <cstdint>
#include <initializer_list>

namespace galley::text {

/// Some kinds of phrase.
class PhraseKinds {
public:
    constexpr PhraseKinds() = default;
    constexpr PhraseKinds(PhraseKind kind) : bits_(bit(kind)) {}  // NOLINT: one kind is a set of kinds
    constexpr PhraseKinds(std::initializer_list<PhraseKind> kinds) {
        for (const PhraseKind kind : kinds) {
            bits_ |= bit(kind);
        }
    }
    [[nodiscard]] static constexpr PhraseKinds from_bits(std::uint64_t bits) {
        PhraseKinds kinds;
        kinds.bits_ = bits;
        return kinds;
    }

    [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
    [[nodiscard]] constexpr bool any() const { return bits_ != 0; }
    [[nodiscard]] constexpr bool has(PhraseKind kind) const { return (bits_ & bit(kind)) != 0; }
    [[nodiscard]] constexpr bool has_any(PhraseKinds kinds) const { return (bits_ & kinds.bits_) != 0; }
    friend constexpr PhraseKinds operator&(PhraseKinds one, PhraseKinds other) {
        return from_bits(one.bits_ & other.bits_);
    }
    friend constexpr PhraseKinds operator|(PhraseKinds one, PhraseKinds other) {
        return from_bits(one.bits_ | other.bits_);
    }

private:
    static constexpr std::uint64_t bit(PhraseKind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
    std::uint64_t bits_ = 0;
};

}  // namespace galley::text
