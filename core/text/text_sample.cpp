#include "core/text/text_sample.h"

#include <algorithm>

namespace galley {

namespace {

constexpr std::size_t high_bytes_limit = 500;
constexpr std::size_t line_limit = 2048;
constexpr std::size_t word_limit = 100;
constexpr std::size_t ascii_word_limit = 100;
constexpr std::size_t ascii_limit = 16 << 10;

bool is_high(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

std::size_t count_high(std::string_view bytes) {
    return static_cast<std::size_t>(std::ranges::count_if(bytes, is_high));
}

// Calls `take` with each run of letters and high bytes until it returns false.
template <class Take>
void each_word(std::string_view bytes, Take take) {
    const auto belongs = [](char byte) { return is_high(byte) || is_letter(byte); };
    for (auto at = bytes.begin(); at != bytes.end();) {
        const auto begin = std::find_if(at, bytes.end(), belongs);
        at = std::find_if_not(begin, bytes.end(), belongs);
        if (begin != at && !take(std::string_view(begin, at))) {
            return;
        }
    }
}

// The line around `high`, from its start or a little before `high` on, so that characters of several bytes begin where
// they do.
std::string_view line_around(std::string_view bytes, std::size_t from, std::size_t high) {
    constexpr std::size_t before = 64;
    std::size_t begin = high;
    while (begin > from && high - begin < before && bytes[begin - 1] != '\n') {
        --begin;
    }
    const std::size_t end = std::min(bytes.find('\n', high), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    if (line.size() <= line_limit) {
        return line;
    }
    // A blank is never part of a longer character, so the cut divides none there.
    const std::size_t blank = line.rfind(' ', line_limit);
    return line.substr(0, blank == std::string_view::npos || blank <= high - begin ? line_limit : blank);
}

}  // namespace

TextSample take_sample(std::string_view bytes) {
    TextSample sample;
    std::size_t high_bytes = 0;
    for (std::size_t at = 0; high_bytes < high_bytes_limit;) {
        const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high);
        if (high == bytes.end()) {
            break;
        }
        const std::string_view line = line_around(bytes, at, static_cast<std::size_t>(high - bytes.begin()));
        sample.lines.push_back(line);
        high_bytes += count_high(line);
        // On from the next line's start: in the rest of a line that was cut, no byte is sure to begin a character.
        at = std::min(bytes.find('\n', static_cast<std::size_t>(line.data() + line.size() - bytes.data())),
                      bytes.size());
    }
    for (const std::string_view line : sample.lines) {
        each_word(line, [&](std::string_view word) {
            if (std::ranges::any_of(word, is_high)) {
                sample.words.push_back(word);
            }
            return sample.words.size() < word_limit;
        });
    }
    each_word(bytes.substr(0, ascii_limit), [&](std::string_view word) {
        if (std::ranges::all_of(word, is_letter)) {
            sample.ascii_words.push_back(word);
        }
        return sample.ascii_words.size() < ascii_word_limit;
    });
    return sample;
}

}  // namespace galley
