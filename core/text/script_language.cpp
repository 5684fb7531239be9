#include "core/text/script_language.h"

#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace galley {

namespace {

constexpr std::size_t sample = 600;             // letters beyond ASCII that are looked at
constexpr std::size_t widest_sample = 8 << 10;  // bytes
constexpr std::size_t enough_signs = 20;        // of a script that is one language's
constexpr std::size_t enough_letters = 60;      // of one that several share

enum Script : std::uint8_t {
    greek,
    georgian,
    armenian,
    gurmukhi,
    gujarati,
    tamil,
    telugu,
    kannada,
    malayalam,
    sinhala,
    thai,
    lao,
    khmer,
    kana,
    ideograph,
    hangul,
    cyrillic,
    hebrew,
    arabic,
    other,
    scripts
};

struct Block {
    char32_t first;
    char32_t last;
    Script script;
};

constexpr Block blocks[] = {{0x0386, 0x03FF, greek},    {0x0400, 0x052F, cyrillic},  {0x0530, 0x058F, armenian},
                            {0x0590, 0x05FF, hebrew},   {0x0620, 0x06FF, arabic},    {0x0A00, 0x0A7F, gurmukhi},
                            {0x0A80, 0x0AFF, gujarati}, {0x0B80, 0x0BFF, tamil},     {0x0C00, 0x0C7F, telugu},
                            {0x0C80, 0x0CFF, kannada},  {0x0D00, 0x0D7F, malayalam}, {0x0D80, 0x0DFF, sinhala},
                            {0x0E00, 0x0E7F, thai},     {0x0E80, 0x0EFF, lao},       {0x10A0, 0x10FF, georgian},
                            {0x1780, 0x17FF, khmer},    {0x1F00, 0x1FFF, greek},     {0x3041, 0x30FA, kana},
                            {0x30FC, 0x30FF, kana},     {0x3400, 0x9FFF, ideograph}, {0xAC00, 0xD7A3, hangul}};

constexpr std::string_view languages_of_scripts[] = {"el", "ka", "hy", "pa", "gu", "ta", "te",
                                                     "kn", "ml", "si", "th", "lo", "km"};
static_assert(std::size(languages_of_scripts) == kana);

Script script_of(char32_t code) {
    const auto* block = std::ranges::lower_bound(blocks, code, {}, &Block::last);
    return block != std::end(blocks) && code >= block->first ? block->script : other;
}

// What of its script's letters a language has and its neighbours have not, and the other way round, of a thousand
// letters.
struct Alphabet {
    std::string_view language;
    Script script;
    std::u32string_view own;
    std::size_t least;
    std::u32string_view foreign;
    std::size_t most;
};

constexpr Alphabet alphabets[] = {
    {"ru", cyrillic, U"ыэ", 8, U"ўіїєґјљњћђџѓќѕөүңқғәһҳҷӣӯҙҫӈӏ", 2},
    {"uk", cyrillic, U"їєґ", 3, U"ыэъёўјљњћђ", 2},
    {"be", cyrillic, U"ў", 3, U"їєъј", 2},
    {"bg", cyrillic, U"ъ", 5, U"ыэёіїєјљњќѓўө", 2},
    {"sr", cyrillic, U"ћђ", 3, U"ыэќѓѕъіїє", 2},
    {"mk", cyrillic, U"ќѓѕ", 2, U"ыэћђъіїє", 2},
    {"mn", cyrillic, U"өү", 20, U"ңқғәһҳҷҙҫҗіїұјљњћђўҡҥҕ", 1},
    {"he", hebrew, U"\u05D5\u05D9", 50, U"\u05B7\u05B8\u05F0\u05F1\u05F2", 5},  // else Yiddish
    {"ar", arabic, U"ةىأإ", 10, U"پچگژکیٹڈڑںےہەۆێڵڕښځڅټډړۇې", 10},
    {"fa", arabic, U"پچگژ", 10, U"ٹڈڑںےہھەۆێڵڕښځڅټډړېۇۋڭ", 2},
    {"ur", arabic, U"ٹڈڑںے", 10, U"ەۆێښځڅټډړېڪڻٿڳ", 2}};

// Bits for each letter from U+0400 to U+06FF: 2n that it is alphabet n's own, 2n + 1 that it is foreign to it.
class Marks {
public:
    constexpr Marks() {
        std::uint32_t bit = 1;
        for (const Alphabet& alphabet : alphabets) {
            for (const std::u32string_view letters : {alphabet.own, alphabet.foreign}) {
                for (const char32_t letter : letters) {
                    marks_[letter - first] |= bit;
                }
                bit <<= 1U;
            }
        }
    }
    static constexpr std::size_t count = 2 * std::size(alphabets);
    [[nodiscard]] constexpr std::uint32_t of(char32_t code) const {
        return code >= first && code <= last ? marks_[code - first] : 0;
    }

private:
    static constexpr char32_t first = 0x0400;
    static constexpr char32_t last = 0x06FF;
    std::array<std::uint32_t, last - first + 1> marks_{};
};

constexpr Marks marks;
static_assert(Marks::count <= 32);

// Frequent ideographs that are written otherwise in the other Chinese, each at the place of its counterpart.
constexpr std::u32string_view simplified =
    U"这国们来时说对会学发为个经过实现进动业长东报记无问体关机见马书车门风飞龙开间员华应电视话产种总样还没边达运远连选队际难题";
constexpr std::u32string_view traditional =
    U"這國們來時說對會學發為個經過實現進動業長東報記無問體關機見馬書車門風飛龍開間員華應電視話產種總樣還沒邊達運遠連選隊際難題";

class CharacterSet {
public:
    constexpr explicit CharacterSet(std::u32string_view characters) {
        for (const char32_t code : characters) {
            bits_[(code - first) / 64] |= std::uint64_t{1} << ((code - first) % 64);
        }
    }
    [[nodiscard]] constexpr bool has(char32_t code) const {
        return code >= first && code <= last && (bits_[(code - first) / 64] >> ((code - first) % 64) & 1U) != 0;
    }

private:
    static constexpr char32_t first = 0x4E00;
    static constexpr char32_t last = 0x9FFF;
    std::array<std::uint64_t, (last - first) / 64 + 1> bits_{};
};

constexpr CharacterSet only_simplified{simplified};
constexpr CharacterSet only_traditional{traditional};

// What the sample holds.
struct Letters {
    std::size_t ascii = 0;
    std::size_t beyond = 0;
    std::array<std::size_t, scripts> of_script{};
    std::array<std::size_t, Marks::count> marked{};
    std::size_t simplified = 0;
    std::size_t traditional = 0;

    // Most of the text is in a script that has `count` letters of the sample.
    [[nodiscard]] bool has_mostly(std::size_t count) const { return count * 10 >= beyond * 8 && 2 * count >= ascii; }
};

void add(char32_t code, Letters& letters) {
    ++letters.beyond;
    const Script script = script_of(code);
    ++letters.of_script[script];
    if (script == ideograph) {
        letters.simplified += only_simplified.has(code) ? 1U : 0U;
        letters.traditional += only_traditional.has(code) ? 1U : 0U;
    } else if (script == cyrillic || script == hebrew || script == arabic) {
        std::uint32_t found = marks.of(code);
        for (std::size_t bit = 0; found != 0; ++bit, found >>= 1U) {
            letters.marked[bit] += found & 1U;
        }
    }
}

Letters count_letters(std::string_view text) {
    Letters letters;
    const std::size_t end = std::min(text.size(), widest_sample);
    for (std::size_t at = 0; at < end && letters.beyond < sample;) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            letters.ascii += (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z' ? 1U : 0U;
            ++at;
            continue;
        }
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        if (character.code >= 0xC0 && !(character.code >= 0x2000 && character.code <= 0x3040) &&
            character.code < 0xFE00) {
            add(character.code, letters);
        }
    }
    return letters;
}

std::optional<std::string_view> find_east_asian(const Letters& letters) {
    const std::size_t kanas = letters.of_script[kana];
    const std::size_t all = kanas + letters.of_script[ideograph];
    if (all < enough_signs || !letters.has_mostly(all)) {
        return std::nullopt;
    }
    if (kanas * 10 >= all) {
        return "ja";
    }
    constexpr std::size_t clear = 5;
    const bool chinese = kanas * 50 <= all && std::max(letters.simplified, letters.traditional) >= clear;
    if (chinese && letters.simplified >= clear * letters.traditional) {
        return "zh-Hans";
    }
    return chinese && letters.traditional >= clear * letters.simplified ? std::optional<std::string_view>("zh-Hant")
                                                                        : std::nullopt;
}

std::optional<std::string_view> find_alphabet(const Letters& letters) {
    for (std::size_t index = 0; index < std::size(alphabets); ++index) {
        const Alphabet& alphabet = alphabets[index];
        const std::size_t all = letters.of_script[alphabet.script];
        if (all >= enough_letters && letters.has_mostly(all) &&
            letters.marked[2 * index] * 1000 >= alphabet.least * all &&
            letters.marked[2 * index + 1] * 1000 <= alphabet.most * all) {
            return alphabet.language;
        }
    }
    return std::nullopt;
}

// Whether the first bytes hold letters beyond those of Latin alphabets, as most copy of other scripts does.
bool is_worth_a_look(std::string_view text) {
    constexpr std::size_t probe = 512;
    constexpr std::size_t part = 128;  // a count of which fits into a byte: so many bytes are looked at at once
    std::size_t leads = 0;
    for (std::size_t at = 0; at < std::min(text.size(), probe); at += part) {
        unsigned char leads_of_part = 0;
        for (const char byte : text.substr(at, part)) {
            const auto lead = static_cast<unsigned char>(byte);
            leads_of_part += static_cast<unsigned char>(lead >= 0xCE && lead <= 0xED && lead != 0xE2);
        }
        leads += leads_of_part;
    }
    return leads >= enough_signs;
}

}  // namespace

std::optional<std::string_view> find_language_of_script(std::string_view text) {
    if (!is_worth_a_look(text)) {
        return std::nullopt;
    }
    const Letters letters = count_letters(text);
    if (const auto language = find_east_asian(letters)) {
        return language;
    }
    const std::size_t hanguls = letters.of_script[hangul];
    if (hanguls >= enough_signs && 2 * hanguls >= letters.beyond &&
        letters.has_mostly(hanguls + letters.of_script[ideograph])) {
        return "ko";
    }
    for (std::size_t script = 0; script < std::size(languages_of_scripts); ++script) {
        if (letters.of_script[script] >= enough_signs && letters.has_mostly(letters.of_script[script])) {
            return languages_of_scripts[script];
        }
    }
    return find_alphabet(letters);
}

}  // namespace galley
