#pragma once

#include "galley/diagnostic.h"
#include "galley/format.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace galley::cli {

/// What was found out about one file that was validated.
struct Examination {
    std::string name;
    const Format* format = nullptr;  ///< null when nobody knows what it is
    Diagnostics diagnostics{};
    bool examined = true;  ///< false when the check itself could not be made

    [[nodiscard]] std::size_t count(Severity severity) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(diagnostics, [severity](const Diagnostic& one) { return one.severity == severity; }));
    }
    [[nodiscard]] bool is_valid() const { return examined && count(Severity::error) == 0; }
};

}  // namespace galley::cli
