#pragma once

#include "converters/text/dateline_parser.h"

namespace galley::text {

/// A dateline under construction.
struct DatelineParser::Draft {
    DatelineMatch match;
    std::optional<DateMatch> date_ahead;  ///< seen behind the places, and not yet taken
    bool capitals = false;                ///< every letter of the first place is one
    bool known_place = false;
    bool known_agency = false;
    bool bracketed = false;  ///< something in brackets that can be an agency
    bool weekday = false;    ///< a day of the week
    bool agency = false;     ///< any, in brackets or bare
    bool full_stop = false;  ///< behind the date
    bool dash = false;       ///< behind all of it, or what stands for one
    int unknown_places = 0;  ///< neither capitals nor known
};

}  // namespace galley::text
