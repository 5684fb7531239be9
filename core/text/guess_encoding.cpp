#include "core/text/guess_encoding.h"

#include "core/edge/icu/charset.h"
#include "core/text/encoding_candidates.h"
#include "core/text/ideograph_costs.h"
#include "core/text/text_sample.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <limits>

namespace galley {

namespace {

// In half bits, like all costs.
constexpr Cost other_language_cost = 12;   // a word of another language than the text around it: a name
constexpr Cost most_for_ascii_words = 24;  // what words in ASCII say about the language, at most
constexpr Cost stated_language_gain = 20;
constexpr Cost beyond_doubt = 60;  // a lead that no further evidence has to widen
constexpr Cost impossible = std::numeric_limits<Cost>::max() / 2;

struct Contender {
    std::string_view encoding;
    Cost cost = 0;
    const ByteCandidate* single_byte = nullptr;  ///< null: several bytes a character
};

// UTF-8 that was damaged: well-formed characters of several bytes do not come about by chance, so two of them for each
// broken one prove it.
bool is_damaged_utf8(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    std::size_t well_formed = 0;
    std::size_t broken = 0;
    while (broken < enough) {
        const std::size_t invalid = utf8::find_invalid(bytes);
        const auto begins = [](char byte) { return static_cast<unsigned char>(byte) >= 0xC0; };
        well_formed += static_cast<std::size_t>(std::ranges::count_if(bytes.substr(0, invalid), begins));
        if (invalid == std::string_view::npos) {
            break;
        }
        ++broken;
        bytes.remove_prefix(invalid + 1);
    }
    return well_formed >= 2 * broken;
}

bool is_same_language(std::string_view one, std::string_view other) {
    return one.substr(0, one.find('-')) == other.substr(0, other.find('-'));
}

// What the words in ASCII cost in each language of the Latin encodings, above the likeliest, damped and limited: they
// are weak witnesses for the language of the words that are not.
struct LanguageCost {
    std::string_view language;
    Cost cost = 0;
};

// The languages of the Latin encodings, over ASCII. Made once.
const std::vector<LetterCosts>& ascii_costs() {
    static const std::vector<LetterCosts> all = [] {
        ByteTable ascii;
        for (std::size_t byte = 0; byte < ascii.codes.size(); ++byte) {
            ascii.codes[byte] = byte < 0x80 ? static_cast<char32_t>(byte) : ByteTable::undefined;
        }
        const ByteSymbols symbols(ascii);
        std::vector<LetterCosts> result;
        for (const LetterPairs& pairs : letter_pairs()) {
            if (pairs.alphabet.contains(U'a')) {
                result.emplace_back(pairs, symbols);
            }
        }
        return result;
    }();
    return all;
}

std::vector<LanguageCost> costs_of_ascii_words(const std::vector<std::string_view>& words) {
    std::vector<LanguageCost> result;
    Cost least = std::numeric_limits<Cost>::max();
    for (const LetterCosts& language : ascii_costs()) {
        Cost sum = 0;
        for (const std::string_view word : words) {
            sum += language.of(word);
        }
        result.push_back({language.language(), sum});
        least = std::min(least, sum);
    }
    for (LanguageCost& entry : result) {
        entry.cost = std::min((entry.cost - least) / 5, most_for_ascii_words);
    }
    return result;
}

// Everything about one input that the candidates are weighed by.
struct Evidence {
    TextSample sample;
    std::vector<LanguageCost> ascii;
    std::string_view language;  ///< stated; may be empty

    [[nodiscard]] Cost cost_of_language(std::string_view tag) const {
        const auto found = std::ranges::find(ascii, tag, &LanguageCost::language);
        const Cost gain = !language.empty() && is_same_language(language, tag) ? stated_language_gain : 0;
        return (found == ascii.end() ? 0 : found->cost) - gain;
    }
};

// The cost in the likeliest main language, with single words in others where that is likelier; `impossible` once it is
// above `limit`, as costs only grow.
Cost weigh(const ByteCandidate& candidate, const Evidence& evidence, Cost limit) {
    std::vector<Cost> sums(candidate.languages.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        sums[i] = evidence.cost_of_language(candidate.languages[i].language());
    }
    std::vector<Cost> of_word(sums.size());
    for (const std::string_view word : evidence.sample.words) {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            of_word[i] = candidate.languages[i].of(word);
        }
        const Cost elsewhere = *std::ranges::min_element(of_word) + other_language_cost;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += std::min(of_word[i], elsewhere);
        }
        if (candidate.prior + *std::ranges::min_element(sums) > limit) {
            return impossible;
        }
    }
    return candidate.prior + *std::ranges::min_element(sums);
}

constexpr int most_invalid = 8;

// `line` with U+FFFD for each byte that is not of the encoding, which `invalid` counts; cut short when there are too
// many.
std::string decode_leniently(icu::Charset& charset, std::string_view line, int& invalid) {
    std::string text;
    while (invalid <= most_invalid) {
        Transcoded transcoded = charset.decode(line);
        text += transcoded.text;
        if (!transcoded.invalid) {
            break;
        }
        text += "\uFFFD";
        ++invalid;
        line.remove_prefix(transcoded.invalid->begin + 1);
    }
    return text;
}

// Whether anything but ASCII and broken bytes is in `text`.
bool has_foreign_characters(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += utf8::at(text, at).size) {
        if (const char32_t code = utf8::at(text, at).code; code >= 0x80 && code != 0xFFFD) {
            return true;
        }
    }
    return false;
}

Cost weigh(const MultiByteCandidate& candidate, const Evidence& evidence, Cost limit) {
    auto charset = icu::Charset::open(candidate.encoding);
    if (!charset) {
        return impossible;
    }
    bool has_characters = false;
    Cost cost = candidate.prior;
    if (!evidence.language.empty() && is_same_language(evidence.language, candidate.language)) {
        cost -= stated_language_gain;
    }
    int invalid = 0;
    for (const std::string_view line : evidence.sample.lines) {
        const std::string text = decode_leniently(*charset, line, invalid);
        cost += ideograph_cost(text, candidate.language);
        if (invalid > most_invalid || cost > limit) {
            return impossible;
        }
        has_characters = has_characters || has_foreign_characters(text);
    }
    return has_characters ? cost : impossible;
}

// Whether the bytes beyond ASCII of the sample mean the same in both.
bool read_alike(const Contender& one, const Contender& other, const TextSample& sample) {
    if (one.single_byte == nullptr || other.single_byte == nullptr) {
        return false;
    }
    std::array<bool, 256> used{};
    for (const std::string_view line : sample.lines) {
        for (const char byte : line) {
            used[static_cast<unsigned char>(byte)] = true;
        }
    }
    for (std::size_t byte = 0x80; byte < used.size(); ++byte) {
        if (used[byte] && one.single_byte->table.codes[byte] != other.single_byte->table.codes[byte]) {
            return false;
        }
    }
    return true;
}

// How sure a lead of so many half bits over the next different reading makes.
std::uint8_t confidence_of(Cost lead) {
    struct Step {
        Cost lead;
        std::uint8_t confidence;
    };
    constexpr Step steps[] = {{beyond_doubt, 99}, {36, 97}, {24, 95}, {16, 90}, {10, 80}, {5, 65}};
    const auto* step = std::ranges::find_if(steps, [&](const Step& candidate) { return lead >= candidate.lead; });
    return step == std::end(steps) ? std::uint8_t{50} : step->confidence;
}

// A letter or two may be anything: who sends the text says more than they do.
std::uint8_t limit_by_size(std::uint8_t confidence, const TextSample& sample) {
    std::size_t high = 0;
    for (const std::string_view word : sample.words) {
        high += static_cast<std::size_t>(
            std::ranges::count_if(word, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
    }
    const std::uint8_t most = high < 3 ? 80 : high < 6 ? 95 : 99;
    return std::min(confidence, most);
}

// windows-1252 and windows-1254 without a byte from 80 to 9F are ISO 8859-1 and 8859-9.
std::string_view name_in(std::string_view encoding, std::string_view bytes) {
    const bool has_controls =
        std::ranges::any_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0xE0U) == 0x80U; });
    if (!has_controls && encoding == "windows-1252") {
        return "ISO-8859-1";
    }
    return !has_controls && encoding == "windows-1254" ? "ISO-8859-9" : encoding;
}

// A byte of a word costs 4 bits or so in any of the encodings, and 6.6 at most in some thousand stories; in random
// bytes 10.
bool is_plausible(const Contender& best, const TextSample& sample) {
    constexpr Cost most_for_a_byte = 14;
    std::size_t size = 0;
    for (const std::string_view word : sample.words) {
        size += word.size();
    }
    return best.cost <= most_for_a_byte * (static_cast<Cost>(size) + 2);
}

}  // namespace

std::optional<EncodingGuess> guess_encoding(std::string_view bytes, std::string_view language) {
    constexpr std::uint8_t nearly_sure = 99;
    if (is_damaged_utf8(bytes)) {
        return EncodingGuess{"UTF-8", nearly_sure};
    }
    Evidence evidence{.sample = take_sample(bytes), .ascii = {}, .language = language};
    evidence.ascii = costs_of_ascii_words(evidence.sample.ascii_words);
    std::vector<Contender> contenders;
    Cost least = impossible - beyond_doubt;
    const auto enter = [&](const auto& candidate, const ByteCandidate* single_byte) {
        const Cost cost = weigh(candidate, evidence, least + beyond_doubt);
        least = std::min(least, cost);
        contenders.push_back({candidate.encoding, cost, single_byte});
    };
    for (const ByteCandidate& candidate : byte_candidates()) {
        enter(candidate, &candidate);
    }
    for (const MultiByteCandidate& candidate : multi_byte_candidates()) {
        enter(candidate, nullptr);
    }
    const Contender best = *std::ranges::min_element(contenders, {}, &Contender::cost);
    if (best.cost == impossible || !is_plausible(best, evidence.sample)) {
        return std::nullopt;
    }
    Cost rival = impossible;
    for (const Contender& contender : contenders) {
        if (!read_alike(best, contender, evidence.sample) && contender.encoding != best.encoding) {
            rival = std::min(rival, contender.cost);
        }
    }
    return EncodingGuess{name_in(best.encoding, bytes),
                         limit_by_size(confidence_of(rival - best.cost), evidence.sample)};
}

}  // namespace galley
