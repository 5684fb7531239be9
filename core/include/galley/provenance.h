#pragma once

#include "galley/export.h"
#include "galley/partial_date.h"

#include <string>
#include <vector>

namespace GALLEY_API galley {

/// Something that happened to the story on its way.
struct ProvenanceEvent {
    std::string action{};  ///< "received", "converted", "repaired"
    std::string agent{};   ///< who or what did it
    PartialDate when{};
    std::string detail{};

    friend bool operator==(const ProvenanceEvent&, const ProvenanceEvent&) = default;
};

struct Provenance {
    std::string generator{};  ///< program that made the source, with its version, where the source says
    std::vector<ProvenanceEvent> events{};

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace galley
