#include "core/batch/premis_record.h"

#include "core/batch/markup.h"
#include "galley/iso_date.h"
#include "galley/version.h"

#include <algorithm>

namespace galley::batch {

namespace {

constexpr std::string_view in_source = "name in the source";
constexpr std::string_view in_destination = "path in the destination";
constexpr std::string_view local = "local";

/// Element names and their order are those of the PREMIS 3.0 schema; event types, outcomes, relationships and roles are
/// terms of the Library of Congress's preservation vocabularies.
class PremisRecord {
public:
    PremisRecord(const StoryResult& result, const PremisRun& run)
        : result_(result),
          run_(run),
          clock_(iso_date(to_partial_date(run.clock))),
          agent_("galley-" + std::string(version())),
          story_(result.name + (result.story > 1 ? "#" + std::to_string(result.story) : "")),
          premis_(text_) {}

    std::string write() && {
        text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        premis_.open("premis", {{"xmlns", "http://www.loc.gov/premis/v3"},
                                {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                                {"version", "3.0"}});
        write_source();
        for (const Output& output : result_.outputs) {
            write_output(output);
        }
        write_events();
        write_agent();
        premis_.close();
        return std::move(text_);
    }

private:
    [[nodiscard]] std::string event(std::string_view type, const Output* output = nullptr) const {
        return story_ + " " + std::string(type) + (output == nullptr ? "" : " " + std::string(output->format)) + " " +
               clock_;
    }

    void identify(std::string_view what, std::string_view type, std::string_view value, std::string_view role = {}) {
        const std::string element(what);
        premis_.open(what).leaf(element + "Type", type).leaf(element + "Value", value);
        if (!role.empty()) {
            const std::string_view prefix = what.substr(0, what.size() - std::string_view("Identifier").size());
            premis_.leaf(std::string(prefix) + "Role", role);
        }
        premis_.close();
    }

    void write_format(std::string_view name, std::string_view pronom) {
        premis_.open("format").open("formatDesignation").leaf("formatName", name).close();
        if (!pronom.empty()) {
            premis_.open("formatRegistry")
                .leaf("formatRegistryName", "PRONOM")
                .leaf("formatRegistryKey", pronom)
                .close();
        }
        premis_.close();
    }

    void write_digest(std::string_view algorithm, std::string_view digits) {
        premis_.open("fixity")
            .leaf("messageDigestAlgorithm", algorithm)
            .leaf("messageDigest", digits)
            .leaf("messageDigestOriginator", agent_)
            .close();
    }

    /// A story that is one of several in its file is a bitstream, a file's part.
    void write_source() {
        const StorySource& source = result_.source;
        const bool is_part = result_.story > 1 || !result_.last || source.offset;
        premis_.open("object", {{"xsi:type", is_part ? "bitstream" : "file"}});
        identify("objectIdentifier", in_source, story_);
        premis_.open("objectCharacteristics");
        if (source.sha256) {
            write_digest("SHA-256", hex(*source.sha256));
        }
        premis_.leaf("size", std::to_string(source.bytes));
        write_format(source.format.empty() ? "unknown" : source.format, {});
        premis_.close();
        if (!is_part) {
            premis_.leaf("originalName", result_.name);
        }
        identify("linkingEventIdentifier", local, event("capture"));
        premis_.close();
    }

    void write_output(const Output& output) {
        premis_.open("object", {{"xsi:type", "file"}});
        identify("objectIdentifier", in_destination, output.path);
        premis_.open("objectCharacteristics");
        write_digest("SHA-256", hex(output.sha256));
        if (output.sha512) {
            write_digest("SHA-512", hex(*output.sha512));
        }
        premis_.leaf("size", std::to_string(output.bytes.size()));
        const bool is_original = output.format.empty();
        write_format(is_original ? result_.source.format.empty() ? "unknown" : result_.source.format : output.format,
                     output.pronom);
        if (!is_original) {
            premis_.open("creatingApplication")
                .leaf("creatingApplicationName", "galley")
                .leaf("creatingApplicationVersion", version())
                .leaf("dateCreatedByApplication", clock_)
                .close();
        }
        premis_.close();
        premis_.open("relationship").leaf("relationshipType", "derivation").leaf("relationshipSubType", "has source");
        identify("relatedObjectIdentifier", in_source, story_);
        identify("relatedEventIdentifier", local, is_original ? event("capture") : event("normalization", &output));
        premis_.close();
        premis_.close();
    }

    void begin_event(std::string_view type, const std::string& identifier, std::string_view detail) {
        premis_.open("event");
        identify("eventIdentifier", local, identifier);
        premis_.leaf("eventType", type).leaf("eventDateTime", clock_);
        premis_.open("eventDetailInformation").leaf("eventDetail", detail).close();
    }

    void write_outcome(std::string_view outcome, bool with_diagnostics) {
        premis_.open("eventOutcomeInformation").leaf("eventOutcome", outcome);
        for (const Diagnostic& diagnostic : result_.diagnostics) {
            if (with_diagnostics && diagnostic.severity != Severity::info) {
                premis_.open("eventOutcomeDetail")
                    .leaf("eventOutcomeDetailNote",
                          std::string(name_of(diagnostic.severity)) + " " + diagnostic.code + ": " + diagnostic.message)
                    .close();
            }
        }
        premis_.close();
    }

    void end_event(const Output* outcome) {
        identify("linkingAgentIdentifier", local, agent_, "executing program");
        identify("linkingObjectIdentifier", in_source, story_, "source");
        if (outcome != nullptr) {
            identify("linkingObjectIdentifier", in_destination, outcome->path, "outcome");
        }
        premis_.close();
    }

    void write_events() {
        begin_event("capture", event("capture"), "read with all its bytes; message digest calculated");
        write_outcome(result_.source.sha256 ? "success" : "failure", false);
        end_event(nullptr);
        if (!result_.source.format.empty()) {
            const int confidence = result_.source.confidence;
            begin_event("format identification", event("format identification"),
                        result_.source.format +
                            (confidence < 0 ? ", as given" : ", confidence " + std::to_string(confidence) + " of 100"));
            write_outcome("success", false);
            end_event(nullptr);
        }
        if (result_.outcome != Outcome::done) {
            const std::string_view type = result_.outcome == Outcome::invalid ? "validation" : "normalization";
            begin_event(type, event(type), "nothing was published");
            write_outcome("failure", true);
            end_event(nullptr);
        }
        const bool warned = std::ranges::any_of(
            result_.diagnostics, [](const Diagnostic& one) { return one.severity == Severity::warning; });
        for (const Output& output : result_.outputs) {
            if (output.format.empty()) {
                continue;
            }
            begin_event("normalization", event("normalization", &output), "into " + std::string(output.format));
            write_outcome(warned ? "warning" : "success", true);
            end_event(&output);
            begin_event(
                "validation", event("validation", &output),
                run_.full_check ? "the writer's own checks and the format's validator" : "the writer's own checks");
            write_outcome("success", false);
            end_event(&output);
        }
    }

    void write_agent() {
        premis_.open("agent");
        identify("agentIdentifier", local, agent_);
        premis_.leaf("agentName", "galley").leaf("agentType", "software").leaf("agentVersion", version()).close();
    }

    const StoryResult& result_;
    const PremisRun& run_;
    std::string clock_;
    std::string agent_;
    std::string story_;
    std::string text_;
    Markup premis_;
};

}  // namespace

std::string premis_record(const StoryResult& result, const PremisRun& run) { return PremisRecord(result, run).write(); }

}  // namespace galley::batch
