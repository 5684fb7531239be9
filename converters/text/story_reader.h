#pragma once

#include "converters/text/conventions.h"
#include "converters/text/text_options.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/reader.h"
#include "galley/result.h"

#include <string>
#include <string_view>

namespace galley::text {

/// Reads every story of `bytes`, the whole of the source called `name`, and hands each over before it reads the next;
/// all spans count from the start of the source. There is one, unless `divide_mailbox` or `divide_stories` find proof
/// of several; one of several that has no text becomes an error in the context's diagnostics. Fails as `make_reader`
/// says of reading, and as `on_story` does.
[[nodiscard]] Result<> read_stories(std::string_view name, std::string_view bytes, const Conventions& conventions,
                                    const ReadOptions& options, const OnStory& on_story, Context& context);

/// Reads one story out of `bytes`, the whole of the source called `name`. Fails as `make_reader` says of reading.
[[nodiscard]] Result<Document> read_story(std::string_view name, std::string_view bytes, const Conventions& conventions,
                                          const ReadOptions& options, Context& context);

}  // namespace galley::text
