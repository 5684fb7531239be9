#pragma once

#include "converters/text/phrase.h"

#include <string_view>

namespace galley::text {

/// In the tables every number is the same; this says whether those of `line`, found as a phrase of `kind`, are what
/// such a mark says. An end mark says 30 or 0, a page mark repeats a small number ("2-2-2"): "1 2 3" and a telephone
/// number are neither.
[[nodiscard]] bool has_marks_numbers(std::string_view line, PhraseKind kind);

}  // namespace galley::text
