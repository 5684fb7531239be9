#include "core/batch/report_page.h"

#include "core/batch/markup.h"
#include "core/batch/report_figures.h"
#include "core/batch/report_list.h"
#include "core/batch/report_numbers.h"
#include "core/batch/report_style.h"
#include "galley/iso_date.h"

#include <algorithm>

namespace galley::batch {

namespace {

class ReportPage {
public:
    explicit ReportPage(const RunStatistics& statistics) : told_(statistics), html_(page_), table_(html_) {}

    std::string write() && {
        page_ = "<!DOCTYPE html>\n";
        html_.open("html", {{"lang", "en"}}).open("head");
        page_ += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        page_ += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + content_security_policy() + "\">\n";
        html_.leaf("title", title());
        page_ += "<style>\n";
        page_ += report_style;
        page_ += "\n</style>\n";
        html_.close().open("body").open("main");
        html_.leaf("h1", title());
        write_runs();
        write_totals();
        write_failures();
        write_list(told_, html_);
        write_figures(told_, html_);
        html_.close();
        write_list_script(told_, page_);
        html_.close().close();
        return std::move(page_);
    }

private:
private:
    [[nodiscard]] std::string title() const {
        const std::string first = told_.runs.empty() ? "" : told_.runs.front().path;
        return "Run " + first +
               (told_.runs.size() > 1 ? " and " + std::to_string(told_.runs.size() - 1) + " more" : "");
    }

    void write_runs() {
        if (told_.runs.empty()) {
            return;
        }
        const RunHeader& header = told_.runs.front().header;
        std::string formats;
        for (const std::string& format : header.formats) {
            formats += (formats.empty() ? "" : ", ") + format;
        }
        const auto clock = std::chrono::sys_seconds(std::chrono::seconds(header.clock));
        html_.leaf("p", "Into " + formats + " by galley " + header.version + ", under the clock " +
                            iso_date(to_partial_date(clock)) + ". Settings " + header.settings.substr(0, 16) + ".");
        const auto open = std::ranges::count(told_.runs, false, &ToldRun::complete);
        if (open > 0) {
            html_.leaf("p",
                       told_.runs.size() == 1 ? "This run is not complete; it goes on with --resume."
                                              : std::to_string(open) + " of " + std::to_string(told_.runs.size()) +
                                                    " runs are not complete; they go on with --resume.",
                       {{"class", "bad"}});
        }
    }

    void write_total(std::string_view name, const std::string& value, bool bad = false) {
        html_.open("div").leaf("dt", name);
        bad ? html_.leaf("dd", value, {{"class", "bad"}}) : html_.leaf("dd", value);
        html_.close();
    }

    void write_totals() {
        const BatchSummary& summary = told_.summary;
        html_.open("dl", {{"class", "totals"}});
        write_total("stories", grouped(summary.records - summary.skipped));
        write_total("done", grouped(summary.done));
        write_total("of these with warnings", grouped(summary.warned));
        write_total("failed", grouped(summary.failed), summary.failed > 0);
        write_total("passed over", grouped(summary.skipped));
        write_total("bytes of outputs", grouped(summary.output_bytes));
        html_.close();
    }

    /// Grouped by code, each group to be unfolded.
    void write_failures() {
        if (told_.summary.failed == 0) {
            return;
        }
        html_.open("section").leaf("h2", "What failed");
        std::map<std::string, std::vector<const FailedStory*>> by_code;
        for (const FailedStory& failure : told_.failures) {
            by_code[failure.code].push_back(&failure);
        }
        for (const auto& [code, failures] : by_code) {
            html_.open("details").leaf("summary", code + ": " + grouped(failures.size()));
            table_.begin("Stories that failed with " + code, {{"story"}, {"why"}});
            for (const FailedStory* failure : failures) {
                const std::string number = failure->story > 1 ? ", story " + std::to_string(failure->story) : "";
                html_.open("tr")
                    .leaf("th", failure->name + number, {{"scope", "row"}, {"dir", "auto"}})
                    .leaf("td", failure->message)
                    .close();
            }
            table_.end();
            html_.close();
        }
        if (told_.summary.failed > told_.failures.size()) {
            html_.leaf("p", "The first " + grouped(told_.failures.size()) + " of " + grouped(told_.summary.failed) +
                                " are listed; the journal has all of them.");
        }
        html_.close();
    }

    const RunStatistics& told_;
    std::string page_;
    Markup html_;
    ReportTable table_;
};

}  // namespace

std::string report_page(const RunStatistics& statistics) { return ReportPage(statistics).write(); }

}  // namespace galley::batch
