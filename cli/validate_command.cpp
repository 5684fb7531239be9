#include "cli/commands.h"
#include "cli/job.h"
#include "cli/job_options.h"
#include "cli/json_text.h"
#include "galley/invariants.h"
#include "galley/try.h"

#include <algorithm>
#include <limits>

namespace galley::cli {
namespace {

constexpr std::string_view reports[] = {"text", "json"};
constexpr std::string_view severities[] = {"error", "warning"};
constexpr std::size_t sniffed = 4096;

constexpr CommandOption options[] = {
    from_option,
    schema_option,
    {.name = "report", .value = "HOW", .help = "how results are printed; json gives one object a file, a line each",
     .completes = Completes::choice, .choices = reports},
    {.name = "fail-on", .value = "SEVERITY", .help = "what makes the exit status tell of it (3 for warnings)",
     .completes = Completes::choice, .choices = severities},
    option_option,
};

constexpr Example examples[] = {
    {"galley validate out/*.xml --schema schemas", "against the schemas of a folder"},
    {"galley validate out/story.pdf", "the structure that PDF/A and PDF/UA ask for"},
    {"galley validate --report json out/* | jq .errors", "for a program"},
};

/// What was found out about one file.
struct Examination {
    std::string name;
    const Format* format = nullptr;
    Diagnostics diagnostics;

    [[nodiscard]] auto count(Severity severity) const {
        return std::ranges::count_if(diagnostics, [severity](const Diagnostic& one) { return one.severity == severity; });
    }
};

/// A format without a validator of its own is read, and every story must keep the rules of the document model.
Result<> reread(std::string_view bytes, const Job& job, const Format& format, const std::string& name, Context& context) {
    ConvertOptions reading;
    reading.from = &format;
    reading.profile.options = job.options().profile.options;
    const auto source = memory_source(name, bytes);
    return read_stories(
        *source, reading,
        [&](Document&& document) -> Result<> {
            for (Diagnostic& broken : check_invariants(document, context.limits())) {
                context.say(std::move(broken));
            }
            return {};
        },
        context);
}

/// Detection among all formats: some can be validated but not read.
Result<const Format*> recognise(const Registry& registry, const std::string& name, std::string_view head) {
    const Format* best = nullptr;
    SniffScore highest = 0;
    for (const Format* format : registry.formats()) {
        const SniffScore score = format->sniff != nullptr && format->make_reader == nullptr ? format->sniff(head) : 0;
        if (score > highest) {
            best = format;
            highest = score;
        }
    }
    const auto readable = detect_format(registry, name, head);
    if (best != nullptr && (!readable || readable->score < highest)) {
        return best;
    }
    if (!readable) {
        return std::unexpected(readable.error());
    }
    return readable->format;
}

Result<> examine(Examination& examination, const Job& job, Context& context) {
    GALLEY_TRY(const auto source, job.host().open_source(examination.name));
    examination.format = job.options().from;
    if (examination.format == nullptr) {
        GALLEY_TRY(const std::string_view head, source->peek(sniffed));
        GALLEY_TRY(examination.format, recognise(job.registry(), examination.name, head));
    }
    std::string buffer;
    GALLEY_TRY(const std::string_view bytes, read_whole(*source, buffer, context.limits().output_bytes));
    const Format& format = *examination.format;
    if (format.validate != nullptr) {
        return format.validate(examination.name, bytes, job.options().schemas, context);
    }
    if (format.make_reader != nullptr) {
        return reread(bytes, job, format, examination.name, context);
    }
    return fail({.cause = Cause::usage,
                 .code = "validate.no-way",
                 .message = std::string(format.name) + " has no validator and cannot be read",
                 .hints = {"`galley formats` shows what can be validated"}});
}

std::string place_json(const Where& where) {
    JsonObject place;
    place.text("source", where.source).member("line", std::to_string(where.line)).member("column", std::to_string(where.column));
    return place.json();
}

std::string diagnostic_json(const Diagnostic& diagnostic) {
    std::vector<std::string> hints;
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

std::string json_of(const Examination& examination) {
    std::vector<std::string> said;
    for (const Diagnostic& one : examination.diagnostics) {
        said.push_back(diagnostic_json(one));
    }
    return JsonObject()
               .text("file", examination.name)
               .text_or_null("format", examination.format == nullptr ? "" : examination.format->name)
               .member("valid", examination.count(Severity::error) == 0 ? "true" : "false")
               .member("errors", std::to_string(examination.count(Severity::error)))
               .member("warnings", std::to_string(examination.count(Severity::warning)))
               .member("diagnostics", json_array(said))
               .json() +
           "\n";
}

std::string text_of(const Examination& examination, const Console& console) {
    const auto errors = examination.count(Severity::error);
    const auto warnings = examination.count(Severity::warning);
    const std::string verdict = errors == 0 ? console.styled("valid", Style::green)
                                            : console.styled("not valid, " + std::to_string(errors) + (errors == 1 ? " error" : " errors"), Style::red);
    const std::string aside = warnings == 0 ? "" : ", " + std::to_string(warnings) + (warnings == 1 ? " warning" : " warnings");
    const std::string format = examination.format == nullptr ? "" : std::string(examination.format->name) + ", ";
    return examination.name + ": " + format + verdict + aside + "\n";
}

void take(const std::string& name, const Job& job, bool as_json, Console& console, Verdict& verdict) {
    Examination examination{.name = name, .diagnostics = {}};
    const auto context = job.context();
    auto outcome = examine(examination, job, *context);
    examination.diagnostics = std::move(context->diagnostics());
    Cause cause = Cause::input;
    if (!outcome) {
        cause = outcome.error().cause;
        examination.diagnostics.push_back(std::move(outcome).error());
    }
    for (Diagnostic& one : examination.diagnostics) {
        if (one.where.source.empty()) {
            one.where.source = name;
        }
        verdict.saw(one.severity);
        if (!as_json) {
            console.tell(one);
        }
    }
    examination.count(Severity::error) == 0 ? verdict.done() : verdict.failed(cause);
    console.print(as_json ? json_of(examination) : text_of(examination, console));
}

ExitCode run(const Arguments& arguments, Console& console) {
    const auto job = Job::create(arguments);
    if (!job) {
        console.tell(job.error());
        return exit_code_of(job.error().cause);
    }
    Verdict verdict;
    for (const std::string& name : arguments.operands) {
        take(name, **job, arguments.value("report") == "json", console, verdict);
    }
    return verdict.code(arguments.value("fail-on") == "warning" ? Severity::warning : Severity::error);
}

}  // namespace

const Command& validate_command() {
    static constexpr Command command{
        .name = "validate",
        .summary = "check files against the rules of their format",
        .operands = "FILE...",
        .description =
            "Finds out what each FILE is and checks it: XML against its schema (from --schema or GALLEY_SCHEMAS) and the rules "
            "beyond it, PDF by its structure, and what Galley reads without a validator by reading it and checking that every "
            "story keeps the rules of the document model.\n\n"
            "One line a file goes to standard output, what is wrong to standard error. The exit status is 1 when a file is not "
            "valid.",
        .options = options,
        .examples = examples,
        .least_operands = 1,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .run = run};
    return command;
}

}  // namespace galley::cli
