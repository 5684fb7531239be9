#include "cli/interruption.h"

#include <atomic>
#include <csignal>

namespace galley::cli {
namespace {

std::atomic<int> shields = 0;
std::atomic<int> received = 0;

std::stop_source& stop_source() {
    static std::stop_source source;
    return source;
}

/// `request_stop` only touches lock-free atomics here: nobody registers a callback on this source.
void on_signal(int number) {
    received = number;
    std::signal(number, SIG_DFL);
    if (shields > 0) {
        stop_source().request_stop();
    } else {
        std::raise(number);
    }
}

}  // namespace

void Interruption::install() {
    stop_source();
    for (const int number : {SIGINT, SIGTERM}) {
        struct sigaction action {};
        action.sa_handler = on_signal;
        ::sigaction(number, &action, nullptr);
    }
}

std::stop_token Interruption::token() { return stop_source().get_token(); }

int Interruption::signal() { return received; }

Interruption::Shield::Shield() { ++shields; }

Interruption::Shield::~Shield() { --shields; }

}  // namespace galley::cli
