#include "converters/pdf/emit/link_annotation.h"

#include "converters/pdf/emit/syntax.h"

namespace galley::pdf {

namespace {

/// RFC 3987, 3.1: what is not ASCII, and what no URI may hold, percent-encoded.
std::string ascii_uri(std::string_view iri) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string uri;
    for (const char c : iri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && !std::string_view{"<>\"{}|\\^`"}.contains(c)) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 0xF];
        }
    }
    return uri;
}

}  // namespace

std::string link_annotation(const PlacedLink& link, std::uint32_t page, std::uint32_t parent_key) {
    std::string text = "<</Type/Annot/Subtype/Link/Rect[";
    for (const float edge : {link.x, link.y, link.x + link.width, link.y + link.height}) {
        append_real(static_cast<double>(edge), 2, text);
        text += ' ';
    }
    text.back() = ']';
    text += "/Border[0 0 0]/F 4/P ";
    append_reference(page, text);
    append_integer(parent_key, text += "/StructParent ");
    append_text_string(link.contents.empty() ? link.target : link.contents, text += "/Contents");
    append_text_string(ascii_uri(link.target), text += "/A<</S/URI/URI");
    return text + ">>>>";
}

}  // namespace galley::pdf
