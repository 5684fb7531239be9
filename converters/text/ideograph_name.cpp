#include "converters/text/ideograph_name.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

/// "毎日新聞"
bool is_paper(std::string_view name, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t longest = 5;  // characters; "本文来自蜂鸟网" is a sentence
    return utf8::count_characters(name) <= longest && ends_in_media_word(name, lexicon, language);
}

}  // namespace

bool is_name_of_ideographs(std::string_view name, const Lexicon& lexicon, std::uint8_t language) {
    const auto surname = lexicon.longest(name, 0, PhraseKind::surname, language);
    const std::size_t given = surname ? utf8::count_characters(name.substr(surname->end)) : 0;
    return given >= 1 && given <= static_cast<std::size_t>(surname->phrase->value);
}

bool ends_in_media_word(std::string_view word, const Lexicon& lexicon, std::uint8_t language) {
    for (std::size_t at = word.empty() ? 0 : utf8::at(word, 0).size; at < word.size(); at += utf8::at(word, at).size) {
        if (lexicon.whole(word.substr(at), PhraseKind::media_word, language)) {
            return true;
        }
    }
    return false;
}

bool may_be_author(const Contributor& author, const Lexicon& lexicon, std::uint8_t language) {
    const std::string_view name = author.name;
    if (!is_ideograph(utf8::at(name, 0).code) || author.kind != ContributorKind::unknown || !author.job_title.empty() ||
        !author.affiliation.empty()) {
        return true;
    }
    for (std::size_t at = 0; at < name.size(); at += utf8::at(name, at).size) {
        if (!is_ideograph(utf8::at(name, at).code)) {
            return true;  // "三木　雄信", "ジョン・スミス"
        }
    }
    return is_name_of_ideographs(name, lexicon, language) || is_paper(name, lexicon, language);
}

bool are_names_of_ideographs(std::string_view text, const Lexicon& lexicon, std::uint8_t language) {
    std::size_t names = 0;
    for (std::size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size() - 1) + 1) {
        if (!is_name_of_ideographs(text.substr(at, text.find(' ', at) - at), lexicon, language)) {
            return false;
        }
        ++names;
    }
    return names >= 2;
}

}  // namespace galley::text
