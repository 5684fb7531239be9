#include "converters/text/person_name.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {
namespace {

constexpr std::size_t most_words = 5;

/// "И.Петров": right behind an initial's stop a name goes on; in ASCII rather a brand does ("J.Crew").
bool begins_name_of_letters(std::string_view text, std::size_t at) {
    if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) {
        return false;
    }
    const utf8::Character first = utf8::at(text, at);
    return is_upper(first.code) && at + first.size < text.size() && is_lower(utf8::at(text, at + first.size).code);
}

}  // namespace

bool is_name_particle(std::string_view word, const Lexicon& lexicon) {
    return !word.empty() && !is_upper(utf8::at(word, 0).code) && lexicon.is_phrase(word, PhraseKind::name_particle);
}

bool begins_with_article(std::string_view text, const Lexicon& lexicon) {
    const auto article = !text.empty() && is_upper(utf8::at(text, 0).code)
                             ? lexicon.longest(text, 0, PhraseKind::article)
                             : std::nullopt;
    return article && article->end < text.size() && text[article->end] == ' ';
}

bool is_person_name(std::string_view text, const Lexicon& lexicon, std::uint8_t language) {
    if (text.empty() || text.size() > longest_person_name || begins_with_article(text, lexicon)) {
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
        if (++words > most_words || (capital_word && lexicon.whole(word, PhraseKind::not_in_name, language))) {
            return false;
        }
        capitals += capital_word ? 1U : 0U;
        return capital_word || caseless > 0 || is_name_particle(word, lexicon);
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
