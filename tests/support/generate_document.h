#pragma once

#include "galley/document.h"
#include "galley/feature.h"
#include "tests/support/generate_text.h"

#include <cstdint>

namespace galley::test {

struct GenerateOptions {
    Feature features = Feature::everything;  ///< what the body may have
    Characters characters = Characters::oddities;
    std::uint32_t blocks = 8;  ///< at most so many in a row
    std::uint32_t depth = 3;   ///< blocks inside blocks, marks inside marks
    bool extras = true;
};

/// A document that keeps every rule of the model and is otherwise as strange as `options` allow: any member may be set
/// or not. The same seed and options give the same document on every machine.
[[nodiscard]] Document generate_document(std::uint64_t seed, const GenerateOptions& options = {});

/// A body that is `depth` deep, as `Limits::depth` counts: half of it blocks of all kinds that hold blocks, half of it
/// marks.
[[nodiscard]] Document generate_deep_document(std::uint64_t seed, std::uint32_t depth);

}  // namespace galley::test
