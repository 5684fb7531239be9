#pragma once

#include "core/batch/state_folder.h"
#include "galley/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace galley::batch {

/// Which story crashed the process: each worker notes what it works on in memory that is shared with a file, and a
/// handler of SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT notes the signal there. Being killed from outside notes
/// nothing, so it never makes a story suspect.
class CrashMarks {
public:
    struct Slot;

    /// Reads what earlier parts of the run left and makes `workers` slots. Fails with `output.*`.
    [[nodiscard]] static Result<std::unique_ptr<CrashMarks>> open(const StateFolder& state, std::uint32_t workers);

    CrashMarks(const CrashMarks&) = delete;
    CrashMarks& operator=(const CrashMarks&) = delete;
    ~CrashMarks();

    /// How often each item ended the process, by name; those that were given up count as often as it takes.
    [[nodiscard]] const std::map<std::string, std::uint32_t>& crashes() const { return crashes_; }
    /// An item is skipped when it crashed the process as often.
    static constexpr std::uint32_t too_often = 2;

    /// Notes that the next part of the run is to skip the item. Thread-safe.
    [[nodiscard]] Result<> give_up(const std::string& name);

    /// The calling thread is worker `slot` from now on; with `catch_signals` its crashes are noted.
    void enter(std::uint32_t slot, bool catch_signals);
    void leave();
    void begin(std::uint32_t slot, const std::string& name);
    void end(std::uint32_t slot);

    /// Takes over the signals for the process; once.
    static void install_handlers();

private:
    CrashMarks(std::string log, Slot* slots, std::uint32_t count)
        : log_(std::move(log)),
          slots_(slots),
          count_(count) {}

    Result<> note(const std::string& name, std::uint32_t times);

    std::string log_;
    Slot* slots_;
    std::uint32_t count_;
    std::mutex mutex_;
    std::map<std::string, std::uint32_t> crashes_;
};

}  // namespace galley::batch
