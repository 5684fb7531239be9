#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <set>
#include <string>
#include <string_view>

namespace galley {

inline bool is_blank(const XmlNode& node) {
    return node.kind == XmlKind::text && node.value.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

inline std::string text_of_attributes(const XmlNode& node) {
    std::set<std::string> all;
    for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
        all.insert(std::string(at->name_space) + "|" + std::string(at->name) + "=" + std::string(at->value));
    }
    std::string joined;
    for (const std::string& each : all) {
        joined += each + "\n";
    }
    return joined;
}

/// Equal but for white space between elements, the order of attributes, prefixes, and elements whose name is in `but`,
/// with what they hold.
inline bool same_tree(const XmlNode& left, const XmlNode& right, const std::set<std::string_view>& but = {}) {
    if (left.kind != right.kind || left.name != right.name || left.name_space != right.name_space ||
        left.value != right.value || text_of_attributes(left) != text_of_attributes(right)) {
        return false;
    }
    const auto is_passed = [&](const XmlNode& node) {
        return is_blank(node) || (node.kind == XmlKind::element && but.contains(node.name));
    };
    const XmlNode* a = left.first;
    const XmlNode* b = right.first;
    for (;; a = a->next, b = b->next) {
        while (a != nullptr && is_passed(*a)) {
            a = a->next;
        }
        while (b != nullptr && is_passed(*b)) {
            b = b->next;
        }
        if (a == nullptr || b == nullptr) {
            return a == b;
        }
        if (!same_tree(*a, *b, but)) {
            return false;
        }
    }
}

}  // namespace galley
