#include "cli/commands.h"
#include "cli/conversion.h"
#include "cli/interruption.h"
#include "cli/job.h"
#include "cli/job_options.h"
#include "cli/output_plan.h"
#include "cli/targets.h"
#include "galley/try.h"

#include <csignal>
#include <limits>

namespace galley::cli {
namespace {

constexpr CommandOption options[] = {
    {.name = "to",
     .letter = 't',
     .value = "FORMAT,...",
     .help = "what to write (default: what the extension of -o stands for)",
     .completes = Completes::format,
     .repeatable = true},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     .help = "the one output; '-' is standard output, the default",
     .completes = Completes::file},
    {.name = "output-dir",
     .letter = 'd',
     .value = "DIR",
     .help = "folder for the outputs, each named like its story",
     .completes = Completes::folder},
    {.name = "force", .letter = 'f', .help = "replace outputs that are there already"},
    {.name = "dry-run", .letter = 'n', .help = "do everything but write, and say what would be written"},
    {.name = "durable", .help = "return only when the outputs are safe on the disk (fsync)"},
    from_option,
    encoding_option,
    language_option,
    option_option,
    repair_option,
    profile_option,
    set_option,
    title_option,
    guid_option,
    previous_option,
    timestamp_option,
    fail_on_option,
    self_check_option,
    schema_option,
};

constexpr Example examples[] = {
    {"galley convert story.txt --to newsml-g2,pdf,yaml --output-dir out",
     "three renditions: out/story.xml, out/story.pdf, out/story.yaml"},
    {"galley convert story.txt -o story.pdf -O pdf.page=letter", "one rendition, its format known by the extension"},
    {"pandoc -t plain draft.docx | galley convert - --to newsml-g2 > draft.xml", "in a pipe"},
    {"galley convert update.txt --previous story.yaml --to newsml-g2 -o update.xml", "the next version of an item"},
};

struct Prepared {
    std::unique_ptr<Job> job;
    std::vector<Target> targets;
    OutputPlan plan;
};

Result<Prepared> prepare(const Arguments& arguments, const Console& console) {
    GALLEY_TRY(auto job, Job::create(arguments));
    GALLEY_TRY(const auto formats, chosen_formats(arguments, job->registry()));
    GALLEY_TRY(auto plan, OutputPlan::create(arguments, formats, console.output_is_terminal()));
    GALLEY_TRY(auto targets, make_targets(formats, *job));
    return Prepared{std::move(job), std::move(targets), std::move(plan)};
}

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    Interruption::install();
    GALLEY_TRY(const Prepared prepared, prepare(arguments, console));
    const PublishOptions publish{.sink = {.replace = arguments.has("force"), .durable = arguments.has("durable")},
                                 .dry_run = arguments.has("dry-run")};
    Verdict verdict;
    {
        Conversion conversion(*prepared.job, prepared.targets, prepared.plan, publish, console, verdict);
        bool going = true;
        for (std::size_t input = 0; going && input < arguments.operands.size(); ++input) {
            going = conversion.take(input, arguments.operands[input]);
        }
        conversion.finish();
    }
    if (Interruption::signal() == SIGTERM) {
        return ExitCode::terminated;
    }
    return verdict.code(fail_on(arguments));
}

}  // namespace

const Command& convert_command() {
    static constexpr Command command{
        .name = "convert",
        .summary = "turn stories into other formats",
        .operands = "STORY...",
        .description =
            "Reads each STORY, finds out what it is, and writes it in every format that --to names. Outputs are checked and "
            "then published whole, under their final name, or not at all.\n\n"
            "With --output-dir, story.txt gives story.pdf; further stories of one input give story-2.pdf and so on, unless the "
            "format holds many. Formats that share an extension get their name before it (story.nitf.xml).",
        .options = options,
        .examples = examples,
        .least_operands = 1,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .reads_input = true,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
