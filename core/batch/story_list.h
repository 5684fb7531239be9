#pragma once

#include "core/batch/run_statistics.h"

#include <string>

namespace galley::batch {

/// What the script of a report page (report_script.h) lists, as JSON that may stand inside an element `script`:
///
///     {"outcomes": [name…], "formats": […], "encodings": […], "languages": […], "codes": […], "kinds": […], "methods":
///     […], "severities": […],
///      "runs": [path…],
///      "stories": [[run, name, story, outcome, format, encoding, language, confidence, [code…], warned, detail]…]}
///     detail: [[[kind, value, method, confidence, part, is in the text]…], [[severity, code, message, line, column]…],
///     [piece…]] piece: [segment…], a segment is a string, or [string, value…] where values were found in it, the
///     widest first
///
/// Numbers stand for places in the lists of names, null for none. Stories are in the order of the source. `detail` is 0
/// where the page would grow too large; those that want looking at most have theirs.
[[nodiscard]] std::string story_list(const RunStatistics& statistics);

}  // namespace galley::batch
