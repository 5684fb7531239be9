#include "converters/text/dateline_parser.h"

#include "converters/text/chinese_dateline.h"
#include "converters/text/dateline_mark.h"
#include "converters/text/ideograph_dateline.h"
#include "converters/text/japanese_dateline.h"
#include "converters/text/korean_dateline.h"
#include "converters/text/plain_spaces.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_dateline = 200;

/// False for most prose: its second word is in small letters, and neither belongs to the name of a place that is known
/// nor to what may stand after one.
bool may_open_dateline(std::string_view head, const Lexicon& lexicon) {
    const auto is_ascii_letter = [](char byte) { return (byte | ' ') >= 'a' && (byte | ' ') <= 'z'; };
    if (!is_ascii_letter(head.front())) {
        return true;
    }
    std::size_t end = 0;
    while (end < head.size() && is_ascii_letter(head[end])) {
        ++end;
    }
    if (end + 1 >= head.size() || head[end] != ' ' || head[end + 1] < 'a' || head[end + 1] > 'z') {
        return true;
    }
    constexpr PhraseKinds behind_places{PhraseKind::place_particle, PhraseKind::and_word, PhraseKind::date_word,
                                        PhraseKind::month, PhraseKind::agency};
    return lexicon.has_any(head, end + 1, behind_places) ||
           lexicon.has_any(head, 0, {PhraseKind::place, PhraseKind::country});
}

/// "ОДЕСА. 22 листопада. УНН.", "Баку, 22 ноября, АЗЕРТАДЖ", "الرياض 22 جمادى الأولى": a day right behind the first
/// stop or comma, or behind the first words, in a script that is not ours.
bool has_day_behind_place(std::string_view head) {
    constexpr std::size_t longest_place = 60;
    if (static_cast<unsigned char>(head.front()) < 0x80) {
        return false;
    }
    const std::size_t digit = head.substr(0, longest_place).find_first_of("0123456789");
    if (digit == std::string_view::npos || digit < 2 || head[digit - 1] != ' ') {
        return false;
    }
    constexpr unsigned char first_arabic = 0xD8;
    constexpr unsigned char last_arabic = 0xDB;
    const auto first = static_cast<unsigned char>(head.front());
    return head[digit - 2] == '.' || head[digit - 2] == ',' || (first >= first_arabic && first <= last_arabic);
}

}  // namespace

std::optional<DatelineMatch> DatelineParser::parse(std::string_view paragraph) const {
    const std::string_view head = utf8::prefix(paragraph, longest_dateline);
    if (head.empty() || is_without_marks(head) || !may_open_dateline(head, context_.lexicon())) {
        return std::nullopt;
    }
    return read_with_plain_spaces(head, [this](std::string_view plain) { return parse_head(plain); });
}

std::optional<DatelineMatch> DatelineParser::parse_head(std::string_view head) const {
    if (auto match = read_korean_dateline(head, context_)) {
        return match;
    }
    if (may_hold_ideograph(head)) {
        if (auto match = read_chinese_dateline(head, context_)) {
            return match;
        }
        if (auto match = read_bracketed_chinese_dateline(head, context_)) {
            return match;
        }
        if (auto match = read_ideograph_dateline(head, context_)) {
            return match;
        }
        if (auto match = read_japanese_dateline(head, context_)) {
            return match;
        }
        if (auto match = read_reporter_in_front(head, context_)) {
            return match;
        }
    }
    if (!has_dateline_mark(head) && !has_day_behind_place(head)) {
        return std::nullopt;
    }
    return parse_western(head);
}

}  // namespace galley::text
