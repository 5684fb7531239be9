#pragma once

#include "galley/export.h"
#include "galley/found.h"
#include "galley/partial_date.h"
#include "galley/place.h"

#include <optional>
#include <string>
#include <vector>

namespace GALLEY_API galley {

/// Where, when and by which agency the story was filed. The words as printed are `Found<Dateline>::raw`.
///
/// The dateline stays in the text of the first paragraph, too; `Dateline` is its metadata.
struct Dateline {
    std::vector<Found<Place>> places{};  ///< in the order printed
    std::optional<Found<PartialDate>> date{};
    std::vector<Found<std::string>> agencies{};  ///< in the order printed

    friend bool operator==(const Dateline&, const Dateline&) = default;
};

}  // namespace galley
