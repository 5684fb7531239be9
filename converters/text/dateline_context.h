#pragma once

#include "converters/text/conventions.h"
#include "converters/text/date_parser.h"

#include <cstdint>

namespace galley::text {

/// By what datelines are read: the words that newsrooms use, the story's language, and how its dates are meant.
struct DatelineContext {
    DatelineContext(const Conventions& all, std::uint8_t story_language, DateOrder order)
        : conventions(&all),
          language(story_language),
          dates(all, story_language, order) {}

    [[nodiscard]] const Lexicon& lexicon() const { return conventions->lexicon(); }

    const Conventions* conventions;
    std::uint8_t language;
    DateParser dates;
};

}  // namespace galley::text
