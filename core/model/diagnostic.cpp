#include "galley/diagnostic.h"

#include <algorithm>

namespace galley {

const char* name_of(Severity severity) {
    switch (severity) {
        case Severity::info: return "info";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

std::optional<Severity> worst(const Diagnostics& diagnostics) {
    if (diagnostics.empty()) {
        return std::nullopt;
    }
    return std::ranges::max(diagnostics, {}, &Diagnostic::severity).severity;
}

}  // namespace galley
