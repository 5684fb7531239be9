#include "cli/exit_code.h"

#include <catch2/catch.hpp>

using namespace galley;
using namespace galley::cli;

TEST_CASE("the exit status of a run without trouble is 0") {
    Verdict verdict;
    verdict.done();
    verdict.saw(Severity::warning);
    CHECK(verdict.code(Severity::error) == ExitCode::done);
    CHECK(verdict.code(Severity::warning) == ExitCode::warnings);
}

TEST_CASE("each cause has its exit status") {
    const auto alone = [](Cause cause) {
        Verdict verdict;
        verdict.failed(cause);
        return verdict.code(Severity::error);
    };
    CHECK(alone(Cause::input) == ExitCode::failure);
    CHECK(alone(Cause::internal) == ExitCode::failure);
    CHECK(alone(Cause::usage) == ExitCode::usage);
    CHECK(alone(Cause::missing_input) == ExitCode::no_input);
    CHECK(alone(Cause::output) == ExitCode::output);
    CHECK(alone(Cause::self_check) == ExitCode::self_check);
    CHECK(alone(Cause::cancelled) == ExitCode::interrupted);
}

TEST_CASE("a missing input beside others that were done is a failure, not an absence") {
    Verdict verdict;
    verdict.failed(Cause::missing_input);
    verdict.done();
    CHECK(verdict.code(Severity::error) == ExitCode::failure);
}

TEST_CASE("what concerns the operator most decides") {
    Verdict verdict;
    verdict.done();
    verdict.failed(Cause::input);
    CHECK(verdict.code(Severity::warning) == ExitCode::failure);
    verdict.failed(Cause::output);
    CHECK(verdict.code(Severity::error) == ExitCode::output);
    verdict.failed(Cause::self_check);
    CHECK(verdict.code(Severity::error) == ExitCode::self_check);
}
