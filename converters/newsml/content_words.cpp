#include "converters/newsml/content_words.h"

#include "galley/utf8.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

// Marks on running text: they end no word. All other elements stand on lines of their own.
constexpr std::string_view inline_names[] = {
    "a",     "abbr",     "alt-code",  "b",           "bdi",    "chron",       "cite",       "city",     "classifier",
    "code",  "copyrite", "country",   "del",         "em",     "event",       "font",       "function", "i",
    "ins",   "lang",     "location",  "mark",        "money",  "name.family", "name.given", "num",      "object.title",
    "org",   "person",   "pronounce", "q",           "region", "ruby",        "s",          "small",    "span",
    "state", "strong",   "sub",       "sublocation", "sup",    "time",        "tt",         "u",        "virtloc"};
static_assert(std::ranges::is_sorted(inline_names));

bool is_inline(std::string_view name) { return std::ranges::binary_search(inline_names, name); }

class Counter {
public:
    void walk(const XmlNode& node) {
        for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::text) {
                text(child->value);
            } else if (child->kind == XmlKind::element && child->name != "media-producer" && child->name != "small") {
                const bool apart = !is_inline(child->name);
                in_word_ = in_word_ && !apart;
                walk(*child);
                in_word_ = in_word_ && !apart;
            }
        }
    }

    void text(std::string_view value) {
        for (std::size_t at = 0; at < value.size();) {
            at = inside_ascii_word(value, at);
            if (at == value.size()) {
                break;
            }
            const auto byte = static_cast<unsigned char>(value[at]);
            utf8::Character character{byte, 1};
            bool space = byte == ' ' || (byte >= 0x09 && byte <= 0x0D);
            if (byte >= 0x80) {
                character = utf8::at(value, at);
                space = utf8::is_space(character.code);
            }
            if (space) {
                in_word_ = false;
            } else {
                counts_.words += in_word_ ? 0 : 1;
                spoken_ = spoken_ && in_word_;
                if (!spoken_ && is_spoken(character.code)) {
                    spoken_ = true;
                    ++counts_.spoken;
                }
                in_word_ = true;
            }
            at += character.size;
        }
    }

    [[nodiscard]] WordCounts counts() const { return counts_; }

private:
    /// The letters of a word that is counted already change nothing.
    [[nodiscard]] std::size_t inside_ascii_word(std::string_view value, std::size_t at) const {
        if (in_word_ && spoken_) {
            while (at < value.size() && static_cast<unsigned char>(value[at] - '!') <= '~' - '!') {
                ++at;
            }
        }
        return at;
    }

    static bool is_spoken(char32_t code) {
        return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
               (code > 0xBF && (code < 0x2000 || code > 0x206F) && (code < 0x3000 || code > 0x303F));
    }

    WordCounts counts_;
    bool in_word_ = false;
    bool spoken_ = false;  ///< the word under way is counted as one
};

const XmlNode* find_below(const XmlNode& root, std::string_view name) {
    for (const XmlNode* child = root.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && child->name == name) {
            return child;
        }
    }
    return nullptr;
}

}  // namespace

WordCounts count_words_in(const XmlNode& root) {
    Counter counter;
    counter.walk(root);
    return counter.counts();
}

WordCounts count_content_words(const XmlNode& root) {
    const XmlNode* body = root.name == "nitf" || root.name == "html" ? find_below(root, "body") : nullptr;
    if (body == nullptr || root.name != "nitf") {
        return count_words_in(body != nullptr ? *body : root);
    }
    Counter counter;
    for (const XmlNode* part = body->first; part != nullptr; part = part->next) {
        if (part->kind == XmlKind::element && part->name == "body.content") {
            counter.walk(*part);
        }
    }
    return counter.counts();
}

WordCounts count_text_words(std::string_view text) {
    Counter counter;
    counter.text(text);
    return counter.counts();
}

}  // namespace galley::newsml
