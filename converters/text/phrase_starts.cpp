#include "converters/text/phrase_starts.h"

namespace galley::text {

PhraseKinds PhraseStarts::at_beyond_ascii(std::string_view line, std::size_t begin) const {
    const char32_t code = fold(utf8::at(line, begin).code);
    if (code == 0) {
        return PhraseKinds::from_bits(UINT64_MAX);      // skipped: what comes after it is the first
    }
    return code < 0x80 ? kinds(class_of(static_cast<unsigned char>(code)), Class::any) : PhraseKinds::from_bits(kinds_[hash_of(code)]);
}

std::vector<std::uint64_t> PhraseStarts::build(std::string_view text, std::span<const Phrase> phrases) {
    std::vector<std::uint64_t> table(size, 0);
    for (const Phrase& phrase : phrases) {
        const std::string_view bytes = text.substr(phrase.offset, phrase.size);
        if (bytes.empty()) {
            continue;
        }
        const std::uint64_t kind = PhraseKinds{phrase.kind}.bits();
        const utf8::Character first = utf8::at(bytes, 0);
        if (first.code >= 0x80) {
            table[hash_of(first.code)] |= kind;
            continue;
        }
        const std::size_t row = class_of(static_cast<unsigned char>(bytes.front()));
        table[row * classes + Class::any] |= kind;
        if (bytes.size() == 1) {
            for (std::size_t column = 0; column < Class::any; ++column) {
                table[row * classes + column] |= kind;
            }
        } else if (const auto second = static_cast<unsigned char>(bytes[1]); second < 0x80) {
            table[row * classes + class_of(second)] |= kind;
        }
    }
    return table;
}

}  // namespace galley::text
