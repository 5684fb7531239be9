#include "cli/json_text.h"
#include "cli/validation_report.h"

#include <string>

namespace galley::cli {
namespace {

constexpr std::size_t most_listed = 20;

std::string_view outcome_of(const Examination& examination) {
    if (!examination.is_valid()) {
        return "fail";
    }
    return examination.count(Severity::warning) == 0 ? "pass" : "partial pass";
}

std::string place_of(const Where& where) {
    return where.line == 0 ? std::string() : " in line " + std::to_string(where.line);
}

// PREMIS keeps the note with the event for good: what was checked, and the first faults.
std::string note_of(const Examination& examination) {
    std::string note = "format=\"" + std::string(examination.format == nullptr ? "unknown" : examination.format->name) +
                       "\"; errors=" + std::to_string(examination.count(Severity::error)) +
                       "; warnings=" + std::to_string(examination.count(Severity::warning));
    std::size_t listed = 0;
    for (const Severity severity : {Severity::error, Severity::warning}) {
        for (const Diagnostic& one : examination.diagnostics) {
            if (one.severity == severity && ++listed <= most_listed) {
                note += "; " + one.code + place_of(one.where) + ": " + one.message;
            }
        }
    }
    return listed > most_listed ? note + "; and " + std::to_string(listed - most_listed) + " more" : note;
}

class ArchivematicaReport final : public ValidationReport {
public:
    void file(const Examination& examination, Console& console) override {
        console.print(JsonObject()
                          .text("eventOutcomeInformation", outcome_of(examination))
                          .text("eventOutcomeDetailNote", note_of(examination))
                          .json() +
                      "\n");
    }
};

}  // namespace

std::unique_ptr<ValidationReport> make_archivematica_report() { return std::make_unique<ArchivematicaReport>(); }

}  // namespace galley::cli
