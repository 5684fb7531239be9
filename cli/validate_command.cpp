#include "cli/commands.h"
#include "cli/examination.h"
#include "cli/job.h"
#include "cli/job_options.h"
#include "cli/rule_book.h"
#include "cli/validation_report.h"
#include "galley/invariants.h"
#include "galley/try.h"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

namespace galley::cli {
namespace {

constexpr std::string_view reports[] = {"text", "json", "sarif", "archivematica"};
constexpr std::size_t sniffed = 4096;
constexpr std::uint64_t most_reference_bytes = 16 << 20;

constexpr CommandOption options[] = {
    from_option,
    schema_option,
    {.name = "catalog",
     .value = "[URL=]FILE",
     .help = "a catalog of codes that files refer to by URL, or by FILE's name; none is fetched",
     .completes = Completes::file,
     .repeatable = true},
    {.name = "explain",
     .value = "RULE",
     .help = "tell what RULE asks, why, where that stands, how to repair it; 'all' for every rule"},
    {.name = "report",
     .value = "HOW",
     .help = "how results are printed: json, archivematica: an object a file, a line each; sarif: one log",
     .completes = Completes::choice,
     .choices = reports},
    fail_on_option,
    option_option,
};

constexpr Example examples[] = {
    {"galley validate out/*.xml --schema schemas", "against the schemas of a folder"},
    {"galley validate out/story.pdf", "the structure that PDF/A and PDF/UA ask for"},
    {"galley validate --report json out/* | jq .errors", "for a program"},
    {"galley validate --report sarif feed/*.xml > feed.sarif", "for editors and code review"},
    {"galley validate item.xml --catalog desks.xml", "with the provider's own catalog at hand"},
    {"galley validate --explain newsml.time-zone", "what a rule is about"},
};

using ReferenceFiles = std::map<std::string, std::string, std::less<>>;

/// The files of `--catalog [URL=]FILE`, by the address they stand for, or by their name.
Result<ReferenceFiles> read_reference_files(const std::vector<std::string>& given, const Host& host) {
    ReferenceFiles files;
    for (const std::string& each : given) {
        const std::size_t address = each.find("://");
        const std::size_t equals = address == std::string::npos ? std::string::npos : each.rfind('=');
        const std::string path = equals == std::string::npos ? each : each.substr(equals + 1);
        GALLEY_TRY(const auto source, host.open_source(path));
        std::string buffer;
        GALLEY_TRY(const std::string_view bytes, read_whole(*source, buffer, most_reference_bytes));
        files.insert_or_assign(equals == std::string::npos ? path : each.substr(0, equals), std::string(bytes));
    }
    return files;
}

/// A format without a validator of its own is read, and every story must keep the rules of the document model.
Result<> reread(std::string_view bytes, const Job& job, const Format& format, const std::string& name,
                Context& context) {
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
    return reread(bytes, job, format, examination.name, context);
}

void take(const std::string& name, const Job& job, const ReferenceFiles& files, const ReportShape& shape,
          ValidationReport& report, Console& console, Verdict& verdict) {
    Examination examination{.name = name};
    const auto context = job.context();
    context->reference_files = files;
    auto outcome = examine(examination, job, *context);
    examination.diagnostics = std::move(context->diagnostics());
    Cause cause = Cause::input;
    if (!outcome) {
        cause = outcome.error().cause;
        examination.examined = false;
        examination.diagnostics.push_back(std::move(outcome).error());
    }
    for (Diagnostic& one : examination.diagnostics) {
        if (one.where.source.empty()) {
            one.where.source = name;
        }
        if (shape.status_tells) {
            verdict.saw(one.severity);
        }
        if (shape.talks) {
            console.tell(one);
        }
    }
    (shape.status_tells ? examination.is_valid() : examination.examined) ? verdict.done() : verdict.failed(cause);
    report.file(examination, console);
}

const ReportShape& shape_of(const Arguments& arguments) {
    const auto shapes = report_shapes();
    const auto found = std::ranges::find(shapes, arguments.value("report"), &ReportShape::name);
    return found != shapes.end() ? *found : shapes.front();
}

Result<ExitCode> validate_files(const Arguments& arguments, const Job& job, Console& console) {
    if (arguments.operands.empty()) {
        return fail({.cause = Cause::usage,
                     .code = "usage.too-few-operands",
                     .message = "'galley validate' needs FILE...",
                     .hints = {"'-' reads standard input", "`galley help validate` lists its options"}});
    }
    GALLEY_TRY(const ReferenceFiles files, read_reference_files(arguments.values("catalog"), job.host()));
    const ReportShape& shape = shape_of(arguments);
    const auto report = shape.make();
    Verdict verdict;
    for (const std::string& name : arguments.operands) {
        take(name, job, files, shape, *report, console, verdict);
    }
    report->end(console);
    return verdict.code(fail_on(arguments));
}

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    GALLEY_TRY(const auto job, Job::create(arguments));
    if (arguments.has("explain")) {
        GALLEY_CHECK(
            explain_rule(job->registry(), arguments.value("explain"), arguments.value("report") == "json", console));
        return ExitCode::done;
    }
    return validate_files(arguments, *job, console);
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
            "valid.\n\n"
            "--report archivematica prints what validation commands of Archivematica's Format Policy Registry print; the exit "
            "status then says only whether the files could be checked, as it does there.",
        .options = options,
        .examples = examples,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
