#include "converters/pdf/layout/break_classes.h"

#include "galley/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace galley::pdf {

namespace {

enum class Quick : std::uint8_t {
    ask,      ///< the full rules decide
    inside,   ///< AL, HL, NU, QU, IS: nothing breaks before or after it inside a word
    mark,     ///< CM: belongs to what stands before it
    opening,  ///< OP, PR: the same as a word's first character
    closing,  ///< CP, EX: the same when only `inside` punctuation and other closings follow
    percent   ///< PO: the same behind a letter or a digit
};

constexpr std::array<Quick, 128> quick_classes = [] {
    std::array<Quick, 128> classes{};
    for (char c = 'a'; c <= 'z'; ++c) {
        classes[static_cast<std::size_t>(c)] = Quick::inside;
        classes[static_cast<std::size_t>(c - 'a' + 'A')] = Quick::inside;
    }
    for (char c = '0'; c <= '9'; ++c) {
        classes[static_cast<std::size_t>(c)] = Quick::inside;
    }
    for (const char c : {'\'', '"', ',', '.', ':', ';'}) {
        classes[static_cast<std::size_t>(c)] = Quick::inside;
    }
    for (const char c : {'(', '[', '$'}) {
        classes[static_cast<std::size_t>(c)] = Quick::opening;
    }
    for (const char c : {')', ']', '!', '?'}) {
        classes[static_cast<std::size_t>(c)] = Quick::closing;
    }
    classes['%'] = Quick::percent;
    return classes;
}();

/// A character beyond ASCII: its length, and what is known of it.
struct Known {
    std::size_t size = 0;
    Quick quick = Quick::ask;
    bool is_sign = false;  ///< of punctuation: may follow closing signs
};

constexpr bool is_within(unsigned code, unsigned first, unsigned last) { return code >= first && code <= last; }

/// Letters with their marks, digits and signs of Hebrew and Arabic: classes HL, AL, CM, NU, and IS and EX.
Known known_of_leftward(unsigned code) {
    if (is_within(code, 0x05B0, 0x05BD) || is_within(code, 0x05C1, 0x05C2) || code == 0x05BF ||
        is_within(code, 0x064B, 0x065F) || code == 0x0670) {
        return {2, Quick::mark};
    }
    const bool hebrew = is_within(code, 0x05D0, 0x05EA) || is_within(code, 0x05F3, 0x05F4);
    const bool arabic = is_within(code, 0x0620, 0x0669) || is_within(code, 0x066E, 0x06D3) || code == 0x06D5 ||
                        is_within(code, 0x06F0, 0x06F9);
    if (hebrew || arabic) {
        return {2, Quick::inside};
    }
    constexpr unsigned comma = 0x060C, semicolon = 0x061B, question_mark = 0x061F, full_stop = 0x06D4;
    if (code == comma) {
        return {2, Quick::inside, true};
    }
    return code == semicolon || code == question_mark || code == full_stop ? Known{2, Quick::closing} : Known{};
}

/// The character at `at`: a letter of Latin, Greek or Cyrillic, of Hebrew or Arabic, or a quote.
Known known_at(std::string_view word, std::size_t at) {
    const auto lead = static_cast<unsigned char>(word[at]);
    if ((lead >= 0xC3 && lead <= 0xC9) || (lead >= 0xCE && lead <= 0xD1)) {
        return {2, Quick::inside};
    }
    if (lead >= 0xD6 && lead <= 0xDB && at + 1 < word.size()) {
        return known_of_leftward((lead & 0x1Fu) << 6 | (static_cast<unsigned char>(word[at + 1]) & 0x3Fu));
    }
    if (lead == 0xE2 && at + 2 < word.size() && word[at + 1] == '\x80') {
        const auto last = static_cast<unsigned char>(word[at + 2]);
        if (last == 0x98 || last == 0x99 || last == 0x9C || last == 0x9D) {
            return {3, Quick::inside, true};
        }
        constexpr unsigned char zero_width_non_joiner = 0x8C;
        return last == zero_width_non_joiner ? Known{3, Quick::mark} : Known{};
    }
    return {};
}

bool is_punctuation(char c) { return c == '\'' || c == '"' || c == ',' || c == '.' || c == ':' || c == ';'; }

}  // namespace

bool never_breaks_inside(std::string_view word) {
    const auto is_plain_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    bool closed = false, after_letter = false;
    for (std::size_t at = 0; at < word.size();) {
        const char c = word[at];
        if (!closed && is_plain_letter(c)) {
            after_letter = true;
            ++at;
            continue;
        }
        const Known known = static_cast<unsigned char>(c) >= 0x80
                                ? known_at(word, at)
                                : Known{1, quick_classes[static_cast<std::size_t>(c)], is_punctuation(c)};
        switch (known.quick) {
            case Quick::ask: return false;
            case Quick::mark:
            case Quick::inside:
                if (closed && !known.is_sign) {
                    return false;
                }
                break;
            case Quick::opening:
                if (at != 0) {
                    return false;
                }
                break;
            case Quick::percent:
                if (!after_letter) {
                    return false;
                }
                closed = true;
                break;
            case Quick::closing: closed = true; break;
        }
        after_letter = known.quick == Quick::mark ? after_letter : known.quick == Quick::inside && !known.is_sign;
        at += known.size;
    }
    return true;
}

bool may_break_at_space(std::string_view before, std::string_view after, std::string_view language) {
    if (before.empty() || after.empty()) {
        return !after.empty();
    }
    const char last = before.back();
    if (last == '(' || last == '[' || last == '{' || before.ends_with("¿") || before.ends_with("¡")) {
        return false;  // LB 14
    }
    const char first = after.front();
    if (first == ')' || first == ']' || first == '}' || first == '!' || first == '?' || first == '/') {
        return false;  // LB 13
    }
    if (first == ',' || first == '.' || first == ':' || first == ';') {
        return after.size() > 1 && after[1] >= '0' && after[1] <= '9';
    }
    return !language.starts_with("fr") || (!before.ends_with("«") && !after.starts_with("»"));
}

bool may_hold_right_to_left(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080u;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & high_bits) != 0) {
                break;
            }
        }
        if (at == text.size()) {
            break;
        }
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0xD6) {
            continue;
        }
        if (lead >= 0xE3 && lead <= 0xEE) {
            at += 2;  // U+3000 to U+EFFF, three bytes each
            continue;
        }
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0u;
        const bool hebrew_to_nko = lead <= 0xDF;  // U+0580 to U+07FF
        const bool samaritan_to_arabic = lead == 0xE0 && next >= 0xA0 && next <= 0xA3;
        const bool marks = lead == 0xE2 && (next == 0x80 || next == 0x81);  // U+2000 to U+207F
        const bool presentation = lead == 0xEF && next >= 0xAC && next <= 0xBB;
        const bool beyond = lead == 0xF0 && (next == 0x90 || next == 0x9E);
        if (!hebrew_to_nko && !samaritan_to_arabic && !presentation && !beyond && !marks) {
            continue;
        }
        if (!marks) {
            return true;
        }
        const auto last = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0u;
        // U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069
        if ((next == 0x80 && (last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE))) ||
            (next == 0x81 && last >= 0xA6 && last <= 0xA9)) {
            return true;
        }
    }
    return false;
}

bool may_be_tracked(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0xD8) {
            ++at;  // below U+0600, or inside a character
            continue;
        }
        const auto [code, size] = utf8::at(text, at);
        if ((code >= 0x0600 && code <= 0x109F) || (code >= 0x1780 && code <= 0x18AF) ||
            (code >= 0xFB50 && code <= 0xFEFF)) {
            return false;
        }
        at += size;
    }
    return true;
}

bool joins_words(char32_t code) {
    return (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x1000 && code <= 0x109F) ||
           (code >= 0x1780 && code <= 0x17FF);
}

bool is_set_without_spaces(char32_t code) {
    return joins_words(code) || (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFFEF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

}  // namespace galley::pdf
