#pragma once

#include "core/batch/run_statistics.h"

#include <string>

namespace galley::batch {

/// One HTML page about the runs: what failed, what was said, formats, languages, encodings, confidence, speed, the slowest stories. It
/// needs no scripts, fonts or network, follows the reader's light or dark theme, and is headings, lists and tables to a screen reader:
/// every bar stands beside its number.
[[nodiscard]] std::string report_page(const RunStatistics& statistics);

}  // namespace galley::batch
