#pragma once

#include "galley/partial_date.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::pdf {

/// Which digits a language's dates are written in.
enum class Digits : std::uint8_t { of_language, latin };

/// "2 January 2026" as newspapers in `language` (BCP 47) write the day, in the Gregorian calendar; the time of day is
/// left out, as are parts that are not there. Empty when neither year nor month nor day is there, and when the
/// language's custom is not known. The same on every machine.
[[nodiscard]] std::string format_date(const PartialDate& date, std::string_view language,
                                      Digits digits = Digits::of_language);

/// What `language` (BCP 47) writes between the whole part of a number in European digits and its decimals; a full stop
/// where that is not known. Takes some time: for a table, not for a number.
[[nodiscard]] char32_t decimal_separator(std::string_view language);

}  // namespace galley::pdf
