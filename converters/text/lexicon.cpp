#include "converters/text/lexicon.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// Where the number that starts at `at` ends: digits with single points, commas or spaces between groups, "14K", "1.2M".
std::size_t number_end(std::string_view line, std::size_t at) {
    std::size_t end = at;
    while (at < line.size()) {
        const utf8::Character character = utf8::at(line, at);
        if (digit_value(character.code) >= 0) {
            at += character.size;
            end = at;
        } else if ((character.code == '.' || character.code == ',') && at == end) {
            at += character.size;
        } else {
            break;
        }
    }
    if (end < line.size() && (line[end] == 'K' || line[end] == 'k' || line[end] == 'M') && is_word_end(line, end + 1)) {
        ++end;
    }
    return end;
}

}  // namespace

bool is_word_end(std::string_view line, std::size_t at) {
    if (at == 0 || at >= line.size()) {
        return true;
    }
    const char32_t before = utf8::before(line, at).code;
    const char32_t after = utf8::at(line, at).code;
    if (!is_letter(before) || !is_letter(after)) {
        return true;
    }
    return is_ideograph(before) || is_ideograph(after) || (is_lower(before) && is_upper(after));
}

template <class OnPhrase>
void Lexicon::walk(std::string_view line, std::size_t begin, const OnPhrase& on_phrase) const {
    auto first = phrases_.begin();
    auto last = phrases_.end();
    std::size_t depth = 0;
    bool after_space = false;

    // Keeps the phrases that go on with `byte`.
    const auto narrow = [&](unsigned char byte) {
        const auto at_depth = [&](const Phrase& phrase) {
            return static_cast<int>(static_cast<unsigned char>(text_[phrase.offset + depth]));
        };
        while (first != last && first->size == depth) {
            ++first;
        }
        first = std::lower_bound(first, last, static_cast<int>(byte),
                                 [&](const Phrase& phrase, int wanted) { return at_depth(phrase) < wanted; });
        last = std::upper_bound(first, last, static_cast<int>(byte),
                                [&](int wanted, const Phrase& phrase) { return wanted < at_depth(phrase); });
        ++depth;
        return first != last;
    };

    for (std::size_t at = begin; at < line.size();) {
        const utf8::Character character = utf8::at(line, at);
        const char32_t code = fold(character.code);
        std::size_t next = at + character.size;
        if (code == 0 || (code == ' ' && after_space)) {
            at = next;
            continue;
        }
        after_space = code == ' ';
        if (code >= '0' && code <= '9') {
            next = number_end(line, at);
            if (!narrow('#')) {
                return;
            }
        } else if (code < 0x80) {
            if (!narrow(static_cast<unsigned char>(code))) {
                return;
            }
        } else {
            std::string bytes;
            utf8::append(code, bytes);
            for (const char byte : bytes) {
                if (!narrow(static_cast<unsigned char>(byte))) {
                    return;
                }
            }
        }
        at = next;
        if (first->size == depth && is_word_end(line, at)) {
            const auto equal_end = std::find_if(first, last, [&](const Phrase& phrase) { return phrase.size != depth; });
            on_phrase(std::span<const Phrase>(first, equal_end), at);
        }
    }
}

std::optional<PhraseHit> Lexicon::longest(std::string_view line, std::size_t begin, PhraseKinds kinds,
                                          std::uint8_t language) const {
    std::optional<PhraseHit> best;
    walk(line, begin, [&](std::span<const Phrase> equal, std::size_t end) {
        for (const Phrase& phrase : equal) {
            if (!kinds.has(phrase.kind)) {
                continue;
            }
            if (!best || best->end < end || (phrase.language == language && best->phrase->language != language)) {
                best = PhraseHit{&phrase, end};
            }
        }
    });
    return best;
}

std::optional<PhraseHit> Lexicon::whole(std::string_view line, PhraseKinds kinds, std::uint8_t language) const {
    std::size_t end_of_line = line.size();
    while (end_of_line > 0) {
        const utf8::Character last = utf8::before(line, end_of_line);
        const bool closing = last.code == '.' || last.code == ':' || last.code == '!' || last.code == 0x2026 ||
                             last.code == '>' || last.code == 0xBB || last.code == 0x203A || last.code == 0x2192;
        if (!closing && !utf8::is_space(last.code)) {
            break;
        }
        end_of_line -= last.size;
    }
    std::optional<PhraseHit> best;
    walk(line, 0, [&](std::span<const Phrase> equal, std::size_t end) {
        for (const Phrase& phrase : equal) {
            const bool spoken = language == 0 || phrase.language == 0 || phrase.language == language || phrase.language == common_;
            if (!spoken || !kinds.has(phrase.kind) || (end < end_of_line && !phrase.open)) {
                continue;
            }
            if (!best || best->end < end || (phrase.language == language && best->phrase->language != language)) {
                best = PhraseHit{&phrase, end};
            }
        }
    });
    return best;
}

}  // namespace galley::text
