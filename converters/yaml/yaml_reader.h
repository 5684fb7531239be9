#pragma once

#include "galley/reader.h"

namespace galley {

/// Reads the schema of SCHEMA.md, strictly. A document without a `source` was written by hand: the YAML file is its
/// source.
class YamlReader final : public Reader {
public:
    [[nodiscard]] Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override;
};

}  // namespace galley
