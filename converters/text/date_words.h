#pragma once

#include "converters/text/scanner.h"

#include <cstdint>

namespace galley::text {

/// Takes a full stop that ends an abbreviation or an ordinal.
void take_stop(Scanner& scanner);

/// Takes words that link the parts of a date, of `language` or, where it is not known, of any.
void take_date_words(Scanner& scanner, std::uint8_t language);

/// Takes the ending of an ordinal: "2nd", "1er", "3º", "5-го", "2."; nothing taken is fine.
void take_ordinal(Scanner& scanner);

/// Years of two digits: 70 to 99 are of the last century.
[[nodiscard]] std::int32_t full_year(const ScannedNumber& number);

}  // namespace galley::text
