#pragma once

#include "core/batch/markup.h"
#include "core/batch/report_table.h"
#include "core/batch/run_statistics.h"

namespace galley::batch {

/// The sections of a report page that count: what was said, formats, languages, encodings, confidence, outputs, speed,
/// the slowest stories. Each figure stands in a table; bars only repeat it.
void write_figures(const RunStatistics& statistics, Markup& html);

}  // namespace galley::batch
