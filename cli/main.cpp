#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/help.h"

#include <csignal>
#include <span>
#include <string_view>

namespace galley::cli {
namespace {

ExitCode refuse(Console& console, const Diagnostic& diagnostic) {
    console.tell(diagnostic);
    return exit_code_of(diagnostic.cause);
}

ExitCode run(std::span<const char* const> words, Console& console) {
    if (words.empty()) {
        console.tell(overview());
        return ExitCode::usage;
    }
    const std::string_view first = words.front();
    if (first == "--help" || first == "-h") {
        console.print(overview());
        return ExitCode::done;
    }
    const auto command = find_command(first == "--version" || first == "-V" ? "version" : first);
    if (!command) {
        return refuse(console, command.error());
    }
    const auto arguments = parse_command_line(**command, words.subspan(1));
    if (!arguments) {
        return refuse(console, arguments.error());
    }
    if (arguments->has("help")) {
        console.print(help_for(**command));
        return ExitCode::done;
    }
    const auto code = (*command)->run(*arguments, console);
    return code ? *code : refuse(console, code.error());
}

}  // namespace
}  // namespace galley::cli

int main(int argc, char** argv) {
    using namespace galley::cli;
    std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is a failed write, so that part files are removed
    const std::span<const char* const> words(argv, static_cast<std::size_t>(argc));
    Console console;
    const ExitCode code = run(words.subspan(words.empty() ? 0 : 1), console);
    if (!console.flush() && code == ExitCode::done) {
        console.tell(galley::Diagnostic{.code = "output.write-failed",
                                        .message = "standard output did not take everything",
                                        .hints = {"look for a full disk, or a program that closed the pipe"}});
        return static_cast<int>(ExitCode::output);
    }
    return static_cast<int>(code);
}
