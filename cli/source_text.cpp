#include "cli/source_text.h"

#include "galley/utf8.h"

#include <algorithm>

namespace galley::cli {
namespace {

std::vector<SourceText::Range> lines_of(std::string_view text) {
    std::vector<SourceText::Range> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.push_back({begin, end});
        begin = text.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
    }
    return lines;
}

}  // namespace

std::optional<SourceText> SourceText::of(const Document& document) {
    if (!document.source.bytes || !document.source.encoding) {
        return std::nullopt;
    }
    Diagnostics ignored;
    const DecodeOptions options{.encoding = document.source.encoding->value, .language = ""};
    auto decoded = decode(document.source.name, *document.source.bytes, options, ignored);
    if (!decoded) {
        return std::nullopt;
    }
    if (document.source.extent) {
        decoded->map.shift(document.source.extent->begin);
    }
    return SourceText(std::move(*decoded));
}

SourceText::SourceText(DecodedText decoded) : decoded_(std::move(decoded)), lines_(lines_of(decoded_.text)) {}

/// The first place of the text that comes from `byte` or later: `to_source` grows with its argument.
std::size_t SourceText::locate(std::uint64_t byte) const {
    std::size_t low = 0;
    std::size_t high = decoded_.text.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (decoded_.map.to_source(middle, middle).begin < byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

SourceText::Range SourceText::locate(Span span) const { return {locate(span.begin), locate(span.end)}; }

SourceText::Position SourceText::position(Span span) const {
    const std::size_t at = locate(span.begin);
    const auto after = std::ranges::upper_bound(lines_, at, {}, &Range::begin);
    if (after == lines_.begin()) {
        return {1, 1};
    }
    const Range line = *(after - 1);
    const std::size_t end = std::min(std::max(at, line.begin), decoded_.text.size());
    return {static_cast<std::size_t>(after - lines_.begin()),
            utf8::count_characters(decoded_.text.substr(line.begin, end - line.begin)) + 1};
}

}  // namespace galley::cli
