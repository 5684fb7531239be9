#pragma once

#include "converters/text/lexicon.h"
#include "converters/text/line.h"
#include "converters/text/transmission_header.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace galley::text {

/// The header of a transmission whose control bytes were lost on the way: lines that a printer shows above the text.
struct PrintedHeader {
    std::size_t lines = 0;        ///< that belong to it, from the first on; 0: there is none
    TransmissionHeader values{};  ///< spans are bytes of the text
};

/// Reads what stands above the text: "ZCZC", the header line of ANPA 1312 ("r i bc-ferry 11-20 0245") and its keyword
/// line
/// ("BC-Ferry-Accident,1st Ld"), the header line of IPTC 7901 ("bdt0123 3 pl 345 dpa 0456") and the keyword line below
/// it
/// ("Politik/Verkehr/"). "URGENT" may stand above them. `in_telex` says that ZCZC was met already. A line that is not
/// made like these begins the text.
[[nodiscard]] PrintedHeader read_printed_header(std::string_view text, std::span<const Line> lines, bool in_telex,
                                                const Lexicon& lexicon);

/// "URGENT", "FLASH": a whole line that says how soon a story is wanted, in any language.
[[nodiscard]] bool is_priority_mark(std::string_view line, const Lexicon& lexicon);

}  // namespace galley::text
