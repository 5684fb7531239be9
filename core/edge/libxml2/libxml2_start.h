#pragma once

namespace galley {

/// Makes libxml2 ready, once, at its first use from whatever thread; cheap afterwards. Touches no global handler.
void start_libxml2();

}  // namespace galley
