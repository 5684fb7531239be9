#pragma once

#include "galley/export.h"

namespace GALLEY_API galley {

/// Joins lambdas into one visitor for `std::visit`. Name every kind: a catch-all hides a kind that was forgotten.
template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

}  // namespace galley
