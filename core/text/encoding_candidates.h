#pragma once

#include "core/text/letter_costs.h"

#include <span>
#include <string_view>
#include <vector>

namespace galley {

/// An encoding of one byte a character that a text may turn out to be in.
struct ByteCandidate {
    std::string_view encoding;  ///< IANA name
    Cost prior = 0;             ///< how much rarer it is than the most common one
    ByteTable table{};
    std::vector<LetterCosts> languages;  ///< written in it
};

/// Made once, at the first call. Thread-safe.
[[nodiscard]] const std::vector<ByteCandidate>& byte_candidates();

/// An encoding of several bytes a character.
struct MultiByteCandidate {
    std::string_view encoding;
    std::string_view language;  ///< empty: any
    Cost prior = 0;
};

[[nodiscard]] std::span<const MultiByteCandidate> multi_byte_candidates();

}  // namespace galley
