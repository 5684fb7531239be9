#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <functional>
#include <string>

namespace galley::newsml {

using OnNitfFault = std::function<void(const XmlNode& at, std::string message)>;

/// Checks the elements of NITF 3.6 below `root`: their order, what must be there, and the form of `norm` dates. In any
/// namespace or none, as `root` is.
void lint_nitf(const XmlNode& root, const OnNitfFault& on_fault, const OnNitfFault& on_norm);

}  // namespace galley::newsml
