#include "converters/text/document_builder.h"

#include "converters/text/fold.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

/// Appends `text` without control characters and marks of byte order; a tab becomes a space.
void append_clean(std::string_view text, std::string& to) {
    constexpr char32_t byte_order_mark = 0xFEFF;
    if (!may_hold_controls(text)) {
        to += text;
        return;
    }
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        if (character.code == '\t') {
            to += ' ';
        } else if (character.code != byte_order_mark && !utf8::is_control_or_noncharacter(character.code)) {
            to.append(text, at, character.size);
        }
        at += character.size;
    }
}

/// Whether a space belongs between two lines of one paragraph.
bool space_between(const std::string& before, std::string_view after) {
    if (before.empty() || after.empty()) {
        return false;
    }
    const utf8::Character last = utf8::before(before, before.size());
    const utf8::Character first = utf8::at(after, 0);
    if (last.code == '-' && before.size() > 1) {
        const char32_t letter = utf8::before(before, before.size() - 1).code;
        return !is_letter(letter) && digit_value(letter) < 0;  // "ten-" + "year", but "said -" + "and"
    }
    const auto wide = [](char32_t code) {
        return (is_ideograph(code) && !(code >= 0xAC00 && code <= 0xD7A3)) || (code >= 0x3001 && code <= 0x3002);
    };
    return !(wide(last.code) && wide(first.code));
}

/// The same day, and this time with its year: "22 Dec", "22 December 2016".
bool tells_year_of(const PartialDate& later, const PartialDate& earlier) {
    return later.year && !earlier.year && later.month == earlier.month && later.day == earlier.day &&
           (later.time || !earlier.time);
}

}  // namespace

std::string join_lines(std::string_view text, std::span<const Line> lines) {
    std::string joined;
    if (!lines.empty()) {
        joined.reserve(lines.back().end - lines.front().begin);
    }
    for (const Line& line : lines) {
        const std::string_view part = line.in(text);
        if (space_between(joined, part)) {
            joined += ' ';
        }
        if (line.clean) {
            joined += part;
        } else {
            append_clean(part, joined);
        }
    }
    return joined;
}

void DocumentBuilder::add_headline(HeadlineRole role, std::span<const Line> lines, std::uint8_t confidence) {
    std::string headline = join_lines(text(), lines);
    if (headline.empty()) {
        return;
    }
    add_found(document_.meta.headlines, Headline{role, std::move(headline)}, lines.front().begin, lines.back().end,
              confidence);
}

void DocumentBuilder::add_byline(std::size_t base, const BylineMatch& match, std::uint8_t confidence) {
    Byline byline;
    byline.and_others = match.and_others;
    for (const ContributorMatch& author : match.contributors) {
        add_found(byline.contributors, author.contributor, base + author.begin, base + author.end, confidence);
    }
    auto made = found(std::move(byline), base + match.begin, base + match.end, confidence);
    const auto is_same = [&](const Found<Byline>& known) {
        return known.raw == made.raw;
    };  // pages print it above and below a picture
    if (std::ranges::any_of(document_.meta.bylines, is_same)) {
        add_furniture(FurnitureKind::byword, base + match.begin, base + match.end);
        return;
    }
    document_.meta.bylines.push_back(std::move(made));
}

Found<PartialDate> DocumentBuilder::found_date(std::size_t base, const DateMatch& match, std::uint8_t confidence) {
    auto date = found(match.date, base + match.begin, base + match.end,
                      match.other ? std::min<std::uint8_t>(confidence, 50) : confidence);
    if (match.other) {
        context_.say(
            {.severity = Severity::warning,
             .code = "text.ambiguous-date",
             .message =
                 "'" + date.raw + "' is " + iso_date(match.date) + " or " + iso_date(*match.other) + "; took the first",
             .where = {.source = document_.source.name, .span = date.span},
             .hints = {"say which with --option text.date-order=day-first or month-first, or state the language"}});
    }
    return date;
}

void DocumentBuilder::add_date(std::size_t base, const DateMatch& match, std::uint8_t confidence) {
    auto& slot = document_.meta.dates.content_created;
    if (slot && tells_year_of(match.date, slot->value)) {
        add_furniture(FurnitureKind::byword, created_.begin, created_.end);
        slot.reset();
    }
    if (slot || match.date.empty()) {
        add_furniture(FurnitureKind::byword, base + match.begin, base + match.end);
        return;
    }
    slot = found_date(base, match, confidence);
    created_ = {base + match.begin, base + match.end};
}

void DocumentBuilder::add_updated(std::size_t base, const DateMatch& match, std::uint8_t confidence) {
    auto& slot = document_.meta.dates.content_modified;
    if (slot || match.date.empty()) {
        add_furniture(FurnitureKind::byword, base + match.begin, base + match.end);
        return;
    }
    slot = found_date(base, match, confidence);
}

void DocumentBuilder::add_dateline(std::size_t base, const DatelineMatch& match) {
    const auto confidence = static_cast<std::uint8_t>(match.proofs >= 3 ? 98 : 93);
    Dateline dateline;
    for (const DatelineMatch::FoundPlace& place : match.places) {
        add_found(dateline.places, place.place, base + place.span.begin, base + place.span.end, confidence);
    }
    if (match.date) {
        dateline.date = found_date(base, *match.date, confidence);
        if (!document_.meta.dates.content_created) {
            document_.meta.dates.content_created = dateline.date;
        }
    }
    for (const DatelineMatch::FoundName& agency : match.agencies) {
        add_found(dateline.agencies, agency.name, base + agency.span.begin, base + agency.span.end, confidence);
    }
    if (!match.reporters.empty() && document_.meta.bylines.empty()) {
        BylineMatch byline{.begin = match.reporters.front().span.begin, .end = match.reporters.back().span.end};
        for (const DatelineMatch::FoundName& reporter : match.reporters) {
            byline.contributors.push_back(
                {{.name = reporter.name, .job_title = reporter.title}, reporter.span.begin, reporter.span.end});
        }
        add_byline(base, byline, confidence);
    }
    if (!dateline.places.empty() || !dateline.agencies.empty() ||
        dateline.date) {  // "本报讯（记者张三）" names a reporter alone
        add_found(document_.meta.datelines, std::move(dateline), base + match.begin, base + match.end, confidence);
    }
}

void DocumentBuilder::add_head_line(const Line& line, const HeadLine& head, std::uint8_t byline_confidence,
                                    std::uint8_t date_confidence) {
    // What no part covers is punctuation between the parts; the line as a whole is accounted for.
    std::vector<Span> covered;
    const auto cover = [&](std::size_t begin, std::size_t end) { covered.push_back({begin, end}); };
    if (head.byline) {
        add_byline(line.begin, *head.byline, byline_confidence);
        cover(head.byline->begin, head.byline->end);
    }
    if (head.date) {
        add_date(line.begin, *head.date, date_confidence);
        cover(head.date->begin, head.date->end);
    }
    if (head.updated) {
        add_updated(line.begin, *head.updated, date_confidence);
        cover(head.updated->begin, head.updated->end);
    }
    if (const auto place = head.place) {
        Dateline dateline;
        const std::size_t begin = line.begin + place->begin;
        const std::size_t end = line.begin + place->end;
        std::string name{text().substr(begin, end - begin)};
        std::string country;
        if (const std::size_t comma = name.find(", "); comma != std::string::npos) {
            country = name.substr(comma + 2);
            name.resize(comma);
        }
        add_found(dateline.places, Place{.name = std::move(name), .country = std::move(country)}, begin, end, 80);
        add_found(document_.meta.datelines, std::move(dateline), begin, end, 80);
        cover(place->begin, place->end);
    }
    for (const HeadLine::Part& part : head.furniture) {
        add_furniture(part.kind, line.begin + part.span.begin, line.begin + part.span.end);
        cover(part.span.begin, part.span.end);
    }
    std::ranges::sort(covered);
    std::uint64_t at = 0;
    for (const Span& span : covered) {
        if (span.begin > at) {
            add_furniture(FurnitureKind::separator, line.begin + at, line.begin + span.begin);
        }
        at = std::max(at, span.end);
    }
    if (at < line.size()) {
        add_furniture(FurnitureKind::separator, line.begin + at, line.end);
    }
}

void DocumentBuilder::add_furniture(FurnitureKind kind, std::size_t begin, std::size_t end, std::string value) {
    while (begin < end && text()[begin] == ' ') {
        ++begin;
    }
    while (end > begin && text()[end - 1] == ' ') {
        --end;
    }
    if (begin < end) {
        add_found(document_.meta.furniture, Furniture{kind, std::move(value)}, begin, end, 90);
    }
}

void DocumentBuilder::add_note(std::size_t begin, std::size_t end, std::string role) {
    std::string note;
    append_clean(text().substr(begin, end - begin), note);
    add_found(document_.meta.notes, EditorialNote{std::move(role), std::move(note)}, begin, end, 90);
}

void DocumentBuilder::add_contributor(Contributor contributor, std::size_t begin, std::size_t end) {
    add_found(document_.meta.contributors, std::move(contributor), begin, end, 90);
}

void DocumentBuilder::add_paragraph(std::span<const Line> lines) {
    std::string joined = join_lines(text(), lines);
    const Span where = span(lines.front().begin, lines.back().end);
    if (joined.empty()) {
        add_furniture(FurnitureKind::control, lines.front().begin, lines.back().end);
        return;
    }
    Paragraph paragraph;
    paragraph.content.emplace_back(Text{std::move(joined)});
    Block& block = document_.body.emplace_back(std::move(paragraph));
    block.span = where;
}

void DocumentBuilder::add_heading(const Line& line) {
    Heading heading;
    heading.content.emplace_back(Text{join_lines(text(), {&line, 1})});
    Block& block = document_.body.emplace_back(std::move(heading));
    block.span = span(line.begin, line.end);
}

void DocumentBuilder::add_break(const Line& line) {
    Block& block = document_.body.emplace_back(ThematicBreak{});
    block.span = span(line.begin, line.end);
}

void DocumentBuilder::add_preformatted(std::span<const Line> lines, std::uint32_t indent) {
    Preformatted preformatted;
    for (const Line& line : lines) {
        if (!preformatted.utf8.empty()) {
            preformatted.utf8 += '\n';
        }
        preformatted.utf8.append(line.indent > indent ? line.indent - indent : 0, ' ');
        append_clean(line.in(text()), preformatted.utf8);
    }
    Block& block = document_.body.emplace_back(std::move(preformatted));
    block.span = span(lines.front().begin, lines.back().end);
}

}  // namespace galley::text
