#include "galley/document_title.h"
#include "galley/find_headline.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <array>

namespace galley {

namespace {

constexpr std::size_t most_characters = 80;

/// The first block's text with words in it, without the dateline it begins with.
std::string opening(const Document& document) {
    for (const Block& block : document.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        std::string text = paragraph != nullptr ? plain_text(paragraph->content) : std::string();
        if (utf8::trim(text).empty()) {
            continue;
        }
        if (!document.meta.datelines.empty()) {
            const std::string& dateline = document.meta.datelines.front().raw;
            if (!dateline.empty() && text.starts_with(dateline)) {
                text.erase(0, dateline.size());
            }
        }
        return text;
    }
    return {};
}

bool ends_sentence(char32_t code) {
    static constexpr std::array<char32_t, 7> marks{U'.', U'!', U'?', U'。', U'！', U'？', U'؟'};
    for (const char32_t mark : marks) {
        if (mark == code) {
            return true;
        }
    }
    return code == U'।';
}

/// Punctuation and space that a dateline leaves before the first word: "— ".
std::string_view without_leading_marks(std::string_view text) {
    while (!text.empty()) {
        const utf8::Character first = utf8::at(text, 0);
        const bool mark = first.code == U'-' || first.code == U'_' || first.code == U':' || first.code == U'=' ||
                          (first.code >= 0x2010 && first.code <= 0x2015) || utf8::is_space(first.code);
        if (!mark) {
            break;
        }
        text.remove_prefix(first.size);
    }
    return text;
}

/// The first sentence, cut at a word where it is longer than a title may be.
std::string first_sentence(std::string_view text) {
    std::size_t characters = 0;
    std::size_t last_word_end = 0;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const utf8::Character character = utf8::at(text, offset);
        if (utf8::is_space(character.code)) {
            last_word_end = offset;
        }
        if (characters == most_characters) {
            const std::size_t cut = last_word_end > 0 ? last_word_end : offset;
            return std::string(utf8::trim(text.substr(0, cut))) + "…";
        }
        offset += character.size;
        ++characters;
        // "U.S. President": a full stop ends a sentence only where a space follows a word of more than two letters.
        const bool at_gap = offset == text.size() || utf8::is_space(utf8::at(text, offset).code);
        const bool wide_mark = character.code > 0x2fff;
        const bool abbreviation = character.code == U'.' && offset - last_word_end <= 5;
        if (ends_sentence(character.code) && (wide_mark || (at_gap && !abbreviation))) {
            return std::string(utf8::trim(text.substr(0, offset)));
        }
    }
    return std::string(utf8::trim(text));
}

Found<std::string> inferred(std::string title, std::uint8_t confidence) {
    Found<std::string> found(std::move(title));
    found.method = Method::inferred;
    found.confidence = confidence;
    return found;
}

}  // namespace

Found<std::string> document_title(const Document& document) {
    if (document.meta.title && !document.meta.title->value.empty()) {
        return *document.meta.title;
    }
    if (const auto* headline = find_headline(document, HeadlineRole::main)) {
        Found<std::string> title(headline->value.text);
        title.raw = headline->raw;
        title.span = headline->span;
        title.method = headline->method;
        title.confidence = headline->confidence;
        return title;
    }
    const std::string text = opening(document);
    std::string title = first_sentence(without_leading_marks(utf8::trim(text)));
    if (!title.empty()) {
        return inferred(std::move(title), 50);
    }
    if (!document.source.name.empty() && document.source.name != "-") {
        return inferred(document.source.name, 10);
    }
    return inferred("Untitled", 0);
}

}  // namespace galley
