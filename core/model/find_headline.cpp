#include "galley/find_headline.h"

#include <algorithm>

namespace galley {

const Found<Headline>* find_headline(const Document& document, HeadlineRole role) {
    const auto& headlines = document.meta.headlines;
    const auto found =
        std::ranges::find_if(headlines, [&](const auto& headline) { return headline.value.role == role; });
    return found == headlines.end() ? nullptr : &*found;
}

}  // namespace galley
