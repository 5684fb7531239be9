#pragma once

#include "galley/export.h"
#include "galley/result.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace GALLEY_API galley {

/// For whom the outcome of runs is told.
enum class BatchReport : std::uint8_t {
    page,  ///< for people: one HTML page that needs nothing else: no network; its own script lists stories, the rest is
           ///< there without
    archivematica  ///< for Archivematica: one JSON object with eventOutcomeInformation, eventOutcomeDetailNote and
                   ///< stdout
};

/// Tells what the runs at `paths` (folders, bags, tars; the shards of one run) came to, all together, from their
/// journals and what stands beside them alone. Complete or not makes no difference but for what is said. Memory does
/// not grow with the number of stories but for 16 bytes a second of work; lists are cut, and say so. How long things
/// took is no part of a journal's sameness, so two reports of equal runs may differ in their times. Fails with
/// `batch.not-a-batch`, `batch.bad-journal` and `input.*`.
[[nodiscard]] Result<std::string> report_batches(const std::vector<std::string>& paths, BatchReport report,
                                                 std::stop_token stop = {});

}  // namespace galley
