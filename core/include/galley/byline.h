#pragma once

#include "galley/contributor.h"
#include "galley/export.h"
#include "galley/found.h"

#include <vector>

namespace GALLEY_API galley {

/// The line that says who wrote the story. The line as printed is `Found<Byline>::raw`.
struct Byline {
    std::vector<Found<Contributor>> contributors{};
    bool and_others = false;  ///< "and one other", "et al.": there are more than are named

    friend bool operator==(const Byline&, const Byline&) = default;
};

}  // namespace galley
