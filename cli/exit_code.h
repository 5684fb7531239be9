#pragma once

#include "galley/diagnostic.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace galley::cli {

/// What the program tells the shell. Stable: scripts depend on it. Never `done` without every output that was asked
/// for.
enum class ExitCode : std::uint8_t {
    done = 0,
    failure = 1,
    usage = 2,
    warnings = 3,
    no_input = 4,
    output = 5,
    self_check = 6,
    interrupted = 130,
    terminated = 143
};

/// A row of the table that help and manual print.
struct ExitCodeEntry {
    ExitCode code;
    std::string_view meaning;
};
[[nodiscard]] std::span<const ExitCodeEntry> exit_codes();

/// The code of a run that ends with this one failure.
[[nodiscard]] ExitCode exit_code_of(Cause cause);

/// Gathers what happened to the inputs of one run and gives the one code for all of it.
class Verdict {
public:
    void done() { ++done_; }
    void failed(Cause cause);
    void saw(Severity severity);

    /// Failures first, the one that most concerns the operator before others: usage, self-check, output, then input.
    /// Inputs that are not there count as `no_input` only when there was nothing else to convert.
    [[nodiscard]] ExitCode code(Severity fail_on) const;

private:
    std::uint64_t done_ = 0;
    std::uint64_t missing_ = 0;
    std::uint64_t failed_ = 0;
    bool usage_ = false;
    bool output_ = false;
    bool self_check_ = false;
    bool cancelled_ = false;
    bool warned_ = false;
};

}  // namespace galley::cli
