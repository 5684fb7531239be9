#include "cli/batch_display.h"
#include "cli/batch_settings.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/job_options.h"
#include "cli/report_file.h"
#include "galley/batch_report.h"
#include "galley/try.h"

#include <csignal>
#include <limits>

namespace galley::cli {
namespace {

constexpr std::string_view layouts[] = {"mirror", "hashed"};
constexpr std::string_view logs[] = {"text", "json"};

constexpr CommandOption options[] = {
    {.name = "to",
     .letter = 't',
     .value = "FORMAT,...",
     .help = "what each story becomes",
     .completes = Completes::format,
     .repeatable = true},
    {.name = "output-dir",
     .letter = 'd',
     .value = "DIR",
     .help = "write a tree of files",
     .completes = Completes::folder},
    {.name = "tar",
     .value = "FILE",
     .help = "write a tar in the order of the source; .tar.zst is compressed",
     .completes = Completes::file},
    {.name = "bag",
     .value = "DIR",
     .help = "write a BagIt bag with originals and renditions",
     .completes = Completes::folder},
    {.name = "layout",
     .value = "HOW",
     .help = "files like the source, or by the digest of their names so that no folder grows large",
     .completes = Completes::choice,
     .choices = layouts},
    {.name = "bag-info", .value = "LABEL=VALUE", .help = "an element for bag-info.txt", .repeatable = true},
    {.name = "files-from",
     .letter = 'T',
     .value = "FILE",
     .help = "read names of files from FILE; '-' is standard input",
     .completes = Completes::file},
    {.name = "null", .letter = '0', .help = "NUL bytes, not line ends, separate those names"},
    {.name = "include", .value = "PATTERN", .help = "only items whose path matches one of these", .repeatable = true},
    {.name = "exclude", .value = "PATTERN", .help = "no items whose path matches one of these", .repeatable = true},
    {.name = "shard", .value = "I/N", .help = "only the Ith of N shares, told apart by the stories' names"},
    {.name = "jobs",
     .letter = 'j',
     .value = "N",
     .help = "stories to convert at the same time (default: the number of cores)"},
    {.name = "resume", .letter = 'r', .help = "go on with the run that is at the destination, or begin it"},
    {.name = "max-failures", .value = "N", .help = "stop when N stories failed; otherwise failures stop nothing"},
    {.name = "limit",
     .value = "NAME=N",
     .help = "what one story may cost: story-bytes, output-bytes, blocks or pages",
     .repeatable = true},
    {.name = "deadline", .value = "SECONDS", .help = "the time a story may take (default: 600)"},
    {.name = "check-reproducible", .help = "convert each story twice and compare the bytes"},
    {.name = "premis", .help = "beside each story's outputs, a PREMIS 3 record of what was done with it"},
    {.name = "report",
     .value = "FILE",
     .help = "tell at the end what the run came to, as `galley report` does; .json is for Archivematica",
     .completes = Completes::file},
    {.name = "no-sync", .help = "do not wait for the disk: loss of power may lose what was journaled"},
    {.name = "config",
     .value = "FILE",
     .help = "YAML file with these options and sources, to keep with the archive",
     .completes = Completes::file},
    {.name = "log-format",
     .value = "HOW",
     .help = "how progress and problems are told on standard error",
     .completes = Completes::choice,
     .choices = logs},
    from_option,
    encoding_option,
    language_option,
    option_option,
    repair_option,
    profile_option,
    set_option,
    timestamp_option,
    fail_on_option,
    self_check_option,
    schema_option,
};

constexpr Example examples[] = {
    {"galley batch archive/ --to newsml-g2,yaml --output-dir out", "a folder with all it holds"},
    {"galley batch archive/ --to newsml-g2,yaml --output-dir out --resume", "go on after an interruption of any kind"},
    {"galley batch 1998.tar.gz 1999.tar.gz --to newsml-g2 --tar news.tar.zst", "from archives into an archive"},
    {"find archive -name '*.txt' -print0 | galley batch -T - -0 --to pdf --bag bag",
     "files that find chose, into a bag"},
    {"galley batch archive/ --to yaml -d out-3 --shard 3/8 --timestamp 2026-01-02T00:00:00Z",
     "one of eight shares; see `galley merge`"},
};

LogFormat log_of(const Arguments& arguments) {
    return arguments.value("log-format") == "json" ? LogFormat::json : LogFormat::text;
}

void tell(const Diagnostic& diagnostic, LogFormat log, Console& console) {
    log == LogFormat::json ? console.tell(log_line(diagnostic)) : console.tell(diagnostic);
}

struct Prepared {
    std::unique_ptr<Job> job;
    std::unique_ptr<BatchRun> run;
    std::chrono::seconds deadline{};
};

Result<Prepared> prepare(Arguments& arguments, std::optional<Digest> configuration) {
    GALLEY_TRY(const BatchDestination destination, batch_destination(arguments));
    if (arguments.has("resume") && !arguments.has("timestamp")) {
        // A run has one clock from its beginning to its end.
        GALLEY_TRY(const auto clock, batch_clock(destination));
        if (clock) {
            arguments.give("timestamp", {std::to_string(clock->time_since_epoch().count())});
        }
    }
    GALLEY_TRY(auto job, Job::create(arguments));
    GALLEY_TRY(BatchSettings settings, batch_settings(arguments, destination, *job));
    settings.configuration = configuration;
    const auto deadline = settings.deadline;
    GALLEY_TRY(auto run, BatchRun::open(std::move(settings), job->registry(), job->host()));
    return Prepared{std::move(job), std::move(run), deadline};
}

Result<> report(const Arguments& arguments) {
    if (!arguments.has("report")) {
        return {};
    }
    GALLEY_TRY(const BatchDestination destination, batch_destination(arguments));
    const std::string file = arguments.value("report");
    const auto shape = file.ends_with(".json") ? BatchReport::archivematica : BatchReport::page;
    GALLEY_TRY(const std::string text, report_batches({destination.path}, shape));
    return write_report(file, text);
}

ExitCode judge(const BatchSummary& summary, const Arguments& arguments) {
    if (const int signal = Interruption::signal(); signal != 0 && !summary.complete) {
        return signal == SIGTERM ? ExitCode::terminated : ExitCode::interrupted;
    }
    if (summary.invalid > 0) {
        return ExitCode::self_check;
    }
    if (summary.failed > 0 || !summary.complete) {
        return ExitCode::failure;
    }
    if (summary.done == 0) {
        return ExitCode::no_input;
    }
    return summary.warned > 0 && fail_on(arguments) == Severity::warning ? ExitCode::warnings : ExitCode::done;
}

Result<ExitCode> run_batch(Arguments& arguments, std::optional<Digest> configuration, LogFormat log, Console& console) {
    GALLEY_TRY(const Prepared prepared, prepare(arguments, configuration));
    for (const Diagnostic& note : prepared.run->notes()) {
        tell(note, log, console);
    }
    const Interruption::Shield shield;
    GALLEY_TRY(const BatchSummary summary, [&] {
        const BatchDisplay display(*prepared.run, log, prepared.deadline, console);
        return prepared.run->run(Interruption::token());
    }());
    if (log == LogFormat::json) {
        console.tell(describe(summary, log));
    } else {
        console.print(describe(summary, log) + "\n");
    }
    GALLEY_CHECK(report(arguments));
    return judge(summary, arguments);
}

Result<ExitCode> run(const Arguments& given, Console& console) {
    Interruption::install();
    Arguments arguments = given;
    const auto configuration = take_batch_config(batch_command(), arguments);
    const LogFormat log = log_of(arguments);
    auto code =
        configuration ? run_batch(arguments, *configuration, log, console) : std::unexpected(configuration.error());
    if (!code && log == LogFormat::json) {
        tell(code.error(), log, console);
        return exit_code_of(code.error().cause);
    }
    return code;
}

}  // namespace

const Command& batch_command() {
    static constexpr Command command{
        .name = "batch",
        .summary = "convert whole archives, restartably",
        .operands = "SOURCE...",
        .description =
            "Converts every story of each SOURCE: a folder with all it holds, a tar (plain or compressed) or zip, a file; '-' is a tar "
            "on standard input. Links and devices are passed over. The order is that of the names' bytes, or of the archive.\n\n"
            "Every story gets a record in the journal (DEST/.galley/journal.jsonl, or TAR.galley/journal.jsonl), with digests of "
            "source and outputs and all that was said about it. A story exists when its record does. A run that was stopped, killed, or "
            "that ran out of power or space goes on with --resume and the same options; its outputs have the bytes of a run that "
            "was never interrupted. `galley verify` checks them again.\n\n"
            "A story that fails stops nothing; the exit status is 1 then.",
        .options = options,
        .examples = examples,
        .least_operands = 0,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
