#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace galley {

/// How a text can be written so that PyYAML, npm's yaml and yaml-cpp read it back equal.
enum class ScalarStyle : std::uint8_t {
    double_quoted_as_is,  ///< nothing in it needs an escape
    single_quoted,        ///< has " or \ and neither ' nor anything that needs an escape: reads better so
    double_quoted,        ///< with escapes
    block                 ///< several lines, as they are
};

/// The style for `utf8`, which is valid UTF-8.
[[nodiscard]] ScalarStyle style_for(std::string_view utf8);

/// `utf8` in double quotes. Escaped are C0, DEL and C1 controls, U+2028, U+2029, U+FEFF and noncharacters: YAML 1.1
/// takes some for line ends, parsers refuse others, and none can be seen in an editor.
void append_double_quoted(std::string_view utf8, std::string& to);

/// A literal block scalar without the line end after it: header and lines, indented by `indent` spaces, which is `step`
/// more than the collection it stands in. REQUIRES: `style_for(utf8)` is `block`.
void append_block_scalar(std::string_view utf8, std::size_t indent, std::size_t step, std::string& to);

}  // namespace galley
