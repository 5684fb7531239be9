#include "converters/text/text_format.h"

#include "converters/text/text_options.h"
#include "converters/text/text_reader.h"
#include "converters/text/text_writer.h"
#include "core/text/markup_signature.h"
#include "core/text/wide_text.h"

namespace galley {
namespace {

constexpr std::string_view extensions[] = {".txt", ".text", ".eml"};
constexpr std::string_view media_types[] = {"text/plain", "message/rfc822"};

/// Text is what remains: any bytes score low, so that every format that knows its own by content comes first. Markup is
/// no copy: its tags would be published as words.
SniffScore sniff(std::string_view head) {
    if (head.empty()) {
        return 5;
    }
    const bool wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
    std::size_t zeros = 0;
    std::size_t controls = 0;
    for (const char character : head) {
        const auto byte = static_cast<unsigned char>(character);
        zeros += byte == 0 ? 1 : 0;
        controls += byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B ? 1 : 0;
    }
    if (wide) {
        return 10;
    }
    if (zeros > 0) {  // UTF-16: full of them in Western text, with few of them in East Asian text
        return zeros * 10 >= head.size() * 3 || find_wide_encoding(head) ? 10 : 0;
    }
    return controls * 10 > head.size() || !find_markup_signature(head).empty() ? 0 : 20;
}

}  // namespace

const Format& text_format() {
    static const Format format{
        .name = "text",
        .title = "Plain text",
        .extensions = extensions,
        .media_types = media_types,
        .pronom = "x-fmt/111",
        .options = text::text_options(),
        .features = Feature::headings | Feature::lists | Feature::quotes | Feature::tables | Feature::preformatted |
                    Feature::breaks | Feature::notes | Feature::line_breaks,
        .many_stories = false,
        .hardened = true,
        .sniff = sniff,
        .make_reader = text::make_reader,
        .make_writer = text::make_writer,
    };
    return format;
}

}  // namespace galley
