#include "galley/version.h"

namespace galley {

std::string_view version() { return GALLEY_VERSION; }

std::string_view generator() { return "Galley " GALLEY_VERSION; }

}  // namespace galley
