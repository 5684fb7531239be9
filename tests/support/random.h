#pragma once

#include <concepts>
#include <cstdint>
#include <span>

namespace galley::test {

/// A stream of numbers that a seed decides: the same on every machine and with every standard library (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// 0 to `most`, each as likely as the others but for a difference nobody can see.
    template <std::integral Number = std::uint32_t>
    Number up_to(Number most) {
        return static_cast<Number>(next() % (static_cast<std::uint64_t>(most) + 1));
    }

    template <std::integral Number>
    Number between(Number least, Number most) {
        return static_cast<Number>(least +
                                   static_cast<Number>(next() % (static_cast<std::uint64_t>(most - least) + 1)));
    }

    /// True `percent` times in 100.
    bool chance(std::uint32_t percent) { return next() % 100 < percent; }

    template <class T, std::size_t Size>
    const T& pick(const T (&from)[Size]) {
        return from[next() % Size];
    }

    /// One of an enumeration's values, from the first one to `last`.
    template <class Enumeration>
    Enumeration pick_up_to(Enumeration last) {
        return static_cast<Enumeration>(up_to(static_cast<std::uint32_t>(last)));
    }

private:
    std::uint64_t state_;
};

}  // namespace galley::test
