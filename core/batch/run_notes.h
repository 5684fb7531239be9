#pragma once

#include "galley/diagnostic.h"

#include <string>

namespace galley::batch {

/// What a run says of its earlier parts: the story called `name` ended the process.
[[nodiscard]] Diagnostic crashed_before(const std::string& name, bool skipped);

/// The failure of a story that ended the process before and is passed over.
[[nodiscard]] Diagnostic not_tried_again(const std::string& name);

/// The file that describes the run is not the one it was begun with.
[[nodiscard]] Diagnostic configuration_changed();

}  // namespace galley::batch
