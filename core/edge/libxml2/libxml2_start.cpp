#include "core/edge/libxml2/libxml2_start.h"

#include <libxml/parser.h>

namespace galley {

void start_libxml2() {
    // Never undone: other users of the library in the same program may depend on it.
    static const bool started = [] {
        xmlInitParser();
        return true;
    }();
    (void)started;
}

}  // namespace galley
