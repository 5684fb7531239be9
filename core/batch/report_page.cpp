#include "core/batch/report_page.h"

#include "core/batch/markup.h"
#include "core/batch/report_numbers.h"
#include "core/batch/report_style.h"
#include "galley/iso_date.h"

#include <algorithm>

namespace galley::batch {

namespace {

struct Column {
    std::string_view name{};
    bool is_number = false;
};

/// A row of a table of numbers.
struct Row {
    std::string name;
    std::uint64_t number;
};

class ReportPage {
public:
    explicit ReportPage(const RunStatistics& statistics) : told_(statistics), html_(page_) {}

    std::string write() && {
        page_ = "<!DOCTYPE html>\n";
        html_.open("html", {{"lang", "en"}}).open("head");
        page_ += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        html_.leaf("title", title());
        page_ += "<style>\n";
        page_ += report_style;
        page_ += "\n</style>\n";
        html_.close().open("body").open("main");
        html_.leaf("h1", title());
        write_runs();
        write_totals();
        write_failures();
        write_codes();
        write_source();
        write_confidence();
        write_renditions();
        write_speed();
        write_slowest();
        html_.close().close().close();
        return std::move(page_);
    }

private:
    [[nodiscard]] std::string title() const {
        const std::string first = told_.runs.empty() ? "" : told_.runs.front().path;
        return "Run " + first + (told_.runs.size() > 1 ? " and " + std::to_string(told_.runs.size() - 1) + " more" : "");
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
        html_.leaf("p", "Into " + formats + " by galley " + header.version + ", under the clock " + iso_date(to_partial_date(clock)) +
                            ". Settings " + header.settings.substr(0, 16) + ".");
        const auto open = std::ranges::count(told_.runs, false, &ToldRun::complete);
        if (open > 0) {
            html_.leaf("p", told_.runs.size() == 1 ? "This run is not complete; it goes on with --resume."
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

    void begin_table(std::string_view caption, std::initializer_list<Column> columns) {
        html_.open("table").leaf("caption", caption).open("thead").open("tr");
        for (const Column& column : columns) {
            column.is_number ? html_.leaf("th", column.name, {{"scope", "col"}, {"class", "n"}})
                             : html_.leaf("th", column.name, {{"scope", "col"}});
        }
        html_.close().close().open("tbody");
    }

    void end_table() { html_.close().close(); }

    void write_bar(std::uint64_t part, std::uint64_t whole) {
        const std::string width = "width: " + percent(part, std::max<std::uint64_t>(whole, 1));
        std::string tight = width;
        std::erase(tight, ' ');
        html_.open("td", {{"class", "bar"}, {"aria-hidden", "true"}}).leaf("span", "", {{"style", tight}}).close();
    }

    /// Names with their numbers, the largest first.
    void write_counts(std::string_view caption, std::string_view what, const std::map<std::string, std::uint64_t>& counts) {
        if (counts.empty()) {
            return;
        }
        std::vector<Row> rows;
        std::uint64_t all = 0;
        for (const auto& [name, number] : counts) {
            rows.push_back({name, number});
            all += number;
        }
        std::ranges::stable_sort(rows, std::ranges::greater(), &Row::number);
        begin_table(caption, {{what}, {"stories", true}, {"share", true}, {}});
        for (const Row& row : rows) {
            html_.open("tr").leaf("th", row.name, {{"scope", "row"}}).leaf("td", grouped(row.number), {{"class", "n"}});
            html_.leaf("td", percent(row.number, all), {{"class", "n"}});
            write_bar(row.number, rows.front().number);
            html_.close();
        }
        end_table();
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
            begin_table("Stories that failed with " + code, {{"story"}, {"why"}});
            for (const FailedStory* failure : failures) {
                const std::string number = failure->story > 1 ? ", story " + std::to_string(failure->story) : "";
                html_.open("tr").leaf("th", failure->name + number, {{"scope", "row"}, {"dir", "auto"}}).leaf("td", failure->message).close();
            }
            end_table();
            html_.close();
        }
        if (told_.summary.failed > told_.failures.size()) {
            html_.leaf("p", "The first " + grouped(told_.failures.size()) + " of " + grouped(told_.summary.failed) +
                                " are listed; the journal has all of them.");
        }
        html_.close();
    }

    void write_codes() {
        if (told_.codes.empty()) {
            return;
        }
        html_.open("section").leaf("h2", "What was said");
        std::vector<std::pair<std::string, const CodeTotal*>> rows;
        for (const auto& [code, total] : told_.codes) {
            rows.emplace_back(code, &total);
        }
        std::ranges::stable_sort(rows, std::ranges::greater(), [](const auto& row) { return row.second->stories; });
        begin_table("Errors, warnings and notes by code", {{"code"}, {"severity"}, {"stories", true}, {"times", true}, {"for example"}});
        for (const auto& [code, total] : rows) {
            html_.open("tr")
                .leaf("th", code, {{"scope", "row"}})
                .leaf("td", total->severity)
                .leaf("td", grouped(total->stories), {{"class", "n"}})
                .leaf("td", grouped(total->times), {{"class", "n"}})
                .leaf("td", total->example, {{"dir", "auto"}})
                .close();
        }
        end_table();
        html_.close();
    }

    void write_source() {
        if (told_.source_formats.empty()) {
            return;
        }
        html_.open("section").leaf("h2", "What was read");
        write_counts("Stories by format", "format", told_.source_formats);
        write_counts("Stories by language", "language", told_.languages);
        write_counts("Stories by encoding", "encoding", told_.encodings);
        html_.close();
    }

    void write_histogram(std::string_view caption, const ConfidenceHistogram& histogram) {
        const std::uint64_t most = std::ranges::max(histogram);
        if (most == 0) {
            return;
        }
        begin_table(caption, {{"confidence"}, {"stories", true}, {}});
        for (std::size_t tens = histogram.size(); tens-- > 0;) {
            const std::string range = std::to_string(tens * 10) + " to " + std::to_string(tens == 9 ? 100 : tens * 10 + 9);
            html_.open("tr").leaf("th", range, {{"scope", "row"}}).leaf("td", grouped(histogram[tens]), {{"class", "n"}});
            write_bar(histogram[tens], most);
            html_.close();
        }
        end_table();
    }

    void write_confidence() {
        html_.open("section").leaf("h2", "How sure it was");
        write_histogram("Confidence that the format is the one that was found", told_.format_confidence);
        write_histogram("Confidence that the encoding is the one that was found", told_.encoding_confidence);
        html_.close();
    }

    void write_renditions() {
        if (told_.renditions.empty()) {
            return;
        }
        html_.open("section").leaf("h2", "What was made");
        begin_table("Outputs by format", {{"format"}, {"outputs", true}, {"bytes", true}, {"bytes each", true}});
        for (const auto& [format, total] : told_.renditions) {
            html_.open("tr")
                .leaf("th", format, {{"scope", "row"}})
                .leaf("td", grouped(total.outputs), {{"class", "n"}})
                .leaf("td", grouped(total.bytes), {{"class", "n"}})
                .leaf("td", grouped(total.bytes / std::max<std::uint64_t>(total.outputs, 1)), {{"class", "n"}})
                .close();
        }
        end_table();
        html_.close();
    }

    /// Stories a second in equal pieces of the time of work.
    [[nodiscard]] std::vector<double> rates(std::size_t pieces) const {
        const std::uint64_t whole = told_.groups.back().milliseconds;
        std::vector<double> stories(pieces);
        std::uint64_t begun = 0;
        for (const JournaledGroup& group : told_.groups) {
            // A group's stories are spread over the time it took.
            const std::size_t first = std::min(static_cast<std::size_t>(begun * pieces / whole), pieces - 1);
            const std::size_t last = std::min(static_cast<std::size_t>(group.milliseconds * pieces / whole), pieces - 1);
            for (std::size_t piece = first; piece <= last; ++piece) {
                stories[piece] += static_cast<double>(group.stories) / static_cast<double>(last - first + 1);
            }
            begun = group.milliseconds;
        }
        for (double& one : stories) {
            one *= static_cast<double>(pieces) * 1000 / static_cast<double>(whole);
        }
        return stories;
    }

    void write_speed() {
        if (told_.groups.empty() || told_.groups.back().milliseconds < 1000) {
            return;
        }
        const std::uint64_t seconds = told_.groups.back().milliseconds / 1000;
        const std::vector<double> pieces = rates(std::clamp<std::size_t>(told_.groups.size(), 1, 60));
        const double most = std::max(std::ranges::max(pieces), 1.0);
        html_.open("section").leaf("h2", "Speed");
        const std::string average = grouped(told_.summary.records * 1000 / told_.groups.back().milliseconds);
        html_.leaf("p", duration(seconds) + " of work, " + average + " stories a second, at best " + grouped(static_cast<std::uint64_t>(most)) + ".");
        const std::string box = "0 0 " + std::to_string(pieces.size() * 10) + " 100";
        html_.open("svg", {{"viewBox", box}, {"preserveAspectRatio", "none"}, {"role", "img"},
                           {"aria-label", "Stories a second over the time of work, between " +
                                              grouped(static_cast<std::uint64_t>(std::ranges::min(pieces))) + " and " +
                                              grouped(static_cast<std::uint64_t>(most))}});
        for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            const auto height = static_cast<std::uint64_t>(pieces[piece] * 100 / most);
            html_.leaf("rect", "", {{"x", std::to_string(piece * 10)}, {"width", "9"}, {"y", std::to_string(100 - height)},
                                    {"height", std::to_string(height)}});
        }
        html_.close().close();
    }

    void write_slowest() {
        if (told_.slowest.empty() || told_.slowest.front().microseconds == 0) {
            return;
        }
        html_.open("section").leaf("h2", "The slowest stories");
        begin_table("Time to read and convert one story", {{"story"}, {"time", true}});
        for (const SlowStory& story : told_.slowest) {
            html_.open("tr")
                .leaf("th", story.name, {{"scope", "row"}, {"dir", "auto"}})
                .leaf("td", milliseconds(story.microseconds), {{"class", "n"}})
                .close();
        }
        end_table();
        html_.close();
    }

    const RunStatistics& told_;
    std::string page_;
    Markup html_;
};

}  // namespace

std::string report_page(const RunStatistics& statistics) { return ReportPage(statistics).write(); }

}  // namespace galley::batch
