#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley {

struct FunctionWordCount {
    std::string_view language;  ///< with the most function words in the text, BCP 47
    std::size_t words = 0;      ///< words looked at
    double own = 0;             ///< how many of them are that language's; one that n languages have counts 1/n
    std::size_t distinct = 0;   ///< how many different words of more than one letter those are
    double rival = 0;           ///< the same of the next language
};

/// Counts articles, prepositions and the like of the languages that most copy comes in, over the first `most_words` words of
/// `text`: a hundred times as fast as statistics over all letters, and enough wherever one language stands out. Nothing when no
/// word is known.
[[nodiscard]] std::optional<FunctionWordCount> count_function_words(std::string_view text, std::size_t most_words);

}  // namespace galley
