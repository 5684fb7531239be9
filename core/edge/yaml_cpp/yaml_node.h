#pragma once

#include "galley/diagnostic.h"
#include "galley/export.h"
#include "galley/limits.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

enum class YamlKind : std::uint8_t { null, scalar, sequence, mapping };

struct YamlEntry;

/// A node of a YAML document, with its place. Aliases are resolved: a node belongs to one tree.
struct YamlNode {
    YamlKind kind = YamlKind::null;
    bool quoted = false;       ///< a scalar in quotes, a block scalar or one tagged !!str: text whatever it looks like
    std::uint32_t line = 0;    ///< from 1
    std::uint32_t column = 0;  ///< from 1, in characters
    std::string text;          ///< of a scalar: valid UTF-8
    std::vector<YamlNode> items;     ///< of a sequence
    std::vector<YamlEntry> entries;  ///< of a mapping, in the order written; keys differ

    [[nodiscard]] bool is_null() const { return kind == YamlKind::null; }
    [[nodiscard]] bool is_scalar() const { return kind == YamlKind::scalar; }
    [[nodiscard]] bool is_sequence() const { return kind == YamlKind::sequence; }
    [[nodiscard]] bool is_mapping() const { return kind == YamlKind::mapping; }

    /// The value of `key`; null when there is none or this is no mapping. Looks at the keys one by one.
    [[nodiscard]] const YamlNode* find(std::string_view key) const;

    /// The place of this node in the source called `name`.
    [[nodiscard]] Where where(std::string_view name) const;
};

/// One key of a mapping with its value. Keys are scalars; `line` and `column` are the key's.
struct YamlEntry {
    std::string key;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    YamlNode value;

    [[nodiscard]] Where where(std::string_view name) const;
};

/// "nothing", "a value", "a list", "a mapping": for messages.
[[nodiscard]] std::string_view name_of(YamlKind kind);

/// Reads `text`, which holds one YAML document or none (then the result is null); a byte order mark is passed over.
/// `name` is the source's, for messages; lines count from `first_line`.
///
/// Fails with `yaml.syntax`, `yaml.not-utf8`, `yaml.duplicate-key`, `yaml.bad-key` (a key that is no scalar),
/// `yaml.unsupported-tag`, `yaml.many-documents`, `yaml.too-deep` (more than `limits.depth` collections in one another;
/// the library itself ends at `deepest_yaml`), `yaml.too-large` (more than `limits.story_bytes` bytes, or far more
/// nodes than `limits.blocks`) and `yaml.alias-expansion` (aliases that multiply the input by more than
/// `limits.expansion`, or hold themselves). Thread-safe.
[[nodiscard]] Result<YamlNode> read_yaml(std::string_view name, std::string_view text, const Limits& limits = {},
                                         std::uint32_t first_line = 1);

/// Collections inside one another that yaml-cpp's parser takes at most: its guard is at 500, some of which it needs
/// itself.
inline constexpr std::uint32_t deepest_yaml = 480;

}  // namespace galley
