#pragma once

#include "galley/format.h"

namespace galley::test {

/// A format for tests: a line is a paragraph, "%%" alone on a line ends a story. Holds many stories, and figures not at
/// all.
[[nodiscard]] const Format& lines_format();

/// Like it, but holds one story; its writer renders the story as lines inside itself, and its validator refuses the
/// word "bad".
[[nodiscard]] const Format& wrapper_format();

}  // namespace galley::test
