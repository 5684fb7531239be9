#include "core/edge/libxml2/any_uri.h"

#include "galley/utf8.h"

#include <algorithm>
#include <memory>
#include <string>

#include <libxml/uri.h>

namespace galley {

namespace {

using Uri = std::unique_ptr<xmlURI, decltype([](xmlURI* uri) { xmlFreeURI(uri); })>;

bool is_alphanumeric(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// A scheme, a colon and only characters that may stand anywhere after it: most are of this shape.
bool is_plain(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || text[0] < 'a' || text[0] > 'z' ||
        !std::ranges::all_of(text.substr(0, colon), is_alphanumeric)) {
        return false;
    }
    const std::string_view rest = text.substr(colon + 1);
    const bool has_host = rest.starts_with("//");
    return std::ranges::all_of(rest, [&](char byte) {
        return is_alphanumeric(byte) || byte == '.' || byte == '-' || byte == '_' || byte == '/' ||
               (byte == ':' && !has_host);
    });
}

}  // namespace

bool is_any_uri(std::string_view text) {
    text = utf8::trim(text);
    if (text.empty() || is_plain(text)) {
        return true;
    }
    std::string escaped(text);
    for (char& byte : escaped) {
        if (byte <= 32 || byte == 127 || std::string_view("<>\"{}|\\^`").find(byte) != std::string_view::npos) {
            byte = '_';
        }
    }
    return Uri(xmlParseURI(escaped.c_str())) != nullptr;
}

}  // namespace galley
