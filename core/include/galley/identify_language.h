#pragma once

#include "galley/export.h"
#include "galley/found.h"

#include <optional>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// The language that most of `text` is in, as a BCP 47 tag ("en", "pt", "zh-Hans", "zh-Hant"), inferred, with a
/// calibrated confidence (core/text/CONFORMANCE.md has the table); nothing when there are too few words, or too many
/// languages, to tell.
///
/// REQUIRES: `text` is valid UTF-8. Looks at no more than the first 16 KiB, so its cost is bounded. Thread-safe, pure.
[[nodiscard]] std::optional<Found<std::string>> identify_language(std::string_view text);

}  // namespace galley
