#pragma once

#include "galley/host.h"
#include "galley/option.h"
#include "galley/result.h"
#include "galley/writer.h"

#include <memory>

namespace galley::newsml {

/// Writes one story as a newsItem, several as a newsMessage (and one, too, when the option says so).
[[nodiscard]] Result<std::unique_ptr<Writer>> make_newsml_writer(const OptionValues& options, const Host& host);

}  // namespace galley::newsml
