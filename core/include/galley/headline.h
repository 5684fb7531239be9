#pragma once

#include "galley/export.h"

#include <cstdint>
#include <string>

namespace GALLEY_API galley {

/// main: the headline. kicker: the short line above it. deck: the sentence or two below it. alternative: another
/// headline for another use (short, web, search).
enum class HeadlineRole : std::uint8_t { main, kicker, deck, alternative };

struct Headline {
    HeadlineRole role = HeadlineRole::main;
    std::string text{};  ///< one line: lines of the source are joined with a space

    friend bool operator==(const Headline&, const Headline&) = default;
};

}  // namespace galley
