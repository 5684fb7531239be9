#include "galley/direction.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace galley {

namespace {

// ISO 15924 codes of the scripts with strong right-to-left letters (Unicode 15, Bidi_Class R and AL).
constexpr std::string_view scripts[] = {"adlm", "arab", "aran", "armi", "avst", "chrs", "cprt", "elym", "hatr", "hebr",
                                        "hung", "khar", "lydi", "mand", "mani", "mend", "merc", "mero", "narb", "nbat",
                                        "nkoo", "orkh", "ougr", "palm", "phli", "phlp", "phnx", "prti", "rohg", "samr",
                                        "sarb", "sogd", "sogo", "syrc", "syre", "syrj", "syrn", "thaa", "yezi"};

// Languages whose usual script is one of those (CLDR's likely subtags).
constexpr std::string_view languages[] = {"acm", "aeb", "ajp", "apc", "ar",  "arc", "ary", "arz", "ckb", "dv",
                                          "fa",  "glk", "he",  "iw",  "ji",  "khw", "ks",  "lrc", "mzn", "nqo",
                                          "pnb", "prs", "ps",  "sd",  "skr", "syr", "ug",  "ur",  "yi"};
static_assert(std::ranges::is_sorted(languages));

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

}  // namespace

bool is_right_to_left(std::string_view language) {
    const std::string tag = lower(language);
    const std::size_t end = std::min(tag.find_first_of("-_"), tag.size());
    for (std::size_t begin = end; begin < tag.size();) {
        const std::size_t next = std::min(tag.find_first_of("-_", begin + 1), tag.size());
        const std::string_view subtag = std::string_view(tag).substr(begin + 1, next - begin - 1);
        if (subtag.size() == 1) {
            break;
        }  // extensions and private use follow (RFC 5646, 2.2.6)
        // Four letters are a script; four characters that begin with a digit are a variant.
        if (subtag.size() == 4 && subtag.front() >= 'a') {
            return std::ranges::find(scripts, subtag) != std::end(scripts);
        }
        begin = next;
    }
    return std::ranges::binary_search(languages, std::string_view(tag).substr(0, end));
}

}  // namespace galley
