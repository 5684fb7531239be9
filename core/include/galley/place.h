#pragma once

#include "galley/export.h"

#include <string>

namespace GALLEY_API galley {

/// A place as a dateline names it. What was not stated stays empty: no country is looked up.
struct Place {
    std::string name{};     ///< "La Crosse"
    std::string region{};   ///< state, province or the like as printed: "Wis.", "Alberta"
    std::string country{};  ///< as printed: "Argentina"

    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace galley
