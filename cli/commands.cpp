#include "cli/commands.h"

#include "galley/suggest.h"

#include <string>
#include <vector>

namespace galley::cli {

std::span<const Command* const> commands() {
    static const Command* const all[] = {&convert_command(),    &batch_command(),   &merge_command(),
                                         &verify_command(),     &report_command(),  &inspect_command(),
                                         &validate_command(),   &formats_command(), &help_command(),
                                         &completion_command(), &version_command()};
    return all;
}

Result<const Command*> find_command(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Command* command : commands()) {
        if (command->name == name) {
            return command;
        }
        names.push_back(command->name);
    }
    auto hints = suggest(name, names);
    hints.emplace_back("`galley help` lists the commands");
    return fail({.cause = Cause::usage,
                 .code = "usage.unknown-command",
                 .message = "there is no command '" + std::string(name) + "'",
                 .hints = std::move(hints)});
}

}  // namespace galley::cli
