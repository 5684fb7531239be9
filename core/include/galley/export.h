#pragma once

/// Put on the namespace of every public header: what it declares is visible in shared libraries, everything else is
/// hidden.
#define GALLEY_API [[gnu::visibility("default")]]
