#pragma once

#include "converters/text/conventions.h"
#include "converters/text/text_options.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

#include <string>
#include <string_view>

namespace galley::text {

/// Reads one story out of `bytes`, the whole of the source called `name`. Fails as `make_reader` says of reading.
[[nodiscard]] Result<Document> read_story(std::string_view name, std::string_view bytes, const Conventions& conventions,
                                          const ReadOptions& options, Context& context);

}  // namespace galley::text
