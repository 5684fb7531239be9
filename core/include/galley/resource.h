#pragma once

#include "galley/export.h"
#include "galley/extra.h"

#include <optional>
#include <string>
#include <vector>

namespace GALLEY_API galley {

/// A picture, sound or film the body refers to.
struct Resource {
    std::string id{};  ///< what `Figure::resource` names; unique in its document
    std::string media_type{};
    std::string href{};  ///< where it is; empty when only `bytes` are at hand
    std::string title{};
    std::optional<std::string> bytes{};
    Extras extra{};

    friend bool operator==(const Resource&, const Resource&) = default;
};

using Resources = std::vector<Resource>;

}  // namespace galley
