#include "converters/text/conventions.h"

namespace galley::text {

Conventions::Conventions(const ConventionTables& tables) : tables_(tables) {
    lexicon_ =
        Lexicon{tables.text, tables.phrases, PhraseTree{tables.nodes}, PhraseStarts{tables.starts}, language("en")};
}

std::string_view Conventions::agency(std::int16_t index) const {
    return name(tables_.agencies[static_cast<std::size_t>(index)]);
}

std::string_view Conventions::role(std::int16_t index) const {
    return name(tables_.roles[static_cast<std::size_t>(index)]);
}

std::uint8_t Conventions::language(std::string_view bcp47) const {
    std::string_view primary = bcp47.substr(0, bcp47.find('-'));
    if (primary == "no" || primary == "nn") {
        primary = "nb";  // identifiers name the macrolanguage
    }
    for (std::size_t index = 1; index < tables_.languages.size() && !primary.empty(); ++index) {
        const std::string_view tag = name(tables_.languages[index]);
        if (tag.front() == primary.front() && tag == primary) {
            return static_cast<std::uint8_t>(index);
        }
    }
    return 0;
}

std::string_view Conventions::language_tag(std::uint8_t index) const { return name(tables_.languages[index]); }

}  // namespace galley::text
