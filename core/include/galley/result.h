#pragma once

#include "galley/diagnostic.h"
#include "galley/export.h"

#include <expected>
#include <utility>

namespace GALLEY_API galley {

/// A value, or the one diagnostic that says why there is none. Warnings travel beside it, in a `Diagnostics`.
template <class T = void>
using Result = std::expected<T, Diagnostic>;

/// `return fail({.code = "…", …});` from a function that returns any `Result`.
[[nodiscard]] inline std::unexpected<Diagnostic> fail(Diagnostic diagnostic) {
    return std::unexpected<Diagnostic>(std::move(diagnostic));
}

}  // namespace galley
