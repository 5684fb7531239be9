#include "cli/exit_code.h"

namespace galley::cli {
namespace {

constexpr ExitCodeEntry entries[] = {
    {ExitCode::done, "done: every output that was asked for is there"},
    {ExitCode::failure, "some input could not be read or converted, or is not valid"},
    {ExitCode::usage, "the command line is wrong: an unknown command, option, format or value"},
    {ExitCode::warnings, "done, with warnings, under --fail-on warning"},
    {ExitCode::no_input, "there is no input: no such file, or no permission to read it"},
    {ExitCode::output, "an output could not be stored: it exists, permission, space"},
    {ExitCode::self_check, "an output failed its own check and was not published: a bug of Galley's"},
    {ExitCode::interrupted, "stopped by SIGINT (Ctrl-C)"},
    {ExitCode::terminated, "stopped by SIGTERM"},
};

}  // namespace

std::span<const ExitCodeEntry> exit_codes() { return entries; }

ExitCode exit_code_of(Cause cause) {
    switch (cause) {
        case Cause::input:
        case Cause::internal: return ExitCode::failure;
        case Cause::usage: return ExitCode::usage;
        case Cause::missing_input: return ExitCode::no_input;
        case Cause::output: return ExitCode::output;
        case Cause::self_check: return ExitCode::self_check;
        case Cause::cancelled: return ExitCode::interrupted;
    }
    return ExitCode::failure;
}

void Verdict::failed(Cause cause) {
    ++failed_;
    switch (cause) {
        case Cause::missing_input: ++missing_; break;
        case Cause::usage: usage_ = true; break;
        case Cause::output: output_ = true; break;
        case Cause::self_check: self_check_ = true; break;
        case Cause::cancelled: cancelled_ = true; break;
        case Cause::input:
        case Cause::internal: break;
    }
}

void Verdict::saw(Severity severity) { warned_ = warned_ || severity >= Severity::warning; }

ExitCode Verdict::code(Severity fail_on) const {
    if (cancelled_) {
        return ExitCode::interrupted;
    }
    if (failed_ > 0) {
        if (usage_) {
            return ExitCode::usage;
        }
        if (self_check_) {
            return ExitCode::self_check;
        }
        if (output_) {
            return ExitCode::output;
        }
        return done_ == 0 && missing_ == failed_ ? ExitCode::no_input : ExitCode::failure;
    }
    return fail_on == Severity::warning && warned_ ? ExitCode::warnings : ExitCode::done;
}

}  // namespace galley::cli
