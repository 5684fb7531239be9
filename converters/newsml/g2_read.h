#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/document.h"
#include "galley/found.h"
#include "galley/limits.h"
#include "galley/partial_date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley::newsml {

/// What the model holds of a newsItem or packageItem, read from its tree: identity, metadata, body and resources.
/// Its source is not filled in. Reading the same tree gives an equal document. `rendition` gets what its text was read
/// from, null where it has none.
[[nodiscard]] Document read_news_item(const XmlNode& item, const Limits& limits, const XmlNode** rendition = nullptr);

/// Its parts.
void read_item_meta(const XmlNode& meta, Document& to);
void read_content_meta(const XmlNode& meta, Document& to);
/// Returns the inlineXML or inlineData that the text was read from, or null.
const XmlNode* read_content_set(const XmlNode& set, const Limits& limits, Document& to);

/// Whether `rendition` holds a text that could be read: XML, or data without an encoding.
[[nodiscard]] bool is_text_rendition(const XmlNode& rendition);

/// The metadata a NITF text has of its own, where `to` has none; another headline or byline than the item's is kept
/// beside it.
void read_nitf_head(const XmlNode& nitf, Document& to);

/// Blocks of a NITF text: body.content, and what of body.end is text.
[[nodiscard]] Blocks read_nitf_body(const XmlNode& nitf, Resources& resources);

/// Text of an element without white space at its ends.
[[nodiscard]] std::string text_in(const XmlNode& node);

/// The same on one line.
[[nodiscard]] std::string line_in(const XmlNode& node);

/// Sets the date that an element's text is in ISO 8601; leaves `to` alone where it is none.
void read_date(const XmlNode& node, std::optional<Found<PartialDate>>& to);

/// An urgency as both G2 and NITF write it: one digit from 1, the most urgent, to 9.
[[nodiscard]] std::optional<std::uint8_t> urgency_from(std::string_view digit);

/// Value of `name` or of its sibling `name` + "uri"; a URI that `set_term` made of a word is the word again.
[[nodiscard]] std::string term_in(const XmlNode& node, std::string_view name, std::string_view list);

/// Takes over how the item says that `node`'s value came to be.
template <class T>
[[nodiscard]] Found<T> found_in(const XmlNode& node, T value) {
    Found<T> found(std::move(value));
    if (node.value_of("how") == "howextr:tool") {
        found.method = node.value_of("why") == "why:inferred" ? Method::inferred : Method::parsed;
    }
    if (const std::string_view stated = node.value_of("confidence"); !stated.empty() && stated.size() <= 3) {
        int confidence = 0;
        for (const char digit : stated) {
            confidence = digit >= '0' && digit <= '9' ? confidence * 10 + (digit - '0') : 1000;
        }
        found.confidence = confidence <= 100 ? static_cast<std::uint8_t>(confidence) : found.confidence;
    }
    return found;
}

}  // namespace galley::newsml
