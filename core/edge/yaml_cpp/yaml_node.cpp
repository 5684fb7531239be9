#include "core/edge/yaml_cpp/yaml_node.h"

#include <algorithm>

namespace galley {

const YamlNode* YamlNode::find(std::string_view key) const {
    const auto found = std::ranges::find(entries, key, &YamlEntry::key);
    return found == entries.end() ? nullptr : &found->value;
}

Where YamlNode::where(std::string_view name) const {
    return {.source = std::string(name), .line = line, .column = column};
}

Where YamlEntry::where(std::string_view name) const {
    return {.source = std::string(name), .line = line, .column = column};
}

std::string_view name_of(YamlKind kind) {
    switch (kind) {
        case YamlKind::null: return "nothing";
        case YamlKind::scalar: return "a value";
        case YamlKind::sequence: return "a list";
        case YamlKind::mapping: return "a mapping";
    }
    return {};
}

}  // namespace galley
