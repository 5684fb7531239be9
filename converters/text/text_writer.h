#pragma once

#include "galley/host.h"
#include "galley/option.h"
#include "galley/result.h"
#include "galley/writer.h"

#include <memory>

namespace galley::text {

/// A writer of newsroom copy in UTF-8: headline, byline and date, then the text; a blank line between paragraphs, LF
/// line ends.
[[nodiscard]] Result<std::unique_ptr<Writer>> make_writer(const OptionValues& options, const Host& host);

}  // namespace galley::text
