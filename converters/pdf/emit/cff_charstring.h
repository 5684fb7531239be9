#pragma once

#include "converters/pdf/emit/cff_reader.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Subroutines that charstrings call, renumbered in the order in which they are met.
class SubroutineSet {
public:
    explicit SubroutineSet(CffIndex all) : all_(all) {}

    /// The new number of a subroutine called with the biased operand `operand`; -1 when there is none.
    [[nodiscard]] std::int32_t take(std::int64_t operand);
    [[nodiscard]] std::string_view body(std::uint32_t number) const { return all_[old_[number]]; }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(old_.size()); }

private:
    CffIndex all_;
    std::vector<std::uint32_t> old_;                    ///< by new number
    std::map<std::uint32_t, std::uint32_t> numbers_;    ///< new by old
};

/// What is added to a subroutine's number when there are `count` of them (Technical Note 5177, 4.7).
[[nodiscard]] constexpr std::int64_t subroutine_bias(std::uint32_t count) {
    return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}

/// A call inside a charstring: where its operand stands and what it calls.
struct SubroutineCall {
    std::uint32_t operand_begin = 0;
    std::uint32_t operand_end = 0;
    std::uint32_t target = 0;           ///< new number
    bool is_global = false;
};

/// A charstring or subroutine and the calls in it, found by running it.
struct TracedCharstring {
    std::string_view bytes;
    std::vector<SubroutineCall> calls;
    bool is_traced = false;
};

/// Runs Type 2 charstrings as far as it takes to find what they call: stem hints have to be counted, for a hint mask is as long
/// as there are hints, and these may come from subroutines.
class CharstringTracer {
public:
    /// One tracer for one font dictionary; `globals` is shared by all.
    CharstringTracer(SubroutineSet& globals, std::deque<TracedCharstring>& global_bodies, CffIndex locals)
        : globals_(globals), global_bodies_(global_bodies), locals_(locals) {}

    /// False when the charstring is damaged or computes what it calls.
    [[nodiscard]] bool trace(TracedCharstring& glyph);

    [[nodiscard]] const std::deque<TracedCharstring>& local_bodies() const { return local_bodies_; }

private:
    struct Run {
        std::size_t operands = 0;       ///< on the stack
        std::int64_t last = 0;          ///< the topmost, when it is a number that stands just before
        std::size_t last_begin = 0;     ///< where that number stands
        bool last_is_known = false;
        std::size_t stems = 0;
        std::size_t steps = 0;
        bool has_ended = false;
    };

    [[nodiscard]] bool run(TracedCharstring& body, Run& state, int depth);
    [[nodiscard]] bool call(TracedCharstring& body, bool is_global, std::size_t operator_at, Run& state, int depth);
    static void escaped(std::uint8_t code, Run& state);

    SubroutineSet& globals_;
    std::deque<TracedCharstring>& global_bodies_;
    SubroutineSet locals_;
    std::deque<TracedCharstring> local_bodies_;
};

/// An operand in the shortest form there is (Technical Note 5177, 3.2). REQUIRES: -32,768 to 32,767.
void append_charstring_number(std::int64_t value, std::string& to);

/// `traced` with its calls renumbered, for a font with so many global and local subroutines.
void append_renumbered(const TracedCharstring& traced, std::uint32_t global_count, std::uint32_t local_count, std::string& to);

}  // namespace galley::pdf
