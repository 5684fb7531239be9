#include "converters/text/phrase_starts.h"

#include "core/text/ascii_word.h"

#include <utility>

namespace galley::text {
namespace {

/// Where the two entries of a word stand.
std::pair<std::size_t, std::size_t> slots_of(const AsciiWord& word) {
    constexpr unsigned bits_of_slot = 13;
    static_assert(PhraseStarts::words == std::size_t{1} << bits_of_slot);
    constexpr std::size_t begin = PhraseStarts::classes * PhraseStarts::classes + PhraseStarts::hashes;
    return {begin + (word.hash >> (64 - bits_of_slot)),
            begin + PhraseStarts::words + (word.hash >> (64 - 2 * bits_of_slot)) % PhraseStarts::words};
}

}  // namespace

/// What `line` has from `begin` on up to the next character that is no letter is a phrase's first word, or there is no
/// phrase. Where a word may end otherwise ("BrownReuters", "naïve") the word says nothing.
PhraseKinds PhraseStarts::at_word(std::string_view line, std::size_t begin) const {
    const AsciiWord word = ascii_word_at(line, begin);
    const std::size_t end = begin + word.size;
    const bool says_nothing =
        word.inner_capital || (end < line.size() && static_cast<unsigned char>(line[end]) >= 0x80);
    const auto [one, other] = slots_of(word);
    return PhraseKinds::from_bits(says_nothing ? UINT64_MAX : kinds_[one] & kinds_[other]);
}

PhraseKinds PhraseStarts::at_beyond_ascii(std::string_view line, std::size_t begin) const {
    const char32_t code = fold(utf8::at(line, begin).code);
    if (code == 0) {
        return PhraseKinds::from_bits(UINT64_MAX);  // skipped: what comes after it is the first
    }
    return code < 0x80 ? kinds(class_of(static_cast<unsigned char>(code)), Class::any)
                       : PhraseKinds::from_bits(kinds_[hash_of(code)]);
}

std::vector<std::uint64_t> PhraseStarts::build(std::string_view text, std::span<const Phrase> phrases) {
    std::vector<std::uint64_t> table(size, 0);
    for (const Phrase& phrase : phrases) {
        const std::string_view bytes = text.substr(phrase.offset, phrase.size);
        if (bytes.empty()) {
            continue;
        }
        const std::uint64_t kind = PhraseKinds{phrase.kind}.bits();
        const utf8::Character first = utf8::at(bytes, 0);
        if (first.code >= 0x80) {
            table[hash_of(first.code)] |= kind;
            continue;
        }
        const auto [one, other] = slots_of(ascii_word_at(bytes, 0));
        table[one] |= kind;
        table[other] |= kind;
        const std::size_t row = class_of(static_cast<unsigned char>(bytes.front()));
        table[row * classes + Class::any] |= kind;
        if (bytes.size() == 1) {
            for (std::size_t column = 0; column < Class::any; ++column) {
                table[row * classes + column] |= kind;
            }
        } else if (const auto second = static_cast<unsigned char>(bytes[1]); second < 0x80) {
            table[row * classes + class_of(second)] |= kind;
        }
    }
    return table;
}

}  // namespace galley::text
