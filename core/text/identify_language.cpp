#include "galley/identify_language.h"

#include "core/edge/cld2/detect_language.h"
#include "core/text/function_words.h"
#include "core/text/script_language.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstdint>

namespace galley {

namespace {

Found<std::string> inferred(std::string_view language, std::uint8_t confidence) {
    Found<std::string> found{std::string(language)};
    found.method = Method::inferred;
    found.confidence = confidence;
    return found;
}

// Croatian, Bosnian and Serbian, or Indonesian and Malay, share all words that matter here.
bool is_one_of_several(std::string_view language) { return language == "hr" || language == "id" || language == "ms"; }

// Function words decide alone when they are as many, and as many different ones, as running text has, and half as many
// again as any rival's; or where there is hardly a rival: tables have few of them. Variety keeps languages out that
// happen to have a few of the short ones.
bool is_decisive(const FunctionWordCount& count) {
    if (is_one_of_several(count.language) || count.own < 4) {
        return false;
    }
    const auto words = static_cast<double>(count.words);
    const bool running_text = count.distinct >= 8 && count.own * 10 >= words && count.own >= 1.5 * count.rival;
    const bool without_rival = count.distinct >= 5 && count.own * 20 >= words && count.own >= 4 * count.rival;
    return running_text || without_rival;
}

// So many function words, and hardly a rival, that more of the text would not change it.
bool is_clear(const FunctionWordCount& count) {
    return !is_one_of_several(count.language) && count.distinct >= 8 &&
           count.own * 5 >= static_cast<double>(count.words) && count.own >= 3 * count.rival;
}

// The language whose function words stand out.
std::optional<std::string_view> find_by_function_words(std::string_view text) {
    constexpr std::size_t fewest_words = 32;
    constexpr std::size_t first_words = 96;
    constexpr std::size_t more_words = 480;  // below the menus of a web page
    FunctionWords words{text};
    for (std::size_t read = fewest_words; read < first_words; read += 16) {
        words.read(read);
        if (const auto count = words.count(); count && is_clear(*count)) {
            return count->language;
        }
    }
    for (const std::size_t read : {first_words, more_words}) {
        words.read(read);
        if (const auto count = words.count(); count && is_decisive(*count)) {
            return count->language;
        }
    }
    return std::nullopt;
}

// Spaces for the controls and noncharacters, which the language statistics do not cover: wire copy is full of the
// former.
std::string without_controls(std::string_view text) {
    std::string clean(text);
    for (std::size_t at = 0; at < clean.size();) {
        const auto byte = static_cast<unsigned char>(clean[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++at;
            continue;
        }
        const utf8::Character character = utf8::at(clean, at);
        if (utf8::is_control_or_noncharacter(character.code)) {
            std::fill_n(clean.begin() + static_cast<std::ptrdiff_t>(at), character.size, ' ');
        }
        at += character.size;
    }
    return clean;
}

std::uint8_t confidence_in(const cld2::DetectedLanguage& detected) {
    constexpr int enough_letters = 150;
    if (!detected.reliable || detected.percent < 60) {
        return 60;
    }
    if (detected.letters < enough_letters) {
        return detected.letters < 60 ? 70 : 85;
    }
    return detected.percent < 85 ? 85 : 98;
}

}  // namespace

std::optional<Found<std::string>> identify_language(std::string_view text) {
    constexpr std::size_t sample = 16 << 10;
    constexpr std::uint8_t by_function_words = 99;
    constexpr std::uint8_t by_script = 99;
    if (const auto language = find_language_of_script(text)) {
        return inferred(*language, by_script);
    }
    if (const auto language = find_by_function_words(utf8::prefix(text, sample))) {
        return inferred(*language, by_function_words);
    }
    const auto detected = cld2::detect_language(without_controls(utf8::prefix(text, sample)));
    if (!detected) {
        return std::nullopt;
    }
    return inferred(detected->tag, confidence_in(*detected));
}

}  // namespace galley
