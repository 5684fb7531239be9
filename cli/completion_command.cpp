#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/program_registry.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::cli {
namespace {

constexpr Example examples[] = {
    {"galley completion bash > ~/.local/share/bash-completion/completions/galley", "for bash"},
    {"galley completion zsh > ~/.zfunc/_galley", "for zsh, with ~/.zfunc in fpath"},
    {"galley completion fish > ~/.config/fish/completions/galley.fish", "for fish"},
};

struct Shell {
    std::string_view name;
    std::string (*script)(const std::vector<std::string_view>& formats);
};
constexpr Shell shells[] = {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    Registry registry;
    GALLEY_CHECK(register_formats(registry));
    std::vector<std::string_view> formats;
    for (const Format* format : registry.formats()) {
        formats.push_back(format->name);
    }
    const auto shell = std::ranges::find(shells, arguments.operands.front(), &Shell::name);
    if (shell == std::end(shells)) {
        return fail({.cause = Cause::usage,
                     .code = "usage.unknown-shell",
                     .message = "there is no completion for '" + arguments.operands.front() + "'",
                     .hints = {"there is one for bash, zsh and fish"}});
    }
    console.print(shell->script(formats));
    return ExitCode::done;
}

}  // namespace

const Command& completion_command() {
    static constexpr Command command{
        .name = "completion",
        .summary = "print a script that teaches a shell to complete galley's commands",
        .operands = "bash|zsh|fish",
        .examples = examples,
        .least_operands = 1,
        .most_operands = 1,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
