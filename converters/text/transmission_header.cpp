#include "converters/text/transmission_header.h"

#include <algorithm>
#include <array>

namespace galley::text {
namespace {

bool is_figure(char byte) { return byte >= '0' && byte <= '9'; }
bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

/// The next word of `header` from `at` on; empty at the end. Control bytes and white space stand between words.
Span next_word(std::string_view header, std::size_t at) {
    const auto separates = [](char byte) { return static_cast<unsigned char>(byte) <= ' ' || byte == '\x7F'; };
    while (at < header.size() && separates(header[at])) {
        ++at;
    }
    std::size_t end = at;
    while (end < header.size() && !separates(header[end])) {
        ++end;
    }
    return {at, end};
}

std::string_view in(std::string_view header, Span span) { return header.substr(span.begin, span.size()); }

/// "BC-Soccer-Emperor's-Cup", "BC-US--GiantLobsterDeath"
bool is_keyword(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    return word.size() >= 5 && is_capital(word.front()) && hyphen != std::string_view::npos && hyphen > 0;
}

/// "eca062 4 i 211": letters and a number, then the priority and a category.
bool is_source_and_number(std::string_view word) {
    return word.size() >= 4 && word.size() <= 12 && is_small(word.front()) && is_figure(word.back());
}

void add_keyword_line(std::string_view header, std::size_t line_begin, TransmissionHeader& found) {
    Span line{line_begin, std::min(header.find_first_of("\r\n", line_begin), header.size())};
    while (line.end > line.begin && (header[line.end - 1] == ' ' || header[line.end - 1] == '/')) {
        --line.end;
    }
    constexpr std::size_t longest_line = 120;
    if (line.empty() || line.size() > longest_line) {
        return;
    }
    found.slug = line;
    for (std::uint64_t begin = line.begin; begin < line.end;) {
        const std::uint64_t end = std::min<std::uint64_t>(header.find('/', begin), line.end);
        if (end > begin) {
            found.keywords.push_back({begin, end});
        }
        begin = end + 1;
    }
}

}  // namespace

std::optional<std::uint8_t> urgency_of_letter(char letter) {
    constexpr std::string_view letters = "fburd";
    const std::size_t rank = letters.find(letter);
    return rank == std::string_view::npos ? std::nullopt : std::optional(static_cast<std::uint8_t>(rank + 1));
}

TransmissionHeader read_transmission_header(std::string_view header) {
    TransmissionHeader found;
    std::array<Span, 3> last{};  // the words before the one looked at
    for (Span word = next_word(header, 0); !word.empty(); word = next_word(header, word.end)) {
        const std::string_view text = in(header, word);
        const std::string_view category_before = in(header, last[0]);
        if (is_keyword(text)) {
            // "u s BC-…": priority and category stand before it, each a letter.
            const std::string_view priority = in(header, last[1]);
            if (priority.size() == 1 && category_before.size() == 1 && !found.urgency) {
                found.urgency = urgency_of_letter(priority.front());
                found.urgency_span = last[1];
            }
            found.slug = word;
            return found;
        }
        if (!found.urgency && text.size() == 1 && text.front() >= '1' && text.front() <= '8' &&
            is_source_and_number(category_before)) {
            found.urgency = static_cast<std::uint8_t>(text.front() - '0');
            found.urgency_span = word;
            const std::size_t line_end = header.find('\n', word.end);
            const Span keyword = line_end == std::string_view::npos ? Span{} : next_word(header, line_end);
            if (!keyword.empty()) {
                add_keyword_line(header, keyword.begin, found);
            }
            return found;
        }
        last = {word, last[0], last[1]};
    }
    return found;
}

}  // namespace galley::text
