#include "converters/text/fold.h"

#include "galley/utf8.h"

#include <algorithm>
#include <iterator>

namespace galley::text {
namespace {

constexpr bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

/// Blocks in which capitals are even and small letters the odd ones after them.
bool even_is_upper(char32_t code) {
    return within(code, 0x0100, 0x0137) || within(code, 0x014A, 0x0177) || within(code, 0x01DE, 0x01EF) ||
           within(code, 0x01F8, 0x021F) || within(code, 0x0222, 0x0233) || within(code, 0x0460, 0x0481) ||
           within(code, 0x048A, 0x04BF) || within(code, 0x04D0, 0x052F) || within(code, 0x1E00, 0x1E95) ||
           within(code, 0x1EA0, 0x1EFF);
}

/// Blocks in which capitals are odd.
bool odd_is_upper(char32_t code) {
    return within(code, 0x0139, 0x0148) || within(code, 0x0179, 0x017E) || within(code, 0x01CD, 0x01DC) ||
           within(code, 0x04C1, 0x04CE);
}

char32_t lower_case(char32_t code) {
    if (within(code, 0xC0, 0xDE) && code != 0xD7) {
        return code + 32;
    }
    switch (code) {
        case 0x0130: return 'i';  // Turkish dotted capital
        case 0x0131: return 'i';  // Turkish dotless small: "I" folds to "i", and so must its own small form
        case 0x0178: return 0xFF;
        case 0x0181: return 0x0253;  // Hausa and other languages of Africa, as six of the next
        case 0x0186: return 0x0254;
        case 0x018A: return 0x0257;
        case 0x018F: return 0x0259;  // Azerbaijani schwa
        case 0x0190: return 0x025B;
        case 0x0198: return 0x0199;
        case 0x019D: return 0x0272;
        case 0x01B3: return 0x01B4;
        case 0x017F: return 's';
        case 0x0386: return 0x03AC;
        case 0x038C: return 0x03CC;
        case 0x038E: return 0x03CD;
        case 0x038F: return 0x03CE;
        case 0x03C2: return 0x03C3;  // final sigma
        case 0x1E9E: return 0xDF;
        default: break;
    }
    if (even_is_upper(code)) {
        return code | 1U;
    }
    if (odd_is_upper(code)) {
        return (code & 1U) != 0 ? code + 1 : code;
    }
    if (within(code, 0x0388, 0x038A)) {
        return code + 37;
    }
    if (within(code, 0x0391, 0x03AB)) {
        return code + 32;
    }
    if (within(code, 0x0400, 0x040F)) {
        return code + 80;
    }
    if (within(code, 0x0410, 0x042F)) {
        return code + 32;
    }
    if (within(code, 0x0531, 0x0556)) {
        return code + 48;
    }
    return code;
}

constexpr bool is_nukta(char32_t code) {
    return code == 0x093C || code == 0x09BC || code == 0x0A3C || code == 0x0ABC || code == 0x0B3C;
}

bool is_skipped(char32_t code) {
    return code == 0xAD || within(code, 0x200B, 0x200F) || within(code, 0x202A, 0x202E) ||
           within(code, 0x2066, 0x2069) || code == 0xFEFF || code == 0x0640 || within(code, 0x064B, 0x0655) ||
           within(code, 0x0591, 0x05BD) || is_nukta(code);
}

/// Kana, ideographs, Hangul and what stands around them: neither case nor anything else to fold.
bool is_without_case(char32_t code) { return within(code, 0x3001, 0xFEFE); }

/// Letters of one code that are printed as two as well, a letter and a nukta; and letters of Arabic that keyboards of
/// other languages have.
struct Variant {
    char32_t code, plain;
};
constexpr Variant variants[] = {
    {0x0622, 0x0627}, {0x0623, 0x0627}, {0x0625, 0x0627}, {0x0649, 0x064A}, {0x0671, 0x0627}, {0x06A9, 0x0643},
    {0x06CC, 0x064A}, {0x0929, 0x0928}, {0x0931, 0x0930}, {0x0934, 0x0933}, {0x0958, 0x0915}, {0x0959, 0x0916},
    {0x095A, 0x0917}, {0x095B, 0x091C}, {0x095C, 0x0921}, {0x095D, 0x0922}, {0x095E, 0x092B}, {0x095F, 0x092F},
    {0x09DC, 0x09A1}, {0x09DD, 0x09A2}, {0x09DF, 0x09AF}, {0x0A33, 0x0A32}, {0x0A36, 0x0A38}, {0x0A59, 0x0A16},
    {0x0A5A, 0x0A17}, {0x0A5B, 0x0A1C}, {0x0A5E, 0x0A2B}, {0x0B5C, 0x0B21}, {0x0B5D, 0x0B22},
};

char32_t without_variant(char32_t code) {
    const auto* const variant = std::ranges::lower_bound(variants, code, {}, &Variant::code);
    return variant != std::end(variants) && variant->code == code ? variant->plain : code;
}

/// Greek capitals are printed without accents.
char32_t without_greek_accent(char32_t code) {
    switch (code) {
        case 0x03AC: return 0x03B1;
        case 0x03AD: return 0x03B5;
        case 0x03AE: return 0x03B7;
        case 0x0390:
        case 0x03AF:
        case 0x03CA: return 0x03B9;
        case 0x03CC: return 0x03BF;
        case 0x03B0:
        case 0x03CB:
        case 0x03CD: return 0x03C5;
        case 0x03CE: return 0x03C9;
        default: return code;
    }
}

/// Where each script's digit zero stands.
constexpr char32_t zeros[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0x0C66,
                              0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0xFF10};

}  // namespace

int digit_value_beyond_ascii(char32_t code) {
    if (code < zeros[0] || within(code, 0x17EA, 0xFF0F)) {
        return -1;
    }
    for (const char32_t zero : zeros) {
        if (code < zero) {
            return -1;
        }
        if (code < zero + 10) {
            return static_cast<int>(code - zero);
        }
    }
    return -1;
}

char32_t fold_beyond_ascii(char32_t code) {
    if (is_without_case(code)) {
        return code;
    }
    if (is_skipped(code)) {
        return 0;
    }
    if (within(code, 0xFF01, 0xFF5E)) {
        return fold(code - 0xFEE0);
    }
    if (utf8::is_space(code)) {
        return ' ';
    }
    if (code == 0x060C || code == 0x104A) {
        return ',';
    }
    if (code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0x00B4) {
        return '\'';
    }
    if (code >= 0x0660) {
        if (const int digit = digit_value(code); digit >= 0) {
            return U'0' + static_cast<char32_t>(digit);
        }
    }
    if (within(code, std::begin(variants)->code, std::rbegin(variants)->code)) {
        return without_variant(code);
    }
    const char32_t small = lower_case(code);
    return within(small, 0x0390, 0x03CE) ? without_greek_accent(small) : small;
}

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        const char32_t code = fold(character.code);
        if (code == 0 || (code == ' ' && (result.empty() || result.back() == ' '))) {
            continue;
        }
        if (code < 0x80) {
            result += static_cast<char>(code);
        } else {
            utf8::append(code, result);
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

bool is_upper_beyond_ascii(char32_t code) {
    return !is_without_case(code) && code != 0x0131 && code != 0x017F && code != 0x03C2 && lower_case(code) != code;
}

bool is_lower_beyond_ascii(char32_t code) {
    if (is_without_case(code) || is_upper(code)) {
        return false;
    }
    return within(code, 0xDF, 0xFF)
               ? code != 0xF7
               : within(code, 0x0100, 0x024F) || within(code, 0x0250, 0x02AF) || within(code, 0x03AC, 0x03CE) ||
                     within(code, 0x0430, 0x052F) || within(code, 0x0561, 0x0587) || within(code, 0x1E00, 0x1EFF);
}

bool is_letter_beyond_ascii(char32_t code) {
    if (within(code, 0x3041, 0x30FA) || within(code, 0x3400, 0x9FFF)) {
        return true;
    }
    return code == 0xAA || code == 0xBA ||
           (code >= 0xC0 && code != 0xD7 && code != 0xF7 && !within(code, 0x2000, 0x2BFF) &&
            !within(code, 0x3000, 0x3004) && !within(code, 0x3008, 0x3020) && !within(code, 0xFF01, 0xFF20) &&
            !within(code, 0xFF3B, 0xFF40) && !within(code, 0xFF5B, 0xFF65) && code != 0x060C && code != 0x061B &&
            code != 0x061F && code != 0x06D4 && code != 0x05BE && !within(code, 0x0964, 0x0965) &&
            !within(code, 0x055A, 0x055F) && code != 0x0589 && !within(code, 0x104A, 0x104B) &&
            !within(code, 0x1361, 0x1368) && !within(code, 0x17D4, 0x17DA) && code != 0x30FB && digit_value(code) < 0 &&
            code != 0xFFFD && !within(code, 0xE000, 0xF8FF) && !within(code, 0x1F000, 0x1FAFF) &&
            !utf8::is_space(code));
}

bool is_east_asian_letter(char32_t code) {
    return within(code, 0x3005, 0x3007) || within(code, 0x3041, 0x30FA) || within(code, 0x30FC, 0x30FF) ||
           within(code, 0x3400, 0x4DBF) || within(code, 0x4E00, 0x9FFF) || within(code, 0xAC00, 0xD7A3) ||
           within(code, 0xF900, 0xFAFF) || within(code, 0x20000, 0x323AF);
}

bool is_dash_beyond_ascii(char32_t code) {
    return within(code, 0x2010, 0x2015) || code == 0x2212 || code == 0x2E3A || code == 0x2E3B || code == 0xFF0D ||
           code == 0xFE58 || code == 0xFE63;
}

}  // namespace galley::text
