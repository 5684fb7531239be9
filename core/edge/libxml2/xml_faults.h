#pragma once

#include "core/edge/libxml2/xml_text.h"
#include "galley/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace galley {

// What the parser refuses, as it is told.

[[nodiscard]] Diagnostic xml_malformed(const XmlText& text, std::string fault, std::uint64_t offset);
[[nodiscard]] Diagnostic xml_entity(const XmlText& text, std::string_view name, std::uint64_t offset);
[[nodiscard]] Diagnostic xml_too_large(const XmlText& text, std::uint64_t limit);
[[nodiscard]] Diagnostic xml_crowded(const XmlText& text);

}  // namespace galley
