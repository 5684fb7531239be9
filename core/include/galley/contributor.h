#pragma once

#include "galley/export.h"

#include <cstdint>
#include <string>

namespace GALLEY_API galley {

enum class ContributorKind : std::uint8_t { unknown, person, organisation, desk, agency };

/// Someone who made the story or supplied it.
///
/// `name` is kept whole: it is never split into given and family name. `kind` is unknown unless something proves it.
struct Contributor {
    ContributorKind kind = ContributorKind::unknown;
    std::string name{};
    std::string role{};         ///< what they did: "writer", "photographer", "editing"
    std::string job_title{};    ///< "Staff Reporter", "Political Correspondent"
    std::string affiliation{};  ///< whom they work for: "Reuters", "Associated Press"
    std::string identifier{};   ///< a URI or QCode of the party, where the source gives one

    friend bool operator==(const Contributor&, const Contributor&) = default;
};

}  // namespace galley
