#pragma once

#include <string_view>
#include <vector>

namespace galley {

/// The parts of a source that tell its encoding. All views are of the bytes given to `take_sample`.
struct TextSample {
    std::vector<std::string_view> lines;  ///< with bytes beyond ASCII, cut short where they are long
    std::vector<std::string_view> words;  ///< of those lines: runs of letters and bytes beyond ASCII with some of these
    std::vector<std::string_view> ascii_words;  ///< of letters alone, from anywhere near the start
};

/// Takes enough to decide and no more: its size does not depend on that of `bytes`, though it looks for the first byte
/// beyond ASCII wherever that is.
[[nodiscard]] TextSample take_sample(std::string_view bytes);

}  // namespace galley
