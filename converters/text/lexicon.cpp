#include "converters/text/lexicon.h"

#include <algorithm>
#include <array>
#include <string>

namespace galley::text {
namespace {

/// Where the number that starts at `at` ends: digits with single points, commas or spaces between groups, "14K",
/// "1.2M".
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

/// ASCII as phrases have it; 0 for what is more than one byte there or here: numbers, spaces, everything else.
constexpr std::array<unsigned char, 0x100> plain_bytes = [] {
    std::array<unsigned char, 0x100> result{};
    for (unsigned char byte = 0; byte < 0x80; ++byte) {
        const auto folded = static_cast<unsigned char>(fold(byte));
        result[byte] = (byte >= '0' && byte <= '9') || folded == ' ' ? 0 : folded;
    }
    return result;
}();

/// A line as phrases have it, byte by byte.
class PhraseBytes {
public:
    static constexpr int none = -1;  ///< the line has ended

    PhraseBytes(std::string_view line, std::size_t at) : line_(line), at_(at) {}

    int next() {
        if (left_ == 0 && at_ < line_.size()) {
            if (const unsigned char plain = plain_bytes[static_cast<unsigned char>(line_[at_])]; plain != 0) {
                ++at_;
                after_space_ = false;
                return plain;
            }
        }
        return next_of_others();
    }

    /// Where the character ends of which a byte was taken last.
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    int next_of_others() {
        if (left_ != 0) {
            const auto byte = static_cast<unsigned char>(left_);
            left_ >>= 8U;
            return byte;
        }
        while (at_ < line_.size()) {
            const utf8::Character character = utf8::at(line_, at_);
            const char32_t code = fold(character.code);
            const bool digit = code >= '0' && code <= '9';
            at_ = digit ? number_end(line_, at_) : at_ + character.size;
            if (code == 0 || (code == ' ' && after_space_)) {
                continue;  // comparison skips it
            }
            after_space_ = code == ' ';
            return digit ? '#' : code < 0x80 ? static_cast<int>(code) : first_byte_of(code);
        }
        return none;
    }

    int first_byte_of(char32_t code) {
        std::string bytes;
        utf8::append(code, bytes);
        left_ = 0;
        for (std::size_t byte = bytes.size() - 1; byte > 0; --byte) {
            left_ = left_ << 8U | static_cast<unsigned char>(bytes[byte]);
        }
        return static_cast<unsigned char>(bytes.front());
    }

    std::string_view line_;
    std::size_t at_;
    bool after_space_ = false;
    std::uint32_t left_ = 0;  ///< of a character of several bytes, the next one lowest
};

}  // namespace

template <class OnPhrase>
void Lexicon::walk(std::string_view line, std::size_t begin, PhraseKinds kinds, const OnPhrase& on_phrase) const {
    PhraseBytes bytes{line, begin};
    const PhraseNode* node = tree_.root();
    std::size_t depth = 0;
    while (node != nullptr && node->children != PhraseNode::none) {
        const int byte = bytes.next();
        node = byte == PhraseBytes::none ? nullptr : tree_.child(*node, static_cast<unsigned char>(byte));
        if (node == nullptr || !PhraseKinds::from_bits(node->kinds).has_any(kinds)) {
            return;
        }
        ++depth;
        if (node->first != node->complete && is_word_end(line, bytes.at())) {
            for (const Phrase& phrase : phrases_.subspan(node->first, node->complete - node->first)) {
                if (kinds.has(phrase.kind) && !on_phrase(phrase, bytes.at())) {
                    return;
                }
            }
        }
    }
    if (node == nullptr) {
        return;
    }
    for (const Phrase& phrase : phrases_.subspan(node->complete, node->last - node->complete)) {
        if (!kinds.has(phrase.kind)) {
            continue;
        }
        PhraseBytes rest = bytes;
        std::size_t taken = depth;
        while (taken < phrase.size && rest.next() == static_cast<unsigned char>(text_[phrase.offset + taken])) {
            ++taken;
        }
        if (taken == phrase.size && is_word_end(line, rest.at()) && !on_phrase(phrase, rest.at())) {
            return;
        }
    }
}

std::optional<PhraseHit> Lexicon::find_longest(std::string_view line, std::size_t begin, PhraseKinds kinds,
                                               std::uint8_t language) const {
    std::optional<PhraseHit> best;
    walk(line, begin, kinds, [&](const Phrase& phrase, std::size_t end) {
        if (!best || best->end < end || (phrase.language == language && best->phrase->language != language)) {
            best = PhraseHit{&phrase, end};
        }
        return true;
    });
    return best;
}

bool Lexicon::find_any(std::string_view line, std::size_t begin, PhraseKinds kinds) const {
    bool found = false;
    walk(line, begin, kinds, [&](const Phrase&, std::size_t) {
        found = true;
        return false;
    });
    return found;
}

template <class OnPhrase>
void Lexicon::walk_whole(std::string_view line, PhraseKinds kinds, std::uint8_t language,
                         const OnPhrase& on_phrase) const {
    std::size_t end_of_line = line.size();
    while (end_of_line > 0) {
        const utf8::Character last = utf8::before(line, end_of_line);
        const bool closing = last.code == '.' || last.code == ':' || last.code == '!' || last.code == 0x2026 ||
                             last.code == '>' || last.code == 0xBB || last.code == 0x203A || last.code == 0x2192;
        if (!closing && !is_space(last.code)) {
            break;
        }
        end_of_line -= last.size;
    }
    walk(line, 0, kinds, [&](const Phrase& phrase, std::size_t end) {
        const bool spoken =
            language == 0 || phrase.language == 0 || phrase.language == language || phrase.language == common_;
        if (spoken && (end >= end_of_line || phrase.open)) {
            on_phrase(phrase, end);
        }
        return true;
    });
}

std::optional<PhraseHit> Lexicon::find_whole(std::string_view line, PhraseKinds kinds, std::uint8_t language) const {
    std::optional<PhraseHit> best;
    walk_whole(line, kinds, language, [&](const Phrase& phrase, std::size_t end) {
        if (!best || best->end < end || (phrase.language == language && best->phrase->language != language)) {
            best = PhraseHit{&phrase, end};
        }
    });
    return best;
}

PhraseKinds Lexicon::kinds_of_whole(std::string_view line, PhraseKinds kinds, std::uint8_t language) const {
    PhraseKinds found;
    kinds = may_begin(line, 0, kinds);
    if (kinds.any()) {
        walk_whole(line, kinds, language, [&](const Phrase& phrase, std::size_t) { found = found | phrase.kind; });
    }
    return found;
}

}  // namespace galley::text
