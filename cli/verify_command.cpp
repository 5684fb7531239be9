#include "cli/batch_display.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "galley/batch.h"

#include <csignal>
#include <limits>

namespace galley::cli {
namespace {

constexpr Example examples[] = {
    {"galley verify out", "a folder that `galley batch` made"},
    {"galley verify news.tar.zst", "a tar, by the journal beside it"},
};

void verify(const std::string& path, Console& console, Verdict& verdict) {
    const auto check = verify_batch(
        path, [&](const Diagnostic& said) { console.tell(said); }, Interruption::token());
    if (!check) {
        console.tell(check.error());
        verdict.failed(check.error().cause);
        return;
    }
    const bool good = check->wrong == 0 && check->summary.complete;
    good ? verdict.done() : verdict.failed(Cause::input);
    console.print(path + ": " + std::to_string(check->checked) + " outputs of " + std::to_string(check->summary.done) +
                  " stories, " +
                  (check->wrong == 0
                       ? console.styled("all as the journal says", Style::green)
                       : console.styled(std::to_string(check->wrong) + " not as the journal says", Style::red)) +
                  (check->summary.complete ? "" : ", run not complete") + "\n");
}

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    Interruption::install();
    const Interruption::Shield shield;
    Verdict verdict;
    for (const std::string& path : arguments.operands) {
        verify(path, console, verdict);
    }
    return Interruption::signal() == SIGTERM ? ExitCode::terminated : verdict.code(Severity::error);
}

}  // namespace

const Command& verify_command() {
    static constexpr Command command{
        .name = "verify",
        .summary = "check what a batch made against its journal",
        .operands = "DEST...",
        .description =
            "Compares the size and SHA-256 of every output in DEST (a folder, bag or tar that `galley batch` made) with its journal, "
            "and looks for files without a record. The exit status is 1 when something is wrong or the run is not complete.",
        .options = {},
        .examples = examples,
        .least_operands = 1,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
