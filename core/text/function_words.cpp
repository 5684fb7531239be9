#include "core/text/function_words.h"

#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace galley {

namespace {

struct Language {
    std::string_view tag;
    std::string_view words;
};

// Words of at most eight bytes. Languages that share many words with a larger one stand here to compete with it.
constexpr Language languages[] = {
    {"en",
     "the of and to in a for on that is was with as by at from it be said has have had he his she her will not "
     "are were their they which who this would been after its an or but than more about when out up"},
    {"de",
     "der die das und in den von zu mit dem im ist des für auf ein eine nicht sich auch nach es sie er an aus "
     "bei wird sind einer einen als am hat werden dass wie zum zur vor noch über um haben war nur aber oder "
     "bis durch"},
    {"fr",
     "le la les des et de du un une en à au aux est pour dans que qui sur par il elle ne pas plus ce cette "
     "avec sont ont été son sa ses se mais ou nous a d l qu leur selon comme"},
    {"es",
     "el la los las de del y en que a un una por con para se no es su al lo más como fue sus pero ha este esta "
     "entre sobre o desde hasta también según son sin ser está"},
    {"pt",
     "o a os as de do da dos das e em no na nos nas que um uma por com para se não é ao à mais como foi seu "
     "sua mas são pelo pela entre sobre também segundo já ser está até"},
    {"it",
     "il la lo i gli le di del della dei delle dell e in nel nella che un una per con si non è al alla da dal "
     "dalla sono più ha come anche ma su l d o se questo questa dopo stato suo"},
    {"nl",
     "de het een en van in op te dat is voor met zijn aan er niet ook als bij om uit naar door over die maar "
     "hij ze wordt was worden heeft nog dan tot deze hebben zich werd meer"},
    {"da",
     "og i at det en den til er på som af med for de ikke der et har fra han var om ved men kan vil også efter "
     "blev bliver skal sig nu eller havde være år"},
    {"nb",
     "og i at det en den til er på som av med for de ikke et har fra han var om ved men kan vil også etter ble "
     "blir skal seg nå eller hadde være år hun sier"},
    {"sv",
     "och i att det en den till är på som av med för de inte ett har från han var om vid men kan också efter "
     "blev blir ska sig nu eller hade vara år hon säger"},
    {"ca",
     "el la els les de del dels i en que a un una per amb es no és al ha als seu seva més com va són però "
     "aquest aquesta entre sobre també segons fins"},
    {"gl",
     "o a os as de do da dos das e en no na nos nas que un unha por con para se non é ao á máis como foi seu "
     "súa mais son polo pola entre sobre tamén segundo xa"},
    {"ro",
     "și şi de la în a cu pe o un din care că nu se al ale lui mai este sunt pentru au fost dar sau după prin "
     "ce va iar până între"},
    {"af",
     "die en van in is het nie dat vir te met op om ook was by aan as hy sy word deur wat uit na maar hulle "
     "kan sal nog oor tot hierdie"},
    {"lb",
     "de den d an vun a mat op ass fir déi dat net och sinn eng e sech bei ginn hat no zu gouf huet war wéi "
     "nach awer"},
};

constexpr std::size_t word_limit = 96;
constexpr std::size_t slots = 2048;  // sparse enough that a search ends after one step mostly

// A word of at most eight bytes is a number.
struct Entry {
    std::uint64_t word = 0;
    std::uint32_t languages = 0;  ///< bit i: languages[i]
};

constexpr std::size_t slot_of(std::uint64_t word) {
    return (word * 0x9E3779B97F4A7C15U) >> 53U;
}
static_assert(slots == std::size_t{1} << (64 - 53));

constexpr void insert(std::array<Entry, slots>& table, std::uint64_t word, std::uint32_t language) {
    std::size_t slot = slot_of(word);
    while (table[slot].word != 0 && table[slot].word != word) {
        slot = (slot + 1) % slots;
    }
    table[slot].word = word;
    table[slot].languages |= language;
}

constexpr std::array<Entry, slots> table = [] {
    std::array<Entry, slots> result{};
    for (std::size_t i = 0; i < std::size(languages); ++i) {
        std::uint64_t word = 0;
        for (const char byte : languages[i].words) {
            if (byte != ' ') {
                word = word << 8U | static_cast<unsigned char>(byte);
            } else {
                insert(result, std::exchange(word, 0), std::uint32_t{1} << i);
            }
        }
        insert(result, word, std::uint32_t{1} << i);
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

// Bytes of words in lower case; 0 for what ends a word. Everything beyond ASCII is taken for letters.
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

}  // namespace

std::optional<FunctionWordCount> count_function_words(std::string_view text) {
    std::array<double, std::size(languages)> points{};
    std::array<std::size_t, std::size(languages)> distinct{};
    std::array<bool, slots> seen{};
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size() && words < word_limit; ++at) {
        std::uint64_t word = 0;
        const std::size_t begin = at;
        for (; at < text.size(); ++at) {
            const unsigned char letter = letters[static_cast<unsigned char>(text[at])];
            if (letter == 0) {
                break;
            }
            word = word << 8U | letter;
        }
        if (at == begin) {
            continue;
        }
        ++words;
        if (at - begin > sizeof(word)) {
            continue;
        }
        const std::size_t slot = find_slot(word);
        const std::uint32_t having = table[slot].languages;
        if (having == 0) {
            continue;
        }
        const double weight = 1.0 / std::popcount(having);
        const bool is_new = !std::exchange(seen[slot], true) && at - begin > 1;
        for (std::uint32_t found = having; found != 0; found &= found - 1) {
            const auto language = static_cast<std::size_t>(std::countr_zero(found));
            points[language] += weight;
            distinct[language] += is_new ? 1 : 0;
        }
    }
    FunctionWordCount result;
    result.words = words;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] > result.own) {
            result.rival = std::exchange(result.own, points[i]);
            result.language = languages[i].tag;
            result.distinct = distinct[i];
        } else if (points[i] > result.rival) {
            result.rival = points[i];
        }
    }
    return result.own > 0 ? std::optional(result) : std::nullopt;
}

}  // namespace galley
