#pragma once

#include "core/edge/libxml2/xml_parser.h"
#include "galley/try.h"

#include <string_view>

namespace galley::test {

/// What `parse_xml` says of `bytes`, where they break the schema with the rest.
[[nodiscard]] inline Result<> check_by_schema(const XmlSchema& schema, std::string_view name, std::string_view bytes,
                                              Context& context) {
    GALLEY_TRY(XmlText text, XmlText::of_bytes(name, bytes, context.diagnostics()));
    XmlTree tree;
    GALLEY_CHECK(parse_xml(text, tree, {.schema = &schema, .schema_faults = &context.diagnostics()}, context));
    return {};
}

}  // namespace galley::test
