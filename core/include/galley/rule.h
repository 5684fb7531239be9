#pragma once

#include "galley/diagnostic.h"
#include "galley/export.h"

#include <string_view>

namespace GALLEY_API galley {

/// One thing that a format's validator asks of a file, told to people: what `galley validate --explain` prints and what
/// reports for machines carry along. All views live as long as the program.
struct Rule {
    std::string_view code;                ///< of the diagnostics that say it is broken
    Severity severity = Severity::error;  ///< theirs
    std::string_view asks;                ///< what must be so, one sentence without its full stop
    std::string_view why;                 ///< what goes wrong where it is not so
    std::string_view clause;              ///< where the standard, or whoever else, asks for it
    std::string_view repair;              ///< what to do about it; the diagnostics' hint
};

}  // namespace galley
