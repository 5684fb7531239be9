#pragma once

#include <cstdio>
#include <cstdlib>

namespace galley::fuzz {

/// Ends the process with the broken rule's name when `holds` is false: libFuzzer and the replay both report that as a
/// crash.
inline void require(bool holds, const char* rule) {
    if (!holds) {
        std::fprintf(stderr, "broken: %s\n", rule);
        std::abort();
    }
}

}  // namespace galley::fuzz
