#pragma once

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "galley/result.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace galley::cli {

/// What a shell offers when an option's value or an operand is completed.
enum class Completes : std::uint8_t { nothing, file, folder, format, command, choice };

/// One option of a command, as data: parsing, help, manual and shell completion come from it.
struct CommandOption {
    std::string_view name;     ///< "output-dir"
    char letter = 0;           ///< 'o', or 0
    std::string_view value{};  ///< name of its value, "DIR"; empty for a flag
    std::string_view help{};   ///< one line
    Completes completes = Completes::nothing;
    std::span<const std::string_view> choices{};  ///< what the value may be, with Completes::choice
    bool repeatable = false;
};

/// A command line to paste, and what it does.
struct Example {
    std::string_view line;
    std::string_view explanation;
};

/// One command of the program, as data with the function that runs it. All views live as long as the program.
struct Command {
    std::string_view name;
    std::string_view summary;        ///< one line
    std::string_view operands{};     ///< "STORY..."
    std::string_view description{};  ///< paragraphs, separated by an empty line
    std::span<const CommandOption> options{};
    std::span<const Example> examples{};
    std::size_t least_operands = 0;
    std::size_t most_operands = 0;
    Completes operands_complete = Completes::nothing;
    bool reads_input = false;  ///< an operand may be '-', standard input
    /// A failure ends the program with the code of its cause; `main` tells it.
    Result<ExitCode> (*run)(const Arguments& arguments, Console& console) = nullptr;
};

}  // namespace galley::cli
