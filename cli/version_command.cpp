#include "cli/commands.h"

#include "galley/version.h"

#include <string>

namespace galley::cli {
namespace {

Result<ExitCode> run(const Arguments&, Console& console) {
    console.print("galley " + std::string(version()) + "\n");
    return ExitCode::done;
}

}  // namespace

const Command& version_command() {
    static constexpr Command command{
        .name = "version",
        .summary = "print the program's version",
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
