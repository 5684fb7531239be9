#include "cli/json_text.h"
#include "cli/rule_book.h"
#include "cli/validation_report.h"
#include "galley/version.h"

#include <map>
#include <string>
#include <vector>

namespace galley::cli {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string message(std::string_view text) { return JsonObject().text("text", text).json(); }

/// A file name as a URI reference (RFC 3986, 4.2).
std::string uri_of(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    const std::size_t colon = path.find(':');
    if (colon != std::string_view::npos && path.find('/') > colon) {
        uri += "./";
    }
    for (const char byte : path) {
        const auto value = static_cast<unsigned char>(byte);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                           (byte >= 'A' && byte <= 'Z') ||
                           std::string_view("-._~/:@!$&'()*+,;=").find(byte) != std::string_view::npos;
        if (plain) {
            uri += byte;
        } else {
            ((uri += '%') += digits[value >> 4]) += digits[value & 15];
        }
    }
    return uri;
}

class SarifReport final : public ValidationReport {
public:
    void file(const Examination& examination, Console&) override {
        const std::string index = std::to_string(artifacts_.size());
        const std::string location = JsonObject().text("uri", uri_of(examination.name)).member("index", index).json();
        artifacts_.push_back(
            JsonObject().member("location", JsonObject().text("uri", uri_of(examination.name)).json()).json());
        for (const Diagnostic& one : examination.diagnostics) {
            results_.push_back(result(one, location, examination.format));
        }
        all_examined_ = all_examined_ && examination.examined;
    }

    void end(Console& console) override {
        JsonObject driver;
        driver.text("name", "galley").text("version", version()).member("rules", json_array(rules_));
        JsonObject run;
        run.member("tool", JsonObject().member("driver", driver.json()).json())
            .member("invocations",
                    json_array({JsonObject().member("executionSuccessful", all_examined_ ? "true" : "false").json()}))
            .text("columnKind", "unicodeCodePoints")
            .member("artifacts", json_array(artifacts_))
            .member("results", json_array(results_));
        console.print(JsonObject()
                          .text("$schema", schema)
                          .text("version", "2.1.0")
                          .member("runs", json_array({run.json()}))
                          .json() +
                      "\n");
    }

private:
    std::string result(const Diagnostic& diagnostic, const std::string& location, const Format* format) {
        JsonObject place;
        place.member("artifactLocation", location);
        if (diagnostic.where.line != 0) {
            JsonObject region;
            region.member("startLine", std::to_string(diagnostic.where.line));
            if (diagnostic.where.column != 0) {
                region.member("startColumn", std::to_string(diagnostic.where.column));
            }
            place.member("region", region.json());
        }
        std::string text = diagnostic.message;
        for (const std::string& hint : diagnostic.hints) {
            text += ". Hint: " + hint;
        }
        return JsonObject()
            .text("ruleId", diagnostic.code)
            .member("ruleIndex", std::to_string(rule_index(diagnostic, format)))
            .text("level", level_of(diagnostic.severity))
            .member("message", message(text))
            .member("locations", json_array({JsonObject().member("physicalLocation", place.json()).json()}))
            .json();
    }

    /// Only rules that were broken are described; each once.
    std::size_t rule_index(const Diagnostic& diagnostic, const Format* format) {
        const auto [known, is_new] = rule_indexes_.try_emplace(diagnostic.code, rules_.size());
        if (is_new) {
            JsonObject described;
            described.text("id", diagnostic.code);
            if (const Rule* rule = format == nullptr ? nullptr : find_rule(format->rules, diagnostic.code)) {
                described.member("shortDescription", message(rule->asks))
                    .member("fullDescription",
                            message(std::string(rule->asks) + ": otherwise " + std::string(rule->why)))
                    .member("help", message(std::string(rule->repair) + " (" + std::string(rule->clause) + ")"))
                    .member("defaultConfiguration", JsonObject().text("level", level_of(rule->severity)).json());
            }
            rules_.push_back(described.json());
        }
        return known->second;
    }

    std::map<std::string, std::size_t, std::less<>> rule_indexes_;
    std::vector<std::string> rules_;
    std::vector<std::string> artifacts_;
    std::vector<std::string> results_;
    bool all_examined_ = true;
};

}  // namespace

std::unique_ptr<ValidationReport> make_sarif_report() { return std::make_unique<SarifReport>(); }

}  // namespace galley::cli
