#pragma once

#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_tree.h"

#include <functional>
#include <string>
#include <string_view>

namespace galley::newsml {

using OnNitfFault = std::function<void(const XmlNode& at, std::string message)>;

/// Checks `root`, a `nitf` in any namespace or none, against NITF 3.6.
void lint_nitf(const XmlNode& root, const OnSchemaFault& on_fault);

/// The rule that a fault of NITF breaks, by its code.
[[nodiscard]] std::string_view nitf_rule(SchemaFaultKind kind);

/// Tells of `norm` dates below `root` that are not ISO 8601's basic form.
void lint_norm_dates(const XmlNode& root, const OnNitfFault& on_norm);

}  // namespace galley::newsml
