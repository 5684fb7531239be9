#include "converters/text/byline_pieces.h"

#include "converters/text/fold.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

bool is_ascii_letter(char byte) { return static_cast<unsigned char>((byte | ' ') - 'a') <= 'z' - 'a'; }

bool is_bar(char32_t code) {
    return code == '|' || code == 0x2022 || code == 0xB7 || code == 0xFF5C || code == 0x2502 || code == 0x01C0 ||
           code == 0xA6;
}

}  // namespace

std::string_view trim_piece(std::string_view text, std::size_t& begin) {
    while (!text.empty()) {
        const utf8::Character character = utf8::at(text, 0);
        if (!is_space(character.code) && character.code != ',' && character.code != ';' && character.code != ':') {
            break;
        }
        text.remove_prefix(character.size);
        begin += character.size;
    }
    while (!text.empty()) {
        const utf8::Character character = utf8::before(text, text.size());
        if (!is_space(character.code) && character.code != ',' && character.code != ';' && character.code != ':' &&
            character.code != 0xB7 && character.code != '|') {
            break;
        }
        text.remove_suffix(character.size);
    }
    return text;
}

std::optional<BylinePiece> BylinePieces::next() {
    while (!ended_) {
        const Cut cut = find_cut();
        BylinePiece piece{.begin = begin_, .joint = joint_};
        piece.text = trim_piece(line_.substr(begin_, cut.end - begin_), piece.begin);
        begin_ = at_ = cut.next;
        joint_ = cut.joint;
        if (!piece.text.empty()) {
            return piece;
        }
    }
    return std::nullopt;
}

BylinePieces::Cut BylinePieces::find_cut() {
    while (at_ < line_.size()) {
        if (!word_start_ && is_ascii_letter(line_[at_])) {
            ++at_;  // inside a word
            continue;
        }
        const utf8::Character character = utf8::at(line_, at_);
        const std::size_t next = at_ + character.size;
        if (const auto cut = cut_at_mark(character.code, next)) {
            word_start_ = character.code == '@';
            return *cut;
        }
        if (word_start_ && joint_ != Joint::bracket && (at_ > from_ || (from_ > 0 && place_words_at(at_) > 0))) {
            if (const auto cut = cut_at_word()) {
                return *cut;  // the word after it may be one that cuts as well
            }
        }
        word_start_ = is_space(character.code);
        at_ = next;
    }
    ended_ = true;
    return {line_.size(), line_.size(), Joint::first};
}

std::optional<BylinePieces::Cut> BylinePieces::cut_at_mark(char32_t code, std::size_t next) const {
    if (joint_ == Joint::bracket) {
        return code == ')' ? std::optional(Cut{at_, next, Joint::comma}) : std::nullopt;
    }
    if (code == ',' || code == ';' || code == 0x3001 || code == 0x060C || code == 0xFF0C) {
        return Cut{at_, next, Joint::comma};
    }
    if (is_bar(code)) {
        return Cut{at_, next, Joint::bar};
    }
    if (is_space(code) && is_between_full_names(next)) {
        return Cut{at_, next, Joint::comma};
    }
    if (code == '/') {
        const bool initials =
            at_ > from_ && next < line_.size() && is_upper(utf8::at(line_, next).code) && line_.size() - from_ < 8;
        return initials ? std::nullopt : std::optional(Cut{at_, next, Joint::slash});
    }
    if (is_dash(code) && at_ > 0 && line_[at_ - 1] == ' ' && next < line_.size() && line_[next] == ' ') {
        return Cut{at_, next, Joint::dash};
    }
    if (code == '(' && at_ > 0 && line_[at_ - 1] == ' ' && line_.find(')', next) != std::string_view::npos) {
        return Cut{at_, next, Joint::bracket};
    }
    if (code == '@') {  // a handle or an address is no part of the name
        const std::size_t end = std::min(line_.find(' ', at_), line_.size());
        const bool address = line_.substr(at_, end - at_).find('.') != std::string_view::npos;
        const std::size_t word = address ? std::max(line_.rfind(' ', at_) + 1, begin_) : at_;
        return Cut{word, end, Joint::bar};
    }
    return std::nullopt;
}

/// "Ann Lee  Tom Ray": a space behind a space, with two words on either side at least, up to the next such place.
bool BylinePieces::is_between_full_names(std::size_t next) const {
    constexpr std::string_view wide = "  ";
    if (next >= line_.size() || line_[next] != ' ' ||
        line_.substr(begin_, at_ - begin_).find(' ') == std::string_view::npos) {
        return false;
    }
    const std::size_t second = line_.find_first_not_of(' ', next);
    const std::string_view behind =
        second == std::string_view::npos ? std::string_view{} : line_.substr(second, line_.find(wide, second) - second);
    return behind.find(' ') != std::string_view::npos;
}

std::size_t BylinePieces::place_words_at(std::size_t at) const {
    const auto word = conventions_->lexicon().longest(line_, at, PhraseKind::place_word, language_);
    if (!word || word->phrase->language != language_ || word->end >= line_.size() || line_[word->end] != ' ') {
        return 0;
    }
    const std::size_t place = line_.find_first_not_of(' ', word->end);
    return place != std::string_view::npos && is_upper(utf8::at(line_, place).code) ? place - at : 0;
}

std::size_t BylinePieces::end_of_common_place_word(std::size_t at) const {
    const Lexicon& lexicon = conventions_->lexicon();
    const auto word = lexicon.longest(line_, at, PhraseKind::place_word, lexicon.common_language());
    const bool common = word && word->phrase->language == lexicon.common_language() && word->end < line_.size() &&
                        line_[word->end] == ' ';
    return common ? word->end + 1 : at;
}

bool BylinePieces::is_behind_name(std::size_t at) const {
    return at > begin_ &&
           is_person_name(utf8::trim(line_.substr(begin_, at - begin_)), conventions_->lexicon(), language_);
}

/// "for", "para", and "of" right behind a name and before a paper with its article ("Ann Lee of The Courier").
std::size_t BylinePieces::affiliation_words_at(std::size_t at) const {
    constexpr std::string_view of_the = "of the ";
    if (const auto word = conventions_->lexicon().longest(line_, at, PhraseKind::affiliation_word, language_)) {
        const bool common = word->phrase->language == conventions_->lexicon().common_language();
        const std::size_t whom = line_.find_first_not_of(' ', word->end);
        const bool capital = whom != std::string_view::npos &&
                             (is_upper(utf8::at(line_, whom).code) || utf8::at(line_, whom).code == 0xAB);
        const bool begins = joint_ == Joint::comma && at <= begin_ + 1 && capital;
        return common || begins || (from_ > 0 && is_behind_name(at)) ? word->end - at : 0;
    }
    const std::string_view rest = line_.substr(at);
    const bool of = from_ > 0 && (rest.starts_with(of_the) || rest.starts_with("of The ")) &&
                    rest.size() > of_the.size() && is_upper(utf8::at(rest, of_the.size()).code);
    return of && (joint_ == Joint::first || joint_ == Joint::and_word) && is_behind_name(at) ? 3 : 0;
}

/// "i" joins names in Polish and stands before a place in Swedish, "da" joins them in Hausa and stands in them
/// elsewhere.
bool BylinePieces::is_understood(const Phrase& joint, bool is_place_word) const {
    const auto own_place_word = [&] {
        const auto word = conventions_->lexicon().longest(line_, at_, PhraseKind::place_word, language_);
        return word && word->phrase->language == language_;
    };
    return joint.language == language_ ||
           (!is_place_word && !is_name_particle(conventions_->lexicon().text_of(joint), conventions_->lexicon()) &&
            !own_place_word());
}

std::optional<BylinePieces::Cut> BylinePieces::cut_at_word() const {
    constexpr PhraseKinds joints{PhraseKind::and_word, PhraseKind::and_others, PhraseKind::with_word};
    const Lexicon& lexicon = conventions_->lexicon();
    const std::string_view rest = line_.substr(at_);
    const PhraseKinds here =
        lexicon.may_begin(line_, at_, joints | PhraseKinds{PhraseKind::place_word, PhraseKind::affiliation_word});
    if (!here.any() && !rest.starts_with("of ")) {
        return std::nullopt;  // most words
    }
    const std::size_t common_place = here.has(PhraseKind::place_word) ? end_of_common_place_word(at_) : at_;
    if (const std::size_t words = here.has(PhraseKind::place_word) ? place_words_at(at_) : 0;
        words > 0 &&
        (from_ > 0 || lexicon.longest(line_, at_ + words, {PhraseKind::place, PhraseKind::country}, language_))) {
        return Cut{at_, at_ + words, Joint::place};
    }
    const auto joined = here.has_any(joints) ? lexicon.longest(line_, at_, joints, language_) : std::nullopt;
    if (joined && joined->phrase->kind != PhraseKind::and_others &&
        is_understood(*joined->phrase, common_place > at_) &&
        (joined->end >= line_.size() || line_[joined->end] == ' ')) {
        return Cut{at_, joined->end, joined->phrase->kind == PhraseKind::and_word ? Joint::and_word : Joint::with_word};
    }
    if (const std::size_t words = affiliation_words_at(at_); words > 0) {
        return Cut{at_, at_ + words, Joint::affiliation};
    }
    return common_place > at_ ? std::optional(Cut{at_, common_place, Joint::place}) : std::nullopt;
}

}  // namespace galley::text
