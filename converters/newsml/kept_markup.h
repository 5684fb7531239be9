#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/document.h"

#include <string_view>

namespace galley::newsml {

/// Names of the formats whose extras these are, as `Extra::format`.
inline constexpr std::string_view newsml_name = "newsml-g2";
inline constexpr std::string_view nitf_name = "nitf";

/// Keeps the markup of the element a document was read from, so that writing it again in `format` loses nothing the
/// model has no place for. `markup` is where the element stood in its text.
void keep_markup(const XmlNode& element, std::string_view markup, std::string_view format, Document& document);

/// What `keep_markup` kept, or null.
[[nodiscard]] const Extra* find_markup(const Document& document, std::string_view format);

/// True when `markup` means the same wherever it stands, once what `element` inherits is declared in it.
[[nodiscard]] bool stands_alone(const XmlNode& element, std::string_view markup);

}  // namespace galley::newsml
