#include "converters/text/lexicon.h"

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

/// The phrases that begin with the bytes taken so far, and have a kind that is wanted.
class Candidates {
public:
    Candidates(std::string_view text, std::span<const Phrase> phrases, const PhraseTree& tree, PhraseKinds kinds)
        : text_(text), phrases_(phrases), tree_(tree), kinds_(kinds), node_(tree.root()) {}

    /// Keeps those that go on with `byte`; false when there are none.
    bool take(unsigned char byte) {
        if (node_ == nullptr) {
            return false;
        }
        if (node_->children == PhraseNode::none) {
            return take_one_by_one(byte);
        }
        node_ = tree_.child(*node_, byte);
        ++depth_;
        return node_ != nullptr && PhraseKinds::from_bits(node_->kinds).has_any(kinds_);
    }

    /// Those that end here.
    [[nodiscard]] std::span<const Phrase> complete() const {
        return in_leaf_ ? phrases_.subspan(first_, complete_ - first_) : phrases_.subspan(node_->first, node_->complete - node_->first);
    }

private:
    bool take_one_by_one(unsigned char byte) {
        if (!in_leaf_) {
            in_leaf_ = true;
            complete_ = node_->complete;
            last_ = node_->last;
        }
        const auto goes_on = [&](std::uint32_t index) {
            const Phrase& phrase = phrases_[index];
            return static_cast<unsigned char>(text_[phrase.offset + depth_]) == byte;
        };
        first_ = complete_;
        while (first_ != last_ && !goes_on(first_)) {
            ++first_;
        }
        std::uint32_t end = first_;
        while (end != last_ && goes_on(end)) {
            ++end;
        }
        last_ = end;
        ++depth_;
        complete_ = first_;
        while (complete_ != last_ && phrases_[complete_].size == depth_) {
            ++complete_;
        }
        return first_ != last_;
    }

    std::string_view text_;
    std::span<const Phrase> phrases_;
    const PhraseTree& tree_;
    PhraseKinds kinds_;
    const PhraseNode* node_;
    std::size_t depth_ = 0;
    bool in_leaf_ = false;              ///< below the tree: [first_, last_) are left, [first_, complete_) end here
    std::uint32_t first_ = 0;
    std::uint32_t complete_ = 0;
    std::uint32_t last_ = 0;
};

bool take_beyond_ascii(char32_t code, Candidates& candidates) {
    std::string bytes;
    utf8::append(code, bytes);
    return std::ranges::all_of(bytes, [&](char byte) { return candidates.take(static_cast<unsigned char>(byte)); });
}

}  // namespace

template <class OnPhrase>
void Lexicon::walk(std::string_view line, std::size_t begin, PhraseKinds kinds, const OnPhrase& on_phrase) const {
    Candidates candidates{text_, phrases_, tree_, kinds};
    bool after_space = false;
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
            if (!candidates.take('#')) {
                return;
            }
        } else if (code < 0x80) {
            if (!candidates.take(static_cast<unsigned char>(code))) {
                return;
            }
        } else {
            if (!take_beyond_ascii(code, candidates)) {
                return;
            }
        }
        at = next;
        if (const std::span<const Phrase> complete = candidates.complete(); !complete.empty() && is_word_end(line, at)) {
            if (!on_phrase(complete, at)) {
                return;
            }
        }
    }
}

std::optional<PhraseHit> Lexicon::find_longest(std::string_view line, std::size_t begin, PhraseKinds kinds,
                                               std::uint8_t language) const {
    std::optional<PhraseHit> best;
    walk(line, begin, kinds, [&](std::span<const Phrase> equal, std::size_t end) {
        for (const Phrase& phrase : equal) {
            if (!kinds.has(phrase.kind)) {
                continue;
            }
            if (!best || best->end < end || (phrase.language == language && best->phrase->language != language)) {
                best = PhraseHit{&phrase, end};
            }
        }
        return true;
    });
    return best;
}

bool Lexicon::find_any(std::string_view line, std::size_t begin, PhraseKinds kinds) const {
    bool found = false;
    walk(line, begin, kinds, [&](std::span<const Phrase> equal, std::size_t) {
        found = std::ranges::any_of(equal, [&](const Phrase& phrase) { return kinds.has(phrase.kind); });
        return !found;
    });
    return found;
}

template <class OnPhrase>
void Lexicon::walk_whole(std::string_view line, PhraseKinds kinds, std::uint8_t language, const OnPhrase& on_phrase) const {
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
    walk(line, 0, kinds, [&](std::span<const Phrase> equal, std::size_t end) {
        for (const Phrase& phrase : equal) {
            const bool spoken = language == 0 || phrase.language == 0 || phrase.language == language || phrase.language == common_;
            if (spoken && kinds.has(phrase.kind) && (end >= end_of_line || phrase.open)) {
                on_phrase(phrase, end);
            }
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
    kinds = may_begin(line, 0) & kinds;
    if (kinds.bits() != 0) {
        walk_whole(line, kinds, language, [&](const Phrase& phrase, std::size_t) { found = found | phrase.kind; });
    }
    return found;
}

}  // namespace galley::text
