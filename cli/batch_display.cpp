#include "cli/batch_display.h"

#include "cli/exit_code.h"
#include "cli/json_text.h"

#include <unistd.h>
#include <cstdlib>

namespace galley::cli {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr auto on_terminal = std::chrono::milliseconds(200);
constexpr auto in_log = std::chrono::seconds(1);

/// 1234567 as 1,234,567.
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::uint64_t>(seconds);
    if (whole >= 48 * 3600) {
        return std::to_string(whole / (24 * 3600)) + " days";
    }
    if (whole >= 2 * 3600) {
        return std::to_string(whole / 3600) + " h";
    }
    return whole >= 120 ? std::to_string(whole / 60) + " min" : std::to_string(whole) + " s";
}

std::uint64_t rate(const BatchProgress& progress, double seconds) {
    return seconds <= 0
               ? 0
               : static_cast<std::uint64_t>(static_cast<double>(progress.records - progress.resumed) / seconds);
}

}  // namespace

BatchDisplay::BatchDisplay(BatchRun& run, LogFormat log, std::chrono::seconds deadline, Console& console)
    : run_(run),
      log_(log),
      deadline_(deadline),
      console_(console),
      terminal_(log == LogFormat::text && ::isatty(STDERR_FILENO) == 1),
      begun_(Clock::now()),
      thread_([this](const std::stop_token& stop) {
          const auto pause = terminal_ ? std::chrono::duration_cast<std::chrono::milliseconds>(on_terminal) : in_log;
          std::unique_lock lock(mutex_);
          while (!stop.stop_requested()) {
              changed_.wait_for(lock, stop, pause, [] { return false; });
              show();
              watch();
          }
      }) {}

BatchDisplay::~BatchDisplay() {
    thread_.request_stop();
    thread_.join();
    if (terminal_) {
        static_cast<void>(::write(STDERR_FILENO, "\r\x1b[K", 4));
    }
}

std::string BatchDisplay::line(const BatchProgress& progress) const {
    const double seconds = Seconds(Clock::now() - begun_).count();
    std::string text = grouped(progress.records) + " stories, " + grouped(rate(progress, seconds)) + "/s, " +
                       grouped(progress.failed) + " failed";
    if (progress.fraction && *progress.fraction > 0.001) {
        text += ", " + std::to_string(static_cast<int>(*progress.fraction * 100)) + " %, " +
                duration(seconds / *progress.fraction * (1 - *progress.fraction)) + " left";
    }
    return progress.name.empty() ? text : text + "  " + progress.name;
}

void BatchDisplay::show() {
    if (!terminal_ && log_ == LogFormat::text) {
        return;
    }
    const BatchProgress progress = run_.progress();
    if (terminal_) {
        std::string text = "\r\x1b[K" + line(progress).substr(0, console_.width() - 1);
        static_cast<void>(::write(STDERR_FILENO, text.data(), text.size()));
        return;
    }
    const double seconds = Seconds(Clock::now() - begun_).count();
    JsonObject object;
    object.text("event", "progress")
        .member("records", std::to_string(progress.records))
        .member("failed", std::to_string(progress.failed))
        .member("resumed", std::to_string(progress.resumed))
        .member("items", std::to_string(progress.items))
        .member("output_bytes", std::to_string(progress.output_bytes))
        .member("seconds", std::to_string(static_cast<std::uint64_t>(seconds)))
        .member("per_second", std::to_string(rate(progress, seconds)));
    console_.tell(object.json());
}

void BatchDisplay::watch() {
    const auto oldest = run_.oldest();
    if (!oldest || oldest->age <= 2 * deadline_) {
        return;
    }
    const auto given_up = run_.give_up(oldest->name);
    const Diagnostic stuck{.code = "batch.stuck",
                           .message = "'" + oldest->name + "' has been worked on for " +
                                      std::to_string(oldest->age.count()) + " seconds and does not come to an end",
                           .where = {.source = oldest->name},
                           .hints = {"go on with --resume, which passes it over; please report it with the story"}};
    log_ == LogFormat::json ? console_.tell(log_line(stuck)) : console_.tell(stuck);
    if (given_up) {
        std::_Exit(static_cast<int>(ExitCode::failure));
    }
}

std::string describe(const BatchSummary& summary, LogFormat log) {
    if (log == LogFormat::json) {
        return JsonObject()
            .text("event", "summary")
            .member("complete", summary.complete ? "true" : "false")
            .member("records", std::to_string(summary.records))
            .member("done", std::to_string(summary.done))
            .member("failed", std::to_string(summary.failed))
            .member("invalid", std::to_string(summary.invalid))
            .member("skipped", std::to_string(summary.skipped))
            .member("warned", std::to_string(summary.warned))
            .member("resumed", std::to_string(summary.resumed))
            .member("output_bytes", std::to_string(summary.output_bytes))
            .json();
    }
    std::string text = grouped(summary.done) + (summary.done == 1 ? " story done" : " stories done");
    text += summary.warned > 0 ? " (" + grouped(summary.warned) + " with warnings)" : "";
    text += ", " + grouped(summary.failed) + " failed";
    text += summary.skipped > 0 ? ", " + grouped(summary.skipped) + " passed over" : "";
    text += summary.resumed > 0 ? ", " + grouped(summary.resumed) + " of all in earlier parts" : "";
    return text + (summary.complete ? "" : "; not complete, go on with --resume");
}

std::string log_line(const Diagnostic& diagnostic) {
    return JsonObject()
        .text("event", "diagnostic")
        .text("severity", name_of(diagnostic.severity))
        .text("code", diagnostic.code)
        .text("message", diagnostic.message)
        .text_or_null("source", diagnostic.where.source)
        .json();
}

}  // namespace galley::cli
