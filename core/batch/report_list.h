#pragma once

#include "core/batch/markup.h"
#include "core/batch/run_statistics.h"

#include <string>

namespace galley::batch {

/// The section of a report page with the list of stories: its filters, and where the script puts the rows.
void write_list(const RunStatistics& statistics, Markup& html);

/// The list itself and its script, for the end of the page.
void write_list_script(const RunStatistics& statistics, std::string& page);

/// What the page lets a browser do: its own style, its own script and nothing else.
[[nodiscard]] std::string content_security_policy();

}  // namespace galley::batch
