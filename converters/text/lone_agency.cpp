#include "converters/text/lone_agency.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {

std::string_view without_brackets(std::string_view line) {
    if (line.empty()) {
        return line;
    }
    const utf8::Character first = utf8::at(line, 0);
    const utf8::Character last = utf8::before(line, line.size());
    const bool bracketed = fold(first.code) == '(' && fold(last.code) == ')' && line.size() > first.size + last.size;
    return bracketed ? line.substr(first.size, line.size() - first.size - last.size) : line;
}

std::optional<PhraseHit> find_lone_agency(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    return lexicon.whole(without_brackets(line), PhraseKind::agency, language);
}

}  // namespace galley::text
