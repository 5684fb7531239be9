#include "core/batch/report_figures.h"

#include "core/batch/report_numbers.h"

#include <algorithm>

namespace galley::batch {

namespace {

/// A row of a table of numbers.
struct Row {
    std::string name;
    std::uint64_t number;
};

class ReportFigures {
public:
    ReportFigures(const RunStatistics& told, Markup& html) : told_(told), html_(html), table_(html) {}

    void write() {
        write_codes();
        write_source();
        write_confidence();
        write_renditions();
        write_speed();
        write_slowest();
    }

private:
    /// Names with their numbers, the largest first.
    void write_counts(std::string_view caption, std::string_view what,
                      const std::map<std::string, std::uint64_t>& counts) {
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
        table_.begin(caption, {{what}, {"stories", true}, {"share", true}, {}});
        for (const Row& row : rows) {
            html_.open("tr").leaf("th", row.name, {{"scope", "row"}}).leaf("td", grouped(row.number), {{"class", "n"}});
            html_.leaf("td", percent(row.number, all), {{"class", "n"}});
            table_.bar(row.number, rows.front().number);
            html_.close();
        }
        table_.end();
    }

    void write_codes() {
        if (told_.codes.empty()) {
            return;
        }
        html_.open("section").leaf("h2", "What was said");
        std::vector<std::pair<std::string, const CodeTotal*>> rows;
        rows.reserve(told_.codes.size());
        for (const auto& [code, total] : told_.codes) {
            rows.emplace_back(code, &total);
        }
        std::ranges::stable_sort(rows, std::ranges::greater(), [](const auto& row) { return row.second->stories; });
        table_.begin("Errors, warnings and notes by code",
                     {{"code"}, {"severity"}, {"stories", true}, {"times", true}, {"for example"}});
        for (const auto& [code, total] : rows) {
            html_.open("tr")
                .leaf("th", code, {{"scope", "row"}})
                .leaf("td", total->severity)
                .leaf("td", grouped(total->stories), {{"class", "n"}})
                .leaf("td", grouped(total->times), {{"class", "n"}})
                .leaf("td", total->example, {{"dir", "auto"}})
                .close();
        }
        table_.end();
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
        table_.begin(caption, {{"confidence"}, {"stories", true}, {}});
        for (std::size_t tens = histogram.size(); tens-- > 0;) {
            const std::string range =
                std::to_string(tens * 10) + " to " + std::to_string(tens == 9 ? 100 : tens * 10 + 9);
            html_.open("tr")
                .leaf("th", range, {{"scope", "row"}})
                .leaf("td", grouped(histogram[tens]), {{"class", "n"}});
            table_.bar(histogram[tens], most);
            html_.close();
        }
        table_.end();
    }

    void write_confidence() {
        html_.open("section").leaf("h2", "How sure it was");
        write_histogram("Confidence that the format is the one that was found", told_.format_confidence);
        write_histogram("Confidence that the encoding is the one that was found", told_.encoding_confidence);
        for (const auto& [kind, histogram] : told_.found_confidence) {
            write_histogram("Confidence of what was found as " + kind, histogram);
        }
        html_.close();
    }

    void write_renditions() {
        if (told_.renditions.empty()) {
            return;
        }
        html_.open("section").leaf("h2", "What was made");
        table_.begin("Outputs by format", {{"format"}, {"outputs", true}, {"bytes", true}, {"bytes each", true}});
        for (const auto& [format, total] : told_.renditions) {
            html_.open("tr")
                .leaf("th", format, {{"scope", "row"}})
                .leaf("td", grouped(total.outputs), {{"class", "n"}})
                .leaf("td", grouped(total.bytes), {{"class", "n"}})
                .leaf("td", grouped(total.bytes / std::max<std::uint64_t>(total.outputs, 1)), {{"class", "n"}})
                .close();
        }
        table_.end();
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
            const std::size_t last =
                std::min(static_cast<std::size_t>(group.milliseconds * pieces / whole), pieces - 1);
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
        html_.leaf("p", duration(seconds) + " of work, " + average + " stories a second, at best " +
                            grouped(static_cast<std::uint64_t>(most)) + ".");
        const std::string box = "0 0 " + std::to_string(pieces.size() * 10) + " 100";
        html_.open("svg", {{"viewBox", box},
                           {"preserveAspectRatio", "none"},
                           {"role", "img"},
                           {"aria-label", "Stories a second over the time of work, between " +
                                              grouped(static_cast<std::uint64_t>(std::ranges::min(pieces))) + " and " +
                                              grouped(static_cast<std::uint64_t>(most))}});
        for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            const auto height = static_cast<std::uint64_t>(pieces[piece] * 100 / most);
            html_.leaf("rect", "",
                       {{"x", std::to_string(piece * 10)},
                        {"width", "9"},
                        {"y", std::to_string(100 - height)},
                        {"height", std::to_string(height)}});
        }
        html_.close().close();
    }

    void write_slowest() {
        if (told_.slowest.empty() || told_.slowest.front().microseconds == 0) {
            return;
        }
        html_.open("section").leaf("h2", "The slowest stories");
        table_.begin("Time to read and convert one story", {{"story"}, {"time", true}});
        for (const SlowStory& story : told_.slowest) {
            html_.open("tr")
                .leaf("th", story.name, {{"scope", "row"}, {"dir", "auto"}})
                .leaf("td", milliseconds(story.microseconds), {{"class", "n"}})
                .close();
        }
        table_.end();
        html_.close();
    }

    const RunStatistics& told_;
    Markup& html_;
    ReportTable table_;
};

}  // namespace

void write_figures(const RunStatistics& statistics, Markup& html) { ReportFigures(statistics, html).write(); }

}  // namespace galley::batch
