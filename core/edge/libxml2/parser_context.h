#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

namespace galley {

/// Only for the sources of this folder.
using ParserContext = std::unique_ptr<xmlParserCtxt, decltype([](xmlParserCtxt* context) {
                                          if (context->myDoc != nullptr) {
                                              xmlFreeDoc(context->myDoc);
                                          }
                                          xmlFreeParserCtxt(context);
                                      })>;

/// What libxml2 ends by a zero byte; empty for a null pointer.
inline std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Bytes of UTF-8 the parser has passed in the document itself.
std::uint64_t offset_of(const xmlParserCtxt& context);

/// Whether `place` is in the parser's buffer of the document, and its offset there; the greatest number when it is not.
bool is_in_buffer(const xmlParserCtxt& context, const xmlChar* place);
std::uint64_t offset_in(const xmlParserCtxt& context, const xmlChar* place);

/// While a start or end tag is reported: where it begins. An attribute value cannot hold a "<" (XML 1.0, 3.1).
std::uint64_t tag_offset(const xmlParserCtxt& context);

}  // namespace galley
