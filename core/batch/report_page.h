#pragma once

#include "core/batch/run_statistics.h"

#include <string>

namespace galley::batch {

/// One HTML page about the runs: what failed, a list of stories to filter and open, what was said, formats, languages,
/// encodings, confidence, speed, the slowest stories. It needs no network and no fonts, and only the list needs its
/// script, which is the only one that the page lets run. It follows the reader's light or dark theme, and is headings,
/// lists, tables and buttons to a keyboard and a screen reader: every bar stands beside its number.
[[nodiscard]] std::string report_page(const RunStatistics& statistics);

}  // namespace galley::batch
