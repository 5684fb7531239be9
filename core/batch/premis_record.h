#pragma once

#include "core/batch/story_result.h"

#include <chrono>
#include <string>

namespace galley::batch {

/// What a story's PREMIS record says of its run.
struct PremisRun {
    std::chrono::sys_seconds clock{};
    bool full_check = false;  ///< outputs also passed their formats' validators
};

/// What was done with a story, in PREMIS 3 (namespace http://www.loc.gov/premis/v3): the story and its renditions as
/// objects, with digests, sizes, formats and what is derived from what; capture, format identification, normalization
/// and validation as events with their outcomes; the program as the agent. Depends on its arguments alone.
[[nodiscard]] std::string premis_record(const StoryResult& result, const PremisRun& run);

}  // namespace galley::batch
