#include "cli/commands.h"
#include "cli/help.h"
#include "cli/man_page.h"
#include "galley/try.h"

namespace galley::cli {
namespace {

constexpr CommandOption options[] = {
    {.name = "man", .help = "print the manual page of all commands in roff, for `man -l`"},
};

constexpr Example examples[] = {
    {"galley help convert", "everything about one command"},
    {"galley help --man | man -l -", "the manual page"},
};

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    if (arguments.has("man")) {
        console.print(man_page());
        return ExitCode::done;
    }
    if (arguments.operands.empty()) {
        console.print(overview());
        return ExitCode::done;
    }
    GALLEY_TRY(const Command* command, find_command(arguments.operands.front()));
    console.print(help_for(*command));
    return ExitCode::done;
}

}  // namespace

const Command& help_command() {
    static constexpr Command command{
        .name = "help",
        .summary = "explain the program or one command",
        .operands = "[COMMAND]",
        .options = options,
        .examples = examples,
        .most_operands = 1,
        .operands_complete = Completes::command,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
