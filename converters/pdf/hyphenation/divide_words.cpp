#include "converters/pdf/hyphenation/divide_words.h"

#include "converters/pdf/hyphenation/hyphenator.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"

namespace galley::pdf {

namespace {

constexpr std::size_t shortest_divided = 5;  // letters

}  // namespace

bool divide_words(std::string_view text, std::string_view language, std::vector<std::uint32_t>& offsets) {
    const Hyphenator* const hyphenator = Hyphenator::find(language);
    if (hyphenator == nullptr) {
        return false;
    }
    bool name = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(utf8::at(text, at).code)) {
            at += utf8::at(text, at).size;
            continue;
        }
        const std::size_t begin = at;
        std::size_t letters = 0;
        std::size_t capitals = 0;
        while (at < text.size() && is_letter(utf8::at(text, at).code)) {
            const auto [code, size] = utf8::at(text, at);
            capitals += to_lower(code) != code ? 1u : 0u;
            ++letters;
            at += size;
        }
        if (letters < shortest_divided || (capitals > 1 && capitals * 2 > letters)) {
            continue;
        }
        const std::size_t first = offsets.size();
        hyphenator->hyphenate(text.substr(begin, at - begin), offsets);
        for (std::size_t i = first; i < offsets.size(); ++i) {
            offsets[i] += static_cast<std::uint32_t>(begin);
        }
        name = name || (capitals > 0 && !language.starts_with("de"));
    }
    return name;
}

}  // namespace galley::pdf
