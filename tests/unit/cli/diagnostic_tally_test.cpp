#include "cli/diagnostic_tally.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <unistd.h>

using namespace galley;
using namespace galley::cli;

namespace {

/// What `work` tells a console whose standard error is a pipe.
template <class Work>
std::string told_by(const Work& work) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const int kept = ::dup(STDERR_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[1]);
    Console console;
    work(console);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    std::string told(1 << 15, '\0');
    told.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(ends[0], told.data(), told.size()), 0)));
    ::close(ends[0]);
    return told;
}

Diagnostic warning(const char* message, Cause cause = Cause::input) {
    return {.severity = Severity::warning, .cause = cause, .code = "test.warning", .message = message};
}

}  // namespace

TEST_CASE("what concerns several stories is told once, with their number") {
    Verdict verdict;
    const std::string told = told_by([&](Console& console) {
        DiagnosticTally tally(console, verdict);
        const auto say = [&](std::size_t story, Diagnostics said) { tally.take(said, "mail.mbox", story); };
        say(1, {warning("is odd"), warning("is odd"), warning("has no provider", Cause::usage)});
        say(2, {warning("is short"), warning("has no provider", Cause::usage)});
        say(3, {warning("is odd")});
        tally.end_input();
        say(4, {warning("is odd"), warning("has no provider", Cause::usage)});
        tally.end_input();
        tally.end_run();
    });
    CHECK(told ==
          "warning test.warning mail.mbox: is odd (2 stories)\n"
          "warning test.warning mail.mbox: is short\n"
          "warning test.warning mail.mbox: is odd\n"
          "warning test.warning: has no provider (3 stories)\n");
    CHECK(verdict.code(Severity::warning) == ExitCode::warnings);
    CHECK(verdict.code(Severity::error) == ExitCode::done);
}

TEST_CASE("an error is told with its input, whoever has to act, and judged") {
    Verdict verdict;
    bool failed = false;
    const std::string told = told_by([&](Console& console) {
        DiagnosticTally tally(console, verdict);
        Diagnostics said{{.cause = Cause::usage, .code = "test.error", .message = "does not fit"}};
        failed = tally.take(said, "a.txt", 1);
        tally.end_input();
    });
    CHECK(failed);
    CHECK(told == "error test.error a.txt: does not fit\n");
    CHECK(verdict.code(Severity::error) == ExitCode::usage);
}
