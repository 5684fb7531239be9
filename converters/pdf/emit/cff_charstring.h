#pragma once

#include "converters/pdf/emit/cff_reader.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::pdf {

/// Appends the Type 2 charstring `charstring` to `to` with what it calls in the place of the calls, so that it needs no
/// subroutines. A subset holds few glyphs that share any: it is smaller without them, before and after compression.
///
/// Stem hints are counted on the way, for a hint mask is as long as there are hints. False, with `to` as it was, when
/// the charstring is damaged, computes what it calls, or becomes longer than 65,535 bytes (Technical Note 5177,
/// appendix B).
[[nodiscard]] bool flatten_charstring(std::string_view charstring, const CffIndex& globals, const CffIndex& locals,
                                      std::string& to);

/// An operand in the shortest form there is (Technical Note 5177, 3.2). REQUIRES: -32,768 to 32,767.
void append_charstring_number(std::int64_t value, std::string& to);

}  // namespace galley::pdf
