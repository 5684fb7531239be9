#pragma once

#include "galley/dateline.h"
#include "galley/export.h"
#include "galley/found.h"

#include <string>

namespace GALLEY_API galley {

/// `dateline` in words: as it was printed, else made of its places and agencies: "LA CROSSE, Wis. / PARIS (AP)".
[[nodiscard]] std::string dateline_text(const Found<Dateline>& dateline);

}  // namespace galley
