#include "tests/support/generate_text.h"

#include "galley/utf8.h"

#include <string_view>

namespace galley::test {

namespace {

constexpr std::string_view letters[] = {
    "the",        "council",   "said",   "Zürich", "naïve",  "Łódź",   "Ærø",     "ﬁnal",   "œuvre",   "straße",
    "coöperate",  "İstanbul",  "Dvořák", "Αθήνα",  "ειρήνη", "Москва", "договор", "Київ",   "“talks”", "‘no’",
    "—",          "–",         "…",      "€2.5",   "£10",    "No. 10", "U.S.",    "50%",    "O’Neill", "don't",
    "\"quoted\"", "(Reuters)", "A/B",    "¡hola!", "«oui»",  "3,000",  "§ 12",    "© 2026", "½",       "x²"};

// Other scripts, marks that join or turn round, and what YAML, XML, PDF and wire formats take for something else.
constexpr std::string_view scripts[] = {"東京",
                                        "서울",
                                        "ประเทศไทย",
                                        "עברית",
                                        "العربية",
                                        "हिन्दी",
                                        "বাংলা",
                                        "é́́",
                                        "👩‍👩‍👧‍👦",
                                        "🇨🇦",
                                        "𝔘𝔫𝔦",
                                        "𠮷",
                                        "\u202Eevil\u202C",
                                        "\u200B",
                                        "\u200D",
                                        "\u00AD",
                                        "\u00A0",
                                        "\u3000",
                                        "\u2060",
                                        "ﷺ",
                                        "\uFFFD",
                                        "no",
                                        "No",
                                        "yes",
                                        "on",
                                        "OFF",
                                        "y",
                                        "n",
                                        "null",
                                        "~",
                                        "true",
                                        "False",
                                        "12:30",
                                        "1:2:3",
                                        "2026-01-02",
                                        "2026-01-02T10:00:00Z",
                                        "0x1F",
                                        "0o17",
                                        "017",
                                        "1e3",
                                        "+1",
                                        "-1",
                                        "1_000",
                                        ".5",
                                        ".inf",
                                        ".NaN",
                                        "<<",
                                        "=",
                                        "-",
                                        "--",
                                        "---",
                                        "...",
                                        "?",
                                        ":",
                                        "a: b",
                                        "a : b",
                                        ": ",
                                        " #",
                                        "#c",
                                        "- x",
                                        "? x",
                                        "[",
                                        "]",
                                        "{",
                                        "}",
                                        ",",
                                        "&a",
                                        "*a",
                                        "!t",
                                        "!!str",
                                        "|",
                                        ">",
                                        "|-",
                                        "%YAML",
                                        "@",
                                        "`",
                                        "'",
                                        "''",
                                        "\"",
                                        "\\",
                                        "\\n",
                                        "\\x41",
                                        "a'b\"c",
                                        "<b>",
                                        "&amp;",
                                        "]]>",
                                        "<!--",
                                        "-->",
                                        "<?xml",
                                        "(a)b\\)",
                                        "endstream",
                                        "{{x}}",
                                        "$1",
                                        "\t",
                                        "a\tb",
                                        " ",
                                        "  ",
                                        "//",
                                        "http://example.org/?a=1&b=2",
                                        "%PDF-1.7",
                                        "END"};

constexpr std::string_view one_line_oddities[] = {
    "\x7F",   "\u0080", "\u0085",     "\u009F",     "\u2028", "\u2029",     "\uFEFF", "\uFFFE", "\uFFFF",
    "\uFDD0", "\uFDEF", "\U0001FFFE", "\U0010FFFF", "\uE000", "\U000F0000", "\uFFF9", "\u061C", "\u180E"};

constexpr std::string_view controls[] = {
    std::string_view("\0", 1), "\x01", "\x04", "\x07", "\b", "\v", "\f", "\x1B", "\x1A", "\x1F"};

constexpr std::string_view line_ends[] = {"\n", "\n", "\n\n", "\n \n", "\n\t", "\n  ", " \n", "\n\n\n"};

constexpr char32_t last_code_point = 0x10FFFF;

std::string any_character(Random& random) {
    std::string character;
    char32_t code = random.between<std::uint32_t>(0x20, last_code_point);
    if (code >= 0xD800 && code <= 0xDFFF) {
        code -= 0x1000;
    }
    utf8::append(code, character);
    return character;
}

void append_word(Random& random, Characters characters, std::string& to) {
    const std::uint32_t kind = random.up_to(99U);
    if (characters == Characters::oddities && kind < 8) {
        to += random.pick(one_line_oddities);
    } else if (characters == Characters::oddities && kind < 12) {
        to += any_character(random);
    } else if (characters != Characters::letters && kind < 45) {
        to += random.pick(scripts);
    } else {
        to += random.pick(letters);
    }
}

}  // namespace

std::string generate_line(Random& random, Characters characters, std::uint32_t most_words) {
    std::string line;
    const std::uint32_t words = random.chance(3) ? most_words * 20 : random.between<std::uint32_t>(1, most_words);
    for (std::uint32_t word = 0; word < words; ++word) {
        if (word > 0 && !random.chance(10)) {
            line += ' ';
        }
        append_word(random, characters, line);
    }
    return line;
}

std::string generate_lines(Random& random, Characters characters) {
    std::string text;
    const bool odd = characters == Characters::oddities;
    const std::uint32_t lines = random.up_to(5U);
    for (std::uint32_t line = 0; line <= lines; ++line) {
        if (line > 0 || random.chance(10)) {
            text += odd && random.chance(5) ? "\r\n" : random.pick(line_ends);
        }
        text += random.chance(10) ? std::string(random.up_to(4U), ' ') : generate_line(random, characters, 6);
        if (odd && random.chance(10)) {
            text += random.pick(controls);
        }
    }
    if (random.chance(20)) {
        text += random.pick(line_ends);
    }
    return text;
}

std::string generate_bytes(Random& random, std::uint32_t most) {
    std::string bytes(random.up_to(most), '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(random.up_to(255U));
    }
    return bytes;
}

}  // namespace galley::test
