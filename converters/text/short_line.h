#pragma once

#include "converters/text/phrase_kinds.h"

#include <string_view>

namespace galley::text {

/// A chunk of one line of limited length, and what several rules ask of it.
struct ShortLine {
    std::string_view text{};
    std::string_view plain{};  ///< without a pictograph before it and the marks of ANPA 1312
    PhraseKinds whole{};       ///< what all of `plain` is in the vocabularies
    bool near_top = false;     ///< of the story
    bool near_end = false;
};

}  // namespace galley::text
