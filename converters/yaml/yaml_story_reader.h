#pragma once

#include "core/convert/yaml_values.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/diagnostic.h"
#include "galley/document.h"

#include <optional>
#include <string_view>

namespace galley {

/// A document as the schema has it (SCHEMA.md). What does not fit is said into `diagnostics`, each with its line in the
/// source called `name`: `yaml.unknown-key`, `yaml.bad-value`, `yaml.unknown-version`. Nothing when anything was.
[[nodiscard]] std::optional<Document> read_yaml_story(std::string_view name, const YamlNode& root,
                                                      Diagnostics& diagnostics);

}  // namespace galley
