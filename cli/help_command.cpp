#include "cli/commands.h"
#include "cli/help.h"
#include "cli/man_page.h"

namespace galley::cli {
namespace {

constexpr CommandOption options[] = {
    {.name = "man", .help = "print the manual page of all commands in roff, for `man -l`"},
};

constexpr Example examples[] = {
    {"galley help convert", "everything about one command"},
    {"galley help --man | man -l -", "the manual page"},
};

ExitCode run(const Arguments& arguments, Console& console) {
    if (arguments.has("man")) {
        console.print(man_page());
        return ExitCode::done;
    }
    if (arguments.operands.empty()) {
        console.print(overview());
        return ExitCode::done;
    }
    const auto command = find_command(arguments.operands.front());
    if (!command) {
        console.tell(command.error());
        return exit_code_of(command.error().cause);
    }
    console.print(help_for(**command));
    return ExitCode::done;
}

}  // namespace

const Command& help_command() {
    static constexpr Command command{.name = "help",
                                     .summary = "explain the program or one command",
                                     .operands = "[COMMAND]",
                                     .options = options,
                                     .examples = examples,
                                     .most_operands = 1,
                                     .operands_complete = Completes::command,
                                     .run = run};
    return command;
}

}  // namespace galley::cli
