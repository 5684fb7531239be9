#pragma once

#include "galley/context.h"
#include "galley/convert.h"

namespace galley {

/// Hands `document` to `session`, lowered to what the format can hold. A copy made for that stands for the original in
/// whatever the session renders inside.
[[nodiscard]] Result<> write_story(const Document& document, const Format& format, WriterSession& session,
                                   Context& context);

}  // namespace galley
