#include "cli/validation_report.h"

#include "cli/json_text.h"

#include <string>
#include <vector>

namespace galley::cli {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

class TextReport final : public ValidationReport {
public:
    void file(const Examination& examination, Console& console) override {
        const std::size_t errors = examination.count(Severity::error);
        const std::size_t warnings = examination.count(Severity::warning);
        const std::string verdict = examination.is_valid()
                                        ? console.styled("valid", Style::green)
                                        : console.styled("not valid, " + counted(errors, "error"), Style::red);
        const std::string format = examination.format == nullptr ? "" : std::string(examination.format->name) + ", ";
        console.print(examination.name + ": " + format + verdict +
                      (warnings == 0 ? "" : ", " + counted(warnings, "warning")) + "\n");
    }
};

std::string place_json(const Where& where) {
    JsonObject place;
    place.text("source", where.source)
        .member("line", std::to_string(where.line))
        .member("column", std::to_string(where.column));
    return place.json();
}

std::string diagnostic_json(const Diagnostic& diagnostic) {
    std::vector<std::string> hints;
    hints.reserve(diagnostic.hints.size());
    for (const std::string& hint : diagnostic.hints) {
        hints.push_back(json_string(hint));
    }
    return JsonObject()
        .text("severity", name_of(diagnostic.severity))
        .text("code", diagnostic.code)
        .member("where", place_json(diagnostic.where))
        .text("message", diagnostic.message)
        .member("hints", json_array(hints))
        .json();
}

class JsonReport final : public ValidationReport {
public:
    void file(const Examination& examination, Console& console) override {
        std::vector<std::string> said;
        for (const Diagnostic& one : examination.diagnostics) {
            said.push_back(diagnostic_json(one));
        }
        console.print(JsonObject()
                          .text("file", examination.name)
                          .text_or_null("format", examination.format == nullptr ? "" : examination.format->name)
                          .member("valid", examination.is_valid() ? "true" : "false")
                          .member("errors", std::to_string(examination.count(Severity::error)))
                          .member("warnings", std::to_string(examination.count(Severity::warning)))
                          .member("diagnostics", json_array(said))
                          .json() +
                      "\n");
    }
};

template <class Report>
std::unique_ptr<ValidationReport> make() {
    return std::make_unique<Report>();
}

}  // namespace

std::span<const ReportShape> report_shapes() {
    static constexpr ReportShape shapes[] = {{"text", make<TextReport>, true, true},
                                             {"json", make<JsonReport>, false, true},
                                             {"sarif", make_sarif_report, false, true},
                                             {"archivematica", make_archivematica_report, false, false}};
    return shapes;
}

}  // namespace galley::cli
