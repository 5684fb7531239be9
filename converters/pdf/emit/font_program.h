#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace galley::pdf {

/// A font program, and where in it outlines stand as every program of their face has them.
struct FontProgram {
    struct Outline {
        std::size_t begin = 0, size = 0;
        std::uint32_t glyph = 0;  ///< in the face
    };

    std::string bytes;
    std::vector<Outline> outlines{};  ///< in the order of the bytes
};

}  // namespace galley::pdf
