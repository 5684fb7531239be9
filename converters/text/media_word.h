#pragma once

#include "converters/text/lexicon.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

/// True when the last word of `name`, valid UTF-8 with single spaces, is what papers and services are called by:
/// "Harbour News". `ends_in_media_word` asks the same where no spaces part words.
[[nodiscard]] inline bool is_last_word_of_media(std::string_view name, const Lexicon& lexicon, std::uint8_t language) {
    return lexicon.whole(name.substr(name.rfind(' ') + 1), PhraseKind::media_word, language).has_value();
}

}  // namespace galley::text
