#pragma once

#include "converters/newsml/model_parts.h"

namespace galley::newsml {

/// Puts into each rightsInfo of the item `kept` what the one in the same place in `made` says otherwise, and leaves the
/// rest of it. False, and nothing is done, where the one has more of them for the model than the other.
[[nodiscard]] bool renew_rights(XmlNode& kept, XmlNode& made, const ReadPart& read);

}  // namespace galley::newsml
