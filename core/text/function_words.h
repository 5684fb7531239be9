#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
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

/// Counts articles, prepositions and the like of the languages that most copy comes in: a hundred times as fast as
/// statistics over all letters, and enough wherever one language stands out. Views its text.
class FunctionWords {
public:
    static constexpr std::size_t slots =
        4096;  ///< of the table of words: sparse enough that a search ends after one step mostly

    explicit FunctionWords(std::string_view text) : text_(text) {}

    /// Goes on until `most_words` words of the text are counted, or all.
    void read(std::size_t most_words);

    /// Nothing when no word was known.
    [[nodiscard]] std::optional<FunctionWordCount> count() const;

private:
    static constexpr std::size_t most_languages = 56;

    void read_letter_by_letter();
    void count(std::size_t slot, std::size_t size);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t words_ = 0;
    std::uint64_t met_ = 0;  ///< bit i: language i has points
    std::array<double, most_languages> points_{};
    std::array<std::uint32_t, most_languages> distinct_{};
    std::bitset<slots> seen_{};
};

}  // namespace galley
