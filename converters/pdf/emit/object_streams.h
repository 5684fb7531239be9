#pragma once

#include "converters/pdf/emit/object_list.h"
#include "galley/result.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

/// Where an object stands inside an object stream.
struct PackedPlace {
    std::uint32_t stream = 0;  ///< the object stream's number; 0 for an object that stands by itself
    std::uint8_t index = 0;
};

/// Gathers all objects of `objects` that are no streams into object streams (ISO 32000-1, 7.5.7), which become its last
/// objects; what is small and alike is compressed together. Gives each object's place, by number from 1 on, less one.
/// Fails as `deflate`.
[[nodiscard]] Result<std::vector<PackedPlace>> pack_objects(ObjectList& objects);

}  // namespace galley::pdf
