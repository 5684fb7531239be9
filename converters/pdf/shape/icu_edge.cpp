#include "converters/pdf/shape/icu_edge.h"

#include "galley/utf8.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <array>
#include <map>
#include <memory>
#include <span>

namespace galley::pdf {

namespace {

using BreakIterator = std::unique_ptr<UBreakIterator, decltype([](UBreakIterator* it) { ubrk_close(it); })>;
using Bidi = std::unique_ptr<UBiDi, decltype([](UBiDi* bidi) { ubidi_close(bidi); })>;

/// Text as ICU wants it, with the way back: `offsets[i]` is the byte of code unit i.
struct Utf16 {
    std::vector<UChar> units;
    std::vector<std::uint32_t> offsets;

    void assign(std::string_view text) {
        units.clear();
        offsets.clear();
        for (std::size_t at = 0; at < text.size();) {
            const auto [code, size] = utf8::at(text, at);
            const auto offset = static_cast<std::uint32_t>(at);
            if (code < 0x10000) {
                units.push_back(static_cast<UChar>(code));
                offsets.push_back(offset);
            } else {
                units.push_back(U16_LEAD(code));
                units.push_back(U16_TRAIL(code));
                offsets.insert(offsets.end(), 2, offset);
            }
            at += size;
        }
        offsets.push_back(static_cast<std::uint32_t>(text.size()));
    }
    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(units.size()); }
};

Utf16& thread_utf16(std::string_view text) {
    thread_local Utf16 utf16;
    utf16.assign(text);
    return utf16;
}

void collect_breaks(UBreakIterator* iterator, std::string_view text, std::vector<std::uint32_t>& to) {
    const Utf16& utf16 = thread_utf16(text);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator, utf16.units.data(), utf16.size(), &status);
    if (U_FAILURE(status)) {
        return;
    }
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE && at < utf16.size(); at = ubrk_next(iterator)) {
        to.push_back(utf16.offsets[static_cast<std::size_t>(at)]);
    }
}

BreakIterator open_iterator(UBreakIteratorType type, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    return BreakIterator{ubrk_open(type, locale.c_str(), nullptr, 0, &status)};
}

/// The locale whose line rules fit news in `language`: "strict" is how Japanese and Chinese print breaks lines.
std::string line_locale(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    if (primary.size() < 2 || primary.size() > 3) {
        return "en";
    }
    std::string locale{primary};
    if (primary == "ja" || primary == "zh") {
        locale += "@lb=strict";
    }
    return locale;
}

}  // namespace

std::uint32_t script_of(char32_t code) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const name = uscript_getShortName(uscript_getScript(static_cast<UChar32>(code), &status));
    if (U_FAILURE(status) || name == nullptr) {
        return 0x5A7A7A7A;  // Zzzz
    }
    std::uint32_t tag = 0;
    for (int i = 0; i < 4; ++i) {
        tag = tag << 8 | static_cast<unsigned char>(name[i]);
    }
    return tag;
}

std::string character_name(char32_t code) {
    std::array<char, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(code), U_EXTENDED_CHAR_NAME, name.data(), static_cast<std::int32_t>(name.size()),
               &status);
    return U_SUCCESS(status) ? std::string{name.data()} : std::string{};
}

bool is_letter(char32_t code) {
    if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    }
    return (U_MASK(u_charType(static_cast<UChar32>(code))) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

char32_t to_lower(char32_t code) {
    if (code < 0x80) {
        return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
    }
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

void append_capitals(char32_t code, std::string_view language, std::u32string& to) {
    if (code < 0x80 && !language.starts_with("tr") && !language.starts_with("az")) {
        to += code >= 'a' && code <= 'z' ? code - ('a' - 'A') : code;
        return;
    }
    constexpr std::int32_t longest = 8;
    const auto character = static_cast<UChar32>(code);
    std::array<UChar, longest> units{}, capitals{};
    std::array<UChar32, longest> codes{};
    std::int32_t size = 0, length = 0;
    UErrorCode status = U_ZERO_ERROR;
    const std::string locale{language.substr(0, language.find_first_of("-_"))};
    u_strFromUTF32(units.data(), longest, &size, &character, 1, &status);
    length = u_strToUpper(capitals.data(), longest, units.data(), size, locale.c_str(), &status);
    u_strToUTF32(codes.data(), longest, &size, capitals.data(), length, &status);
    if (U_FAILURE(status) || size == 0) {
        to += code;
        return;
    }
    for (const UChar32 capital : std::span{codes}.first(static_cast<std::size_t>(size))) {
        to += static_cast<char32_t>(capital);
    }
}

bool is_invisible(char32_t code) {
    const auto character = static_cast<UChar32>(code);
    return u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
           (U_MASK(u_charType(character)) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

void find_phrases(std::string_view text, std::string_view language, std::vector<std::uint32_t>& to) {
    thread_local const BreakIterator japanese = open_iterator(UBRK_LINE, "ja@lb=strict;lw=phrase");
    thread_local const BreakIterator words = open_iterator(UBRK_WORD, "en");
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    // Korean writes a space after every phrase: there is none inside.
    const BreakIterator& iterator = primary == "ja" ? japanese : words;
    if (primary != "ko" && iterator) {
        collect_breaks(iterator.get(), text, to);
    }
}

bool is_punctuation(char32_t code) { return (U_MASK(u_charType(static_cast<UChar32>(code))) & U_GC_P_MASK) != 0; }

bool is_digit(char32_t code) { return u_isdigit(static_cast<UChar32>(code)) != 0; }

void find_line_breaks(std::string_view text, std::string_view language, std::vector<std::uint32_t>& to) {
    thread_local std::map<std::string, BreakIterator, std::less<>> iterators;
    auto found = iterators.find(language);
    if (found == iterators.end()) {
        constexpr std::size_t kept = 64;
        if (iterators.size() >= kept) {
            iterators.clear();
        }
        found = iterators.emplace(std::string{language}, open_iterator(UBRK_LINE, line_locale(language))).first;
    }
    if (found->second) {
        collect_breaks(found->second.get(), text, to);
    }
}

void find_graphemes(std::string_view text, std::vector<std::uint32_t>& to) {
    thread_local const BreakIterator iterator = open_iterator(UBRK_CHARACTER, "en");
    if (iterator) {
        collect_breaks(iterator.get(), text, to);
    }
}

void find_levels(std::string_view text, bool right_to_left, std::vector<LevelRun>& to) {
    thread_local const Bidi bidi{ubidi_open()};
    const Utf16& utf16 = thread_utf16(text);
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), utf16.units.data(), utf16.size(), right_to_left ? 1 : 0, nullptr, &status);
    if (U_FAILURE(status)) {
        to.push_back({0, static_cast<std::uint32_t>(text.size()), right_to_left ? std::uint8_t{1} : std::uint8_t{0}});
        return;
    }
    for (std::int32_t at = 0; at < utf16.size();) {
        std::int32_t end = utf16.size();
        UBiDiLevel level = 0;
        ubidi_getLogicalRun(bidi.get(), at, &end, &level);
        to.push_back(
            {utf16.offsets[static_cast<std::size_t>(at)], utf16.offsets[static_cast<std::size_t>(end)], level});
        at = end;
    }
}

bool starts_right_to_left(std::string_view text) {
    const Utf16& utf16 = thread_utf16(text);
    return ubidi_getBaseDirection(utf16.units.data(), utf16.size()) == UBIDI_RTL;
}

}  // namespace galley::pdf
