#include "converters/text/dateline_parser.h"

#include "converters/text/dateline_mark.h"
#include "galley/utf8.h"

namespace galley::text {
namespace {

constexpr std::size_t longest_dateline = 200;

}  // namespace

void DatelineMatch::shift(std::size_t bytes) {
    const auto move = [bytes](Span& span) { span = {span.begin + bytes, span.end + bytes}; };
    for (FoundPlace& place : places) {
        move(place.span);
    }
    for (FoundName& agency : agencies) {
        move(agency.span);
    }
    for (FoundName& reporter : reporters) {
        move(reporter.span);
    }
    if (date) {
        date->begin += bytes;
        date->end += bytes;
    }
    begin += bytes;
    end += bytes;
}

std::optional<DatelineMatch> DatelineParser::parse(std::string_view paragraph) const {
    const std::string_view head = utf8::prefix(paragraph, longest_dateline);
    if (head.empty() || is_without_marks(head)) {
        return std::nullopt;
    }
    if (auto match = parse_korean(head)) {
        return match;
    }
    if (auto match = parse_chinese(head)) {
        return match;
    }
    if (auto match = parse_japanese(head)) {
        return match;
    }
    if (!has_dateline_mark(head)) {
        return std::nullopt;
    }
    return parse_western(head);
}

}  // namespace galley::text
