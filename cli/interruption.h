#pragma once

#include <stop_token>

namespace galley::cli {

/// SIGINT and SIGTERM: they end the program at once while nothing is half-written, and otherwise ask the work to stop,
/// so that unfinished outputs are removed first. A second signal always ends it at once.
class Interruption {
public:
    /// Takes over both signals for the rest of the program.
    static void install();

    /// For `Context`.
    [[nodiscard]] static std::stop_token token();

    /// While one lives there are part files that a signal must not leave behind.
    class Shield {
    public:
        Shield();
        ~Shield();
        Shield(const Shield&) = delete;
        Shield& operator=(const Shield&) = delete;
    };

    /// The signal that came, or 0.
    [[nodiscard]] static int signal();
};

}  // namespace galley::cli
