#include "converters/text/source_note.h"

#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/scanner.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_note = 120;
constexpr std::size_t longest_house = 36;  ///< bytes of a name in ideographs: twelve of them

bool opens(char32_t code) {
    return code == '(' || code == '[' || code == '*' || code == '_' || code == ' ' || is_dash(code);
}
bool closes(char32_t code) {
    return code == ')' || code == ']' || code == '*' || code == '_' || code == ' ' || code == '.' || code == 0x3002;
}

/// `line` without the marks around it, folded marks of full width among them.
std::string_view inside_marks(std::string_view line, std::size_t& begin) {
    while (!line.empty() && opens(fold(utf8::at(line, 0).code))) {
        begin += utf8::at(line, 0).size;
        line.remove_prefix(utf8::at(line, 0).size);
    }
    while (!line.empty() && closes(fold(utf8::before(line, line.size()).code))) {
        line.remove_suffix(utf8::before(line, line.size()).size);
    }
    return line;
}

/// ":261120-930-12345/1": by what number the agency knows the story.
void skip_number(Scanner& scanner) {
    Scanner number = scanner;
    if (number.take(':') && digit_value(number.peek()) >= 0) {
        const std::size_t end = scanner.line().find_first_not_of("0123456789-/", number.at());
        scanner.move_to(std::min(end, scanner.line().size()));
    }
}

/// Everything from where `scanner` stands: agencies, and words that mean agencies.
bool take_agencies(Scanner& scanner, const Conventions& conventions, SourceNote& note) {
    while (!scanner.at_end()) {
        scanner.skip_spaces();
        while (scanner.take_any(U",/;·+&、،-")) {
            scanner.skip_spaces();
        }
        (void)scanner.take_phrase(PhraseKind::and_word);
        scanner.skip_spaces();
        const std::size_t begin = scanner.at();
        if (const auto agency = scanner.take_phrase(PhraseKind::agency)) {
            skip_number(scanner);
            note.sources.push_back({std::string(conventions.agency(agency->phrase->value)), {begin, agency->end}});
        } else if (!scanner.take_phrase(PhraseKind::agencies_word)) {
            return false;
        }
        note.is_note = true;
    }
    return note.is_note;
}

/// "北京商报": what stands behind "来源" is a paper, whether or not it is known.
bool is_house_in_ideographs(std::string_view text) {
    bool all = !text.empty() && text.size() <= longest_house;
    for (std::size_t at = 0; all && at < text.size(); at += utf8::at(text, at).size) {
        all = is_ideograph(utf8::at(text, at).code);
    }
    return all;
}

/// "SOURCE Saltmere Instruments Ltd", as press releases end.
std::string_view sender_of_release(std::string_view text) {
    constexpr std::string_view word = "SOURCE ";
    constexpr std::size_t longest_sender = 80;
    const std::string_view sender = text.starts_with(word) ? utf8::trim(text.substr(word.size())) : std::string_view{};
    return sender.size() <= longest_sender && !is_all_capitals(sender) ? sender : std::string_view{};
}

}  // namespace

SourceNote read_source_note(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    std::size_t begin = 0;
    const std::string_view text = line.size() <= longest_note ? inside_marks(line, begin) : std::string_view{};
    if (const std::string_view sender = sender_of_release(text); !sender.empty()) {
        const std::size_t at = begin + text.size() - sender.size();
        return {.is_note = true, .sources = {{std::string(sender), {at, at + sender.size()}, false}}};
    }
    if (text.starts_with("©")) {
        SourceNote note;
        Scanner names{conventions, language, line.substr(0, begin + text.size()), begin + std::string_view("©").size()};
        return take_agencies(names, conventions, note) ? note : SourceNote{};
    }
    if (text.empty() ||
        !conventions.lexicon().may_begin(text, 0, {PhraseKind::source_word, PhraseKind::with_word}).any()) {
        return {};
    }
    Scanner scanner{conventions, language, line.substr(0, begin + text.size()), begin};
    const auto word = scanner.take_phrase({PhraseKind::source_word, PhraseKind::with_word});
    if (!word || (language != 0 && word->phrase->language != language)) {
        return {};
    }
    scanner.skip_spaces();
    (void)scanner.take(':');
    scanner.skip_spaces();
    SourceNote note;
    if (Scanner names = scanner; take_agencies(names, conventions, note)) {
        return note;
    }
    const bool set_off = scanner.before() == ':' || scanner.before() == ' ';  // not "来源不明的资金…"
    if (word->phrase->kind == PhraseKind::source_word && set_off && is_house_in_ideographs(scanner.rest())) {
        return {.is_note = true,
                .sources = {{std::string(scanner.rest()), {scanner.at(), scanner.line().size()}, false}}};
    }
    return {};
}

}  // namespace galley::text
