#include "cli/batch_display.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "galley/batch.h"
#include "galley/try.h"

#include <csignal>
#include <limits>

namespace galley::cli {
namespace {

constexpr CommandOption options[] = {
    {.name = "output",
     .letter = 'o',
     .value = "DEST",
     .help = "the folder, bag or tar to make",
     .completes = Completes::file},
};

constexpr Example examples[] = {
    {"galley merge shard-* --output whole", "folders or bags"},
    {"galley merge shard-*.tar.zst --output whole.tar.zst", "tars, with their journals beside them"},
};

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    Interruption::install();
    if (!arguments.has("output")) {
        return fail({.cause = Cause::usage,
                     .code = "usage.no-destination",
                     .message = "no destination was named",
                     .hints = {"name it with --output DEST"}});
    }
    const Interruption::Shield shield;
    GALLEY_TRY(const BatchSummary summary,
               merge_batches(arguments.operands, arguments.value("output"), Interruption::token()));
    console.print(describe(summary, LogFormat::text) + "\n");
    if (!summary.complete) {
        return Interruption::signal() == SIGTERM ? ExitCode::terminated : ExitCode::interrupted;
    }
    return summary.failed > 0 ? ExitCode::failure : ExitCode::done;
}

}  // namespace

const Command& merge_command() {
    static constexpr Command command{
        .name = "merge",
        .summary = "join the shards of a batch",
        .operands = "SHARD...",
        .description =
            "Joins the complete shards of one run into one destination of the same form, in the order of the source, and checks every "
            "digest on the way: the bytes are those of a run that was never split. The shards stay as they are. When it was "
            "interrupted, the same command goes on.",
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
