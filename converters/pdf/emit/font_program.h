#pragma once

#include "converters/pdf/emit/known_outlines.h"

#include <cstddef>
#include <string>
#include <vector>

namespace galley::pdf {

/// A font program, and which of its bytes are outlines that were made before.
struct FontProgram {
    struct Place {
        std::size_t begin = 0;
        KnownOutline* outline = nullptr;    ///< this thread's, valid until the next program is made on it
    };

    std::string bytes;
    std::vector<Place> outlines{};          ///< in the order of the bytes
};

}  // namespace galley::pdf
