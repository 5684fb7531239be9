#pragma once

#include "converters/newsml/newsml1_parts.h"
#include "galley/diagnostic.h"
#include "galley/document.h"

#include <string_view>
#include <vector>

namespace galley::newsml {

/// The one with the most words; null for none.
[[nodiscard]] const Newsml1Text* longest_text(const std::vector<Newsml1Text>& texts);

/// Whether two components may speak one language: "en" and "en-GB" do, and who states none speaks any.
[[nodiscard]] bool may_be_one_language(std::string_view one, std::string_view other);

/// Brings the texts of an item together in `to`: those in the language of the longest, one after the other, and of
/// those that stand for each other the longest. What is left out and says something else is told
/// (`newsml1.other-text`).
void add_newsml1_texts(const Newsml1Parts& parts, const Limits& limits, Document& to, Diagnostics& diagnostics);

/// Puts media where the text refers to them, others behind the text; documents become links.
void add_newsml1_media(std::vector<Newsml1Medium> media, Document& to);

}  // namespace galley::newsml
