#include "converters/text/dateline_match.h"

namespace galley::text {

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

}  // namespace galley::text
