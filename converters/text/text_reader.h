#pragma once

#include "galley/host.h"
#include "galley/option.h"
#include "galley/reader.h"

#include <memory>

namespace galley::text {

/// A reader of newsroom copy. A source is one story, or the several transmissions or mails that it
/// proves to hold. Loads the conventions file the options name from `host`.
///
/// Reading fails with `text.empty` when there is no text, as `decode` does, with `limit.story-bytes` and
/// `limit.blocks`. Making the reader fails as `Host::load` and `ConventionBuilder::add_file` do.
[[nodiscard]] Result<std::unique_ptr<Reader>> make_reader(const OptionValues& options, const Host& host);

}  // namespace galley::text
