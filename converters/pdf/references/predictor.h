#pragma once

#include "converters/pdf/check/value.h"

#include <string>

namespace galley::pdf {

/// Undoes what a predictor did to single bytes before they were compressed (ISO 32000-1, 7.4.4.4): `parameters` are a
/// stream's /DecodeParms. False for what is more than one byte a sample, and for rows that are damaged.
[[nodiscard]] bool undo_predictor(const Value& parameters, std::string& bytes);

}  // namespace galley::pdf
