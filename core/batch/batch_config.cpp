#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/batch.h"
#include "galley/try.h"

#include <span>

namespace galley {

namespace {

std::unexpected<Diagnostic> bad_config(Where where, std::string message, std::string hint) {
    return fail({.cause = Cause::usage,
                 .code = "batch.bad-config",
                 .message = std::move(message),
                 .where = std::move(where),
                 .hints = {std::move(hint)}});
}

}  // namespace

Result<std::vector<BatchConfigEntry>> read_batch_config(std::string_view name, std::string_view yaml) {
    GALLEY_TRY(const YamlNode config, read_yaml(name, yaml));
    if (!config.is_mapping()) {
        return bad_config(config.where(name), "'" + std::string(name) + "' is no mapping of options to values",
                          "write lines like: jobs: 4");
    }
    std::vector<BatchConfigEntry> entries;
    for (const YamlEntry& entry : config.entries) {
        BatchConfigEntry read{.key = entry.key, .values = {}, .where = entry.where(name)};
        const std::span<const YamlNode> nodes =
            entry.value.is_sequence() ? std::span(entry.value.items) : std::span(&entry.value, 1);
        for (const YamlNode& node : nodes) {
            if (!node.is_scalar()) {
                return bad_config(node.where(name), "'" + entry.key + "' takes a value or a list of values",
                                  "write them as on the command line");
            }
            read.values.push_back(node.text);
        }
        entries.push_back(std::move(read));
    }
    return entries;
}

}  // namespace galley
