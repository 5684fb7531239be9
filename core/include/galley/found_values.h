#pragma once

#include "galley/document.h"
#include "galley/export.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace GALLEY_API galley {

/// One value of a document with where it came from, made ready to be shown.
struct FoundValue {
    std::string what;   ///< "byline", "date"
    std::string value;  ///< in one line
    std::optional<Span> span;
    Method method = Method::stated;
    std::uint8_t confidence = 100;
    bool part = false;       ///< of the value before it that is none: a contributor of a byline
    bool furniture = false;  ///< neither text nor value: a separator, an end mark
};

/// Everything that `document` knows beside its body, in the order of its members.
[[nodiscard]] std::vector<FoundValue> found_values(const Document& document);

}  // namespace galley
