#include "core/text/function_words.h"

#include "core/text/ascii_word.h"
#include "core/text/function_words_data.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace galley {

namespace {

using function_words::Language;
using function_words::languages;

constexpr std::size_t longest_word = 24;
constexpr std::size_t slots = FunctionWords::slots;

// A word of at most eight bytes is a number; a longer one is folded into as many.
struct Entry {
    std::uint64_t word = 0;
    std::uint64_t languages = 0;  ///< bit i: languages[i]; how many those are above them
};
constexpr unsigned most_languages = 56;
static_assert(std::size(languages) <= most_languages);
constexpr std::uint64_t one_more_language = std::uint64_t{1} << most_languages;

constexpr std::uint64_t with_letter(std::uint64_t word, unsigned char letter) { return std::rotl(word, 8) ^ letter; }

constexpr std::size_t slot_of(std::uint64_t word) { return (word * 0x9E3779B97F4A7C15U) >> 52U; }
static_assert(slots == std::size_t{1} << (64 - 52));

constexpr void insert(std::array<Entry, slots>& table, std::uint64_t word, std::uint64_t language) {
    std::size_t slot = slot_of(word);
    while (table[slot].word != 0 && table[slot].word != word) {
        slot = (slot + 1) % slots;
    }
    table[slot].word = word;
    if ((table[slot].languages & language) == 0) {
        table[slot].languages = (table[slot].languages | language) + one_more_language;
    }
}

constexpr std::array<Entry, slots> table = [] {
    std::array<Entry, slots> result{};
    for (std::size_t i = 0; i < std::size(languages); ++i) {
        std::uint64_t word = 0;
        for (const char byte : languages[i].words) {
            if (byte != ' ') {
                word = with_letter(word, static_cast<unsigned char>(byte));
            } else {
                insert(result, std::exchange(word, 0), std::uint64_t{1} << i);
            }
        }
        insert(result, word, std::uint64_t{1} << i);
    }
    return result;
}();

// The slot of `word`; that of an empty entry when no language has it.
std::size_t find_slot(std::uint64_t word) {
    std::size_t slot = slot_of(word);
    while (table[slot].word != 0 && table[slot].word != word) {
        slot = (slot + 1) % slots;
    }
    return slot;
}

// Bytes of words in lower case; 0 for what ends a word. Everything beyond ASCII is taken for letters, but marks.
constexpr std::array<unsigned char, 256> letters = [] {
    std::array<unsigned char, 256> result{};
    for (unsigned byte = 'a'; byte <= 'z'; ++byte) {
        result[byte] = static_cast<unsigned char>(byte);
        result[byte - 'a' + 'A'] = static_cast<unsigned char>(byte);
    }
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
        result[byte] = static_cast<unsigned char>(byte);
    }
    return result;
}();

// How many bytes the mark has that begins at `at`: quotes, dashes and the like stand beside words without a space. 0: a
// letter.
std::size_t mark_size(std::string_view text, std::size_t at) {
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    switch (static_cast<unsigned char>(text[at])) {
        case 0xC2: return 2;                                                     // U+0080 to U+00BF
        case 0xD8: return next == 0x8C || next == 0x9B || next == 0x9F ? 2 : 0;  // Arabic comma and the like
        case 0xE2: return next == 0x80 ? 3 : 0;                                  // U+2000 to U+203F
        case 0xE0: return next == 0xA5 && text.substr(at).starts_with("\u0964") ? 3 : 0;
        default: return 0;
    }
}

// How many letters the word at `at` has when all of them are ASCII, seen eight at a time; 0 when they are not, or it
// stands at the end.
std::size_t ascii_word_size(std::string_view text, std::size_t at) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    for (std::size_t size = 0; text.size() - at - size >= step; size += step) {
        const std::uint64_t others =
            ~ascii_word::letters_of(ascii_word::bytes_at(text, at + size)) & ascii_word::high_bits;
        if (others != 0) {
            size += static_cast<std::size_t>(std::countr_zero(others)) / 8;
            return static_cast<unsigned char>(text[at + size]) >= 0x80 ? 0 : size;
        }
    }
    return 0;
}

// No function word of ASCII letters is longer: what is needs no look into the table.
constexpr std::size_t longest_ascii_word = sizeof(std::uint64_t);
static_assert(std::ranges::all_of(languages, [](const Language& language) {
    std::size_t size = 0;
    return std::ranges::all_of(language.words, [&](char byte) {
        size = byte >= 'a' && byte <= 'z' ? size + 1 : 0;
        return size <= longest_ascii_word;
    });
}));

// The word of `size` letters at `at`. REQUIRES: `ascii_word_size` gave it, and it is no longer than
// `longest_ascii_word`.
std::uint64_t ascii_word_of(std::string_view text, std::size_t at, std::size_t size) {
    return __builtin_bswap64(ascii_word::bytes_at(text, at) | ascii_word::small_bits) >> (64 - 8 * size);
}

}  // namespace

void FunctionWords::read(std::size_t most_words) {
    while (words_ < most_words) {
        while (at_ < text_.size() && letters[static_cast<unsigned char>(text_[at_])] == 0) {
            ++at_;
        }
        if (at_ == text_.size()) {
            return;
        }
        if (const std::size_t size = ascii_word_size(text_, at_); size > 0) {
            if (size <= longest_ascii_word) {
                count(find_slot(ascii_word_of(text_, at_, size)), size);
            }
            at_ += size;
            ++words_;
        } else {
            read_letter_by_letter();
        }
    }
}

// A word that may have letters beyond ASCII, or the mark that stands here.
void FunctionWords::read_letter_by_letter() {
    std::uint64_t word = 0;
    std::size_t mark = 0;
    const std::size_t begin = at_;
    for (; at_ < text_.size(); ++at_) {
        const unsigned char letter = letters[static_cast<unsigned char>(text_[at_])];
        if (letter == 0) {
            break;
        }
        if (letter >= 0xC2) {
            mark = mark_size(text_, at_);
            if (mark > 0) {
                break;
            }
        }
        word = with_letter(word, letter);
    }
    const std::size_t size = at_ - begin;
    at_ += mark;
    if (size == 0) {
        return;
    }
    ++words_;
    if (size <= longest_word) {
        count(find_slot(word), size);
    }
}

void FunctionWords::count(std::size_t slot, std::size_t size) {
    const std::uint64_t having = table[slot].languages;
    if (having == 0) {
        return;
    }
    const std::uint64_t sharing = having / one_more_language;
    const double weight = 1.0 / static_cast<double>(sharing);
    const bool is_new = !seen_.test(slot) && size > 1;
    seen_.set(slot);
    met_ |= having % one_more_language;
    for (std::uint64_t found = having % one_more_language; found != 0; found &= found - 1) {
        const auto language = static_cast<std::size_t>(std::countr_zero(found));
        points_[language] += weight;
        distinct_[language] += is_new ? 1 : 0;
    }
}

std::optional<FunctionWordCount> FunctionWords::count() const {
    FunctionWordCount result;
    result.words = words_;
    for (std::uint64_t met = met_; met != 0; met &= met - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(met));
        if (points_[i] > result.own) {
            result.rival = std::exchange(result.own, points_[i]);
            result.language = languages[i].tag;
            result.distinct = distinct_[i];
        } else if (points_[i] > result.rival) {
            result.rival = points_[i];
        }
    }
    return result.own > 0 ? std::optional(result) : std::nullopt;
}

}  // namespace galley
