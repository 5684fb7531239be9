#pragma once

#include "converters/newsml/g2_read.h"
#include "converters/newsml/xml_children.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace galley::newsml {

/// The text of the child called `name`, on one line.
[[nodiscard]] inline std::string newsml1_line(const XmlNode& node, std::string_view name) {
    const XmlNode* child = find_child(node, name);
    return child != nullptr ? line_in(*child) : std::string();
}

/// The FormalName of the child called `name`.
[[nodiscard]] inline std::string_view newsml1_formal_name(const XmlNode& node, std::string_view name) {
    const XmlNode* child = find_child(node, name);
    return child != nullptr ? utf8::trim(child->value_of("FormalName")) : std::string_view();
}

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    });
    return result;
}

/// MimeType in lower case: its FormalName in NewsML 1.2, its text in the feeds of some.
[[nodiscard]] inline std::string newsml1_mime_type(const XmlNode& item) {
    const std::string text = newsml1_line(item, "MimeType");
    return lower_ascii(text.empty() ? newsml1_formal_name(item, "MimeType") : std::string_view(text));
}

}  // namespace galley::newsml
