#pragma once

#include "galley/decode.h"
#include "galley/span.h"

#include <optional>
#include <string>

namespace galley {

/// What bytes of some encoding became in UTF-8: all of them, or those before the first that are not of the encoding.
struct Transcoded {
    std::string text;
    SourceMap map;                ///< counts from the first byte that was given
    std::optional<Span> invalid;  ///< the bytes it stopped at, in what was given
};

}  // namespace galley
