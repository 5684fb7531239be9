#pragma once

#include "converters/pdf/emit/cff_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// What is added to a subroutine's number when there are `count` of them (Technical Note 5177, 4.7).
[[nodiscard]] constexpr std::int64_t subroutine_bias(std::uint32_t count) {
    return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}

/// A call inside a charstring: where its operand stands and what it calls.
struct SubroutineCall {
    std::uint32_t operand_begin = 0;
    std::uint32_t operand_end = 0;
    std::uint32_t subroutine = 0;       ///< as the tracer's library numbers them
};

/// A charstring or subroutine and the calls in it, found by running it.
struct TracedCharstring {
    std::string_view bytes;
    std::vector<SubroutineCall> calls{};
    bool is_traced = false;
};

/// The subroutines that charstrings of one font may call.
class SubroutineLibrary {
public:
    virtual ~SubroutineLibrary() = default;
    /// The subroutine that the biased operand `operand` calls; nothing when there is none.
    [[nodiscard]] virtual std::optional<std::uint32_t> find(std::int64_t operand, bool is_global) = 0;
    /// Its charstring. Stays where it is when others are found.
    [[nodiscard]] virtual TracedCharstring& body(std::uint32_t subroutine) = 0;
};

/// Runs the Type 2 charstring `glyph` as far as it takes to find what it calls: stem hints have to be counted, for a hint mask
/// is as long as there are hints, and these may come from subroutines. Appends every subroutine that runs, by first call, to
/// `needs`. False when the charstring is damaged or computes what it calls.
[[nodiscard]] bool trace_charstring(TracedCharstring& glyph, SubroutineLibrary& library, std::vector<std::uint32_t>& needs);

/// An operand in the shortest form there is (Technical Note 5177, 3.2). REQUIRES: -32,768 to 32,767.
void append_charstring_number(std::int64_t value, std::string& to);

/// `traced` with the operand that `operand_of` gives for each subroutine it calls.
template <class OperandOf>
void append_renumbered(const TracedCharstring& traced, OperandOf operand_of, std::string& to) {
    std::size_t copied = 0;
    for (const SubroutineCall& call : traced.calls) {
        to += traced.bytes.substr(copied, call.operand_begin - copied);
        append_charstring_number(operand_of(call.subroutine), to);
        copied = call.operand_end;
    }
    to += traced.bytes.substr(copied);
}

}  // namespace galley::pdf
