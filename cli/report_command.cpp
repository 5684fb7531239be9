#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/report_file.h"
#include "galley/batch_report.h"
#include "galley/try.h"

#include <limits>

namespace galley::cli {
namespace {

constexpr std::string_view shapes[] = {"html", "archivematica"};

constexpr CommandOption options[] = {
    {.name = "as",
     .value = "SHAPE",
     .help = "html: a page for people (default); archivematica: its JSON object for events",
     .completes = Completes::choice,
     .choices = shapes},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     .help = "write to FILE, which is replaced; otherwise to standard output",
     .completes = Completes::file},
};

constexpr Example examples[] = {
    {"galley report archive -o report.html", "what failed, what was said, how fast it was"},
    {"galley report news.share-*.tar -o report.html", "all shares of one run together"},
    {"galley report archive --as archivematica", "pass, partial pass or fail, for an event"},
};

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    Interruption::install();
    const Interruption::Shield shield;
    const auto shape = arguments.value("as") == "archivematica" ? BatchReport::archivematica : BatchReport::page;
    GALLEY_TRY(const std::string text, report_batches(arguments.operands, shape, Interruption::token()));
    if (arguments.has("output") && arguments.value("output") != "-") {
        GALLEY_CHECK(write_report(arguments.value("output"), text));
    } else {
        console.print(text);
    }
    return ExitCode::done;
}

}  // namespace

const Command& report_command() {
    static constexpr Command command{
        .name = "report",
        .summary = "tell what a batch came to",
        .operands = "DEST...",
        .description =
            "Tells what the runs at DEST (folders, bags or tars that `galley batch` made, or shards of one run) came to, all together, from "
            "their journals: what failed, warnings by code, formats, languages, encodings, confidence, outputs, speed, the slowest stories, and "
            "a list of stories to search, which opens the values found in a story marked in its text. The page is one file that needs no "
            "network. A run that is still at work can be told about, too.",
        .options = options,
        .examples = examples,
        .least_operands = 1,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
