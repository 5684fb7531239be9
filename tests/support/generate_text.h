#pragma once

#include "tests/support/random.h"

#include <string>

namespace galley::test {

/// Which characters generated text has. Each kind has those before it, too. All text is valid UTF-8.
enum class Characters : std::uint8_t {
    letters,  ///< words and marks of Latin, Greek and Cyrillic script, as newspapers print them
    scripts,  ///< other scripts, both directions, combining marks, emoji, words that formats take for syntax
    oddities  ///< controls, line separators, byte order marks, noncharacters, private use, arbitrary code points
};

/// Some words on one line. Has no line end and, of the C0 controls, at most the tab, whatever `characters` says.
[[nodiscard]] std::string generate_line(Random& random, Characters characters, std::uint32_t most_words = 12);

/// Text with line ends, blank and indented lines, leading and trailing space; with `oddities` any control.
[[nodiscard]] std::string generate_lines(Random& random, Characters characters);

/// Any bytes.
[[nodiscard]] std::string generate_bytes(Random& random, std::uint32_t most);

}  // namespace galley::test
