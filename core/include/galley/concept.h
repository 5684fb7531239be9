#pragma once

#include "galley/export.h"

#include <string>

namespace GALLEY_API galley {

/// A term of a vocabulary: a subject, a genre, a signal, a status. At least one member is set.
struct Concept {
    std::string qcode{};  ///< scheme alias and code: "medtop:04000000", "sig:update"
    std::string uri{};
    std::string name{};  ///< for people
    std::string type{};  ///< QCode of what kind of thing it is: "cpnat:abstract"

    friend bool operator==(const Concept&, const Concept&) = default;
};

}  // namespace galley
