#include "galley/batch_report.h"

#include "core/batch/json_writer.h"
#include "core/batch/report_page.h"
#include "core/batch/run_statistics.h"
#include "galley/try.h"
#include "galley/version.h"

namespace galley {

namespace {

/// As Archivematica judges: a run that did some of its stories passed in part.
std::string_view judge(const BatchSummary& summary) {
    if (summary.done == 0 || !summary.complete) {
        return "fail";
    }
    return summary.failed > 0 ? "partial pass" : "pass";
}

/// The members that Archivematica's validation commands print; unknown ones it passes over.
std::string archivematica_report(const batch::RunStatistics& statistics) {
    const BatchSummary& summary = statistics.summary;
    std::string counts;
    for (const auto& [status, stories] : statistics.statuses) {
        counts += std::to_string(stories) + " " + status + ", ";
    }
    std::string said;
    for (const auto& [code, total] : statistics.codes) {
        said += total.severity + " " + code + ": " + std::to_string(total.stories) +
                (total.stories == 1 ? " story\n" : " stories\n");
    }
    std::string report;
    batch::JsonWriter(report)
        .begin_object()
        .text("eventOutcomeInformation", judge(summary))
        .text("eventOutcomeDetailNote", counts + std::to_string(summary.warned) +
                                            " of those done with warnings; the run is " +
                                            (summary.complete ? "complete" : "not complete") +
                                            "; program=\"galley\"; version=\"" + std::string(version()) + "\"")
        .text("stdout", said)
        .end_object();
    return report + "\n";
}

}  // namespace

Result<std::string> report_batches(const std::vector<std::string>& paths, BatchReport report, std::stop_token stop) {
    batch::RunStatistics statistics;
    for (const std::string& path : paths) {
        GALLEY_CHECK(statistics.add(path, stop));
    }
    return report == BatchReport::page ? batch::report_page(statistics) : archivematica_report(statistics);
}

}  // namespace galley
