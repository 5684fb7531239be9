#pragma once

#include "core/batch/premis_record.h"
#include "core/batch/story_result.h"
#include "galley/format.h"

#include <string>
#include <string_view>

namespace galley::batch {

/// The outputs of a story with what the journal tells of them. In a bag they stand in its payload, each kind in a
/// folder of its own (RFC 8493, 2.1.2).
[[nodiscard]] Output rendition_output(const std::string& name, const Format& format, std::string_view bytes,
                                      bool in_bag);

/// An item's own bytes, which only bags keep.
[[nodiscard]] Output original_output(const std::string& name, std::string_view bytes);

/// The PREMIS record of `result`, whose other outputs are there.
[[nodiscard]] Output premis_output(const std::string& name, const StoryResult& result, const PremisRun& run,
                                   bool in_bag);

}  // namespace galley::batch
