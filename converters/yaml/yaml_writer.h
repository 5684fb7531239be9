#pragma once

#include "galley/writer.h"

namespace galley {

/// Writes each story as one document of a YAML stream, so that outputs may be put behind one another.
class YamlWriter final : public Writer {
public:
    [[nodiscard]] Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const override;
};

}  // namespace galley
