#include "converters/text/transmission.h"

#include "converters/text/printed_header.h"
#include "converters/text/transmission_header.h"
#include "converters/text/transmission_stamp.h"

#include <algorithm>
#include <span>
#include <string>

namespace galley::text {
namespace {

constexpr std::uint8_t sure = 95;

std::string separator_in(std::string_view slug) { return slug.find('/') != std::string_view::npos ? "/" : "-"; }

/// True when `line` begins with the keyword of the header, which has no spaces and is cut off at some length.
bool begins_with_keyword(std::string_view line, std::string_view keyword) {
    std::size_t at = 0;
    for (const char byte : line) {
        if (at == keyword.size()) {
            return true;
        }
        if (byte == ' ') {
            continue;
        }
        if (byte != keyword[at]) {
            return false;
        }
        ++at;
    }
    return at == keyword.size();
}

/// Takes marks off both ends of `line`; returns whether there were any.
void strip_marks(Line& line, DocumentBuilder& builder) {
    const std::string_view text = builder.text();
    if (line.size() > 1 && text[line.begin] == '^') {
        builder.add_furniture(FurnitureKind::control, line.begin, line.begin + 1);
        ++line.begin;
    }
    const std::size_t end = line.end;
    if (line.size() > 1 && (text[end - 1] == '<' || text[end - 1] == '=')) {
        --line.end;
        while (line.end > line.begin && text[line.end - 1] == ' ') {
            --line.end;
        }
        builder.add_furniture(FurnitureKind::control, end - 1, end);
    }
}

/// Puts what a header says into the document; its spans count from `base`.
void add_values(const TransmissionHeader& header, std::size_t base, DocumentBuilder& builder) {
    const std::string_view text = builder.text();
    Metadata& meta = builder.document().meta;
    const auto words = [&](Span span) { return std::string(text.substr(base + span.begin, span.size())); };
    const auto found = [&](auto value, Span span) {
        return builder.found(std::move(value), base + span.begin, base + span.end, sure);
    };
    if (header.urgency) {
        meta.urgency = found(*header.urgency, header.urgency_span);
    }
    for (const Span keyword : header.keywords) {
        meta.keywords.push_back(found(words(keyword), keyword));
    }
    if (header.slug) {
        meta.slugline =
            found(Slugline{.text = words(*header.slug), .separator = separator_in(words(*header.slug))}, *header.slug);
    }
}

void read_header(const TransmissionFrame& frame, std::vector<Line>& lines, DocumentBuilder& builder) {
    const std::string_view text = builder.text();
    const TransmissionHeader header =
        read_transmission_header(text.substr(frame.begin, frame.text_begin - frame.begin));
    add_values(header, frame.begin, builder);
    if (!header.slug) {
        return;
    }
    const std::string_view slug = text.substr(frame.begin + header.slug->begin, header.slug->size());
    const auto first = std::ranges::find_if(lines, [](const Line& line) { return !line.blank(); });
    if (first == lines.end() || !begins_with_keyword(first->in(text), slug)) {
        return;
    }
    // The keyword once more, and whole: "BC-Ports--New Quay, 1st Ld-Writethru,127".
    const std::size_t end = std::min(first->in(text).find(','), first->size());
    builder.document().meta.slugline =
        builder.found(Slugline{.text = std::string(first->in(text).substr(0, end)), .separator = separator_in(slug)},
                      first->begin, first->begin + end, sure);
    builder.add_furniture(FurnitureKind::wire_header, first->begin, first->end);
    lines.erase(lines.begin(), first + 1);
}

void add_stamp(std::string_view line, std::size_t begin, DocumentBuilder& builder, const Conventions& conventions) {
    if (const auto stamp = read_stamp(line, conventions)) {
        builder.document().meta.dates.version_created =
            builder.found(stamp->date, begin + stamp->begin, begin + stamp->end, sure);
    }
}

void read_trailer(const TransmissionFrame& frame, DocumentBuilder& builder, const Conventions& conventions) {
    std::size_t begin = frame.text_end;
    while (begin < frame.end && static_cast<unsigned char>(builder.text()[begin]) <= ' ') {
        ++begin;  // ETX, and white space after it
    }
    const std::string_view trailer = builder.text().substr(begin, frame.end - begin);
    add_stamp(trailer.substr(0, trailer.find('\n')), begin, builder, conventions);
    builder.add_furniture(FurnitureKind::wire_trailer, frame.text_end, frame.end);
}

/// Header lines at the top of the text, and the line that ends a telex at its foot.
void read_printed_envelope(const TransmissionFrame& frame, std::vector<Line>& lines, DocumentBuilder& builder,
                           const Conventions& conventions) {
    const std::string_view text = builder.text();
    const bool in_telex =
        text.substr(frame.begin, frame.text_begin - frame.begin).find("ZCZC") != std::string_view::npos;
    const PrintedHeader header = read_printed_header(text, lines, in_telex, conventions.lexicon());
    for (const Line& line : std::span(lines).first(header.lines)) {
        if (!line.blank()) {
            const bool priority = is_priority_mark(line.in(text), conventions.lexicon());
            builder.add_furniture(priority ? FurnitureKind::priority_mark : FurnitureKind::wire_header, line.begin,
                                  line.end);
        }
    }
    add_values(header.values, 0, builder);
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(header.lines));
    if (header.lines > 0 || in_telex) {
        for (Line& line : lines) {
            strip_marks(line, builder);
        }
    }
    const auto last =
        std::ranges::find_if(lines.rbegin(), lines.rend(), [](const Line& line) { return !line.blank(); });
    if (last != lines.rend() && ends_telex(last->in(text))) {
        add_stamp(last->in(text), last->begin, builder, conventions);
        builder.add_furniture(FurnitureKind::wire_trailer, last->begin, last->end);
        lines.erase(last.base() - 1, lines.end());
    }
}

}  // namespace

void read_envelope(const TransmissionFrame& frame, std::vector<Line>& lines, DocumentBuilder& builder,
                   const Conventions& conventions) {
    if (frame.text_begin > frame.begin) {
        builder.add_furniture(FurnitureKind::wire_header, frame.begin, frame.text_begin);
    }
    if (!frame.enveloped) {
        read_printed_envelope(frame, lines, builder, conventions);
        if (frame.end > frame.text_end) {
            read_trailer(frame, builder, conventions);
        }
        return;
    }
    for (Line& line : lines) {
        strip_marks(line, builder);
    }
    read_header(frame, lines, builder);
    if (frame.end > frame.text_end) {
        read_trailer(frame, builder, conventions);
    }
}

}  // namespace galley::text
