#include "converters/text/person_name.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace galley::text {
namespace {

constexpr std::size_t most_words = 5;

/// A word of at most eight bytes as one number.
constexpr std::uint64_t number_of(std::string_view word) {
    std::uint64_t number = 0;
    for (const char byte : word) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return number;
}

/// "Ease Of Use", "For The Record": words that stand in titles of pages and in nobody's name.
bool is_title_word(std::string_view word) {
    static constexpr std::array words{number_of("And"), number_of("Are"), number_of("For"), number_of("From"), number_of("How"), number_of("Is"), number_of("Of"),
                                      number_of("Our"), number_of("The"), number_of("What"), number_of("Why"), number_of("With"), number_of("Your")};
    constexpr std::size_t longest = 4;
    return word.size() <= longest && word.front() >= 'A' && word.front() <= 'Y' && std::ranges::find(words, number_of(word)) != words.end();
}

/// "И.Петров": right behind an initial's stop a name goes on; in ASCII rather a brand does ("J.Crew").
bool begins_name_of_letters(std::string_view text, std::size_t at) {
    if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) {
        return false;
    }
    const utf8::Character first = utf8::at(text, at);
    return is_upper(first.code) && at + first.size < text.size() && is_lower(utf8::at(text, at + first.size).code);
}

}  // namespace

bool is_name_particle(std::string_view word) {
    static constexpr std::array particles = [] {
        constexpr std::string_view words[] = {"af",    "al",  "am",   "an",   "av",    "bin", "binte", "binti", "bint",
                                              "ben",   "d",   "da",   "dal",  "das",   "de",  "del",   "dela",  "della",
                                              "delos", "dr",  "dr.",  "prof", "prof.", "mgr", "ing.",  "den",   "der",
                                              "di",    "do",  "dos",  "du",   "e",     "el",  "ibn",   "la",    "las",
                                              "le",    "los", "ould", "san",  "st",    "ten", "ter",   "und",   "van",
                                              "vom",   "von", "y",    "zu",   "zum",   "zur", "al-",   "’t",    "'t"};
        std::array<std::uint64_t, std::size(words)> numbers{};
        std::ranges::transform(words, numbers.begin(), number_of);
        std::ranges::sort(numbers);
        return numbers;
    }();
    return word.size() <= sizeof(std::uint64_t) && std::ranges::binary_search(particles, number_of(word));
}

bool is_person_name(std::string_view text) {
    if (text.empty() || text.size() > longest_person_name || text.starts_with("The ")) {
        return false;
    }
    std::size_t words = 0;
    std::size_t capitals = 0;
    std::size_t letters_in_word = 0;
    std::size_t caseless = 0;
    std::size_t characters = 0;
    std::size_t word_begin = 0;
    bool capital_word = false;
    const auto end_word = [&](std::size_t at) {
        const std::string_view word = text.substr(word_begin, at - word_begin);
        if (word.empty()) {
            return true;
        }
        if (++words > most_words || is_title_word(word)) {
            return false;
        }
        capitals += capital_word ? 1U : 0U;
        return capital_word || caseless > 0 || is_name_particle(word);
    };
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        const char32_t code = character.code;
        if (is_letter(code)) {
            capital_word = capital_word || (is_upper(code) && letters_in_word < 3);
            caseless += !is_upper(code) && !is_lower(code) ? 1U : 0U;
            ++letters_in_word;
            ++characters;
        } else if (is_space(code) || (code == '.' && letters_in_word == 1 && begins_name_of_letters(text, at + 1))) {
            if (!end_word(at)) {
                return false;
            }
            word_begin = at + character.size;
            letters_in_word = 0;
            capital_word = false;
        } else if (code != '.' && code != '-' && code != '\'' && code != 0x2019 && code != 0x2010 && code != 0x2011 &&
                   fold(code) != 0 && code != 0x30FB) {
            return false;
        }
        at += character.size;
    }
    if (!end_word(text.size())) {
        return false;
    }
    const bool east_asian = is_ideograph(utf8::at(text, 0).code);
    if (east_asian) {
        return characters >= 2 && characters <= 8 && words <= 2;
    }
    if (caseless > 0) {
        return words >= 2;
    }
    return words >= 2 && capitals >= 2;
}

}  // namespace galley::text
