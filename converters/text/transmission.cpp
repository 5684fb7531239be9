#include "converters/text/transmission.h"

#include "converters/text/transmission_header.h"
#include "converters/text/transmission_stamp.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::uint8_t sure = 95;

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

void read_header(const TransmissionFrame& frame, std::vector<Line>& lines, DocumentBuilder& builder) {
    const std::string_view text = builder.text();
    const TransmissionHeader header = read_transmission_header(text.substr(frame.begin, frame.text_begin - frame.begin));
    Metadata& meta = builder.document().meta;
    const auto found = [&](auto value, Span span) {
        return builder.found(std::move(value), frame.begin + span.begin, frame.begin + span.end, sure);
    };
    if (header.urgency) {
        meta.urgency = found(*header.urgency, header.urgency_span);
    }
    for (const Span keyword : header.keywords) {
        meta.keywords.push_back(found(std::string(text.substr(frame.begin + keyword.begin, keyword.size())), keyword));
    }
    if (!header.slug) {
        return;
    }
    const std::string_view slug = text.substr(frame.begin + header.slug->begin, header.slug->size());
    const std::string separator = slug.find('/') != std::string_view::npos ? "/" : "-";
    meta.slugline = found(Slugline{.text = std::string(slug), .separator = separator}, *header.slug);
    const auto first = std::ranges::find_if(lines, [](const Line& line) { return !line.blank(); });
    if (first == lines.end() || !begins_with_keyword(first->in(text), slug)) {
        return;
    }
    // The keyword once more, and whole: "BC-Ports--New Quay, 1st Ld-Writethru,127".
    const std::size_t end = std::min(first->in(text).find(','), first->size());
    meta.slugline = builder.found(Slugline{.text = std::string(first->in(text).substr(0, end)), .separator = separator}, first->begin,
                                  first->begin + end, sure);
    builder.add_furniture(FurnitureKind::wire_header, first->begin, first->end);
    lines.erase(lines.begin(), first + 1);
}

void read_trailer(const TransmissionFrame& frame, DocumentBuilder& builder, const Conventions& conventions) {
    std::size_t begin = frame.text_end;
    while (begin < frame.end && static_cast<unsigned char>(builder.text()[begin]) <= ' ') {
        ++begin;        // ETX, and white space after it
    }
    const std::string_view trailer = builder.text().substr(begin, frame.end - begin);
    if (const auto stamp = read_stamp(trailer.substr(0, trailer.find('\n')), conventions)) {
        builder.document().meta.dates.version_created = builder.found(stamp->date, begin + stamp->begin, begin + stamp->end, sure);
    }
    builder.add_furniture(FurnitureKind::wire_trailer, frame.text_end, frame.end);
}

}  // namespace

void read_envelope(const TransmissionFrame& frame, std::vector<Line>& lines, DocumentBuilder& builder, const Conventions& conventions) {
    if (frame.text_begin > frame.begin) {
        builder.add_furniture(FurnitureKind::wire_header, frame.begin, frame.text_begin);
    }
    if (!frame.enveloped) {
        if (frame.end > frame.text_end) {
            builder.add_furniture(FurnitureKind::wire_trailer, frame.text_end, frame.end);
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
