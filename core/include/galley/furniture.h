#pragma once

#include "galley/export.h"

#include <cstdint>
#include <string>

namespace GALLEY_API galley {

/// What stands in copy and is neither text nor a value: it is taken out of the body and kept here with its span.
enum class FurnitureKind : std::uint8_t {
    separator,          ///< between a byline and a date, between parts of a line: "l", "|", "•"
    end_mark,           ///< "-30-", "###", "ENDS", a lone "Reuter": nothing follows
    continuation_mark,  ///< "MORE", "mf": the text goes on in another take
    page_mark,          ///< "Page 2", "2-2-2", "ADD ONE"
    wire_header,        ///< service, priority, selector, word count of a transmission
    wire_trailer,       ///< transmission stamp after the text
    control,            ///< framing bytes: SOH, STX, ETX, SYN
    version_mark,       ///< "1ST LEAD", "3RD NET", "UPDATE 2"
    priority_mark,      ///< "EXTRA", "URGENT", "EIL"
    embargo_line,       ///< "EMBARGOED UNTIL …": its meaning is in `Metadata::embargo`
    correction_line,    ///< "CORRECTION: …", "KILL": its meaning is in the status, signals and notes
    advisory,           ///< a line to editors: its text is in `Metadata::notes`
    sign_off,           ///< initials at the end: "dpa wsz jln npr"
    credit_line,        ///< "(Reporting by X; Editing by Y)": its people are contributors
    byword,             ///< "Published", "Last updated": a label whose value is elsewhere
    reading_time,       ///< "4 min read"
    share_count,        ///< "12 shares", "Join the conversation"
    address,            ///< a bare URL or e-mail address on a line of its own
    caption,            ///< a picture's caption or credit that was pasted into the text
    contact,            ///< a press release's "Media contact" part
    navigation          ///< menus, "Read more", "Advertisement", "Follow"
};

struct Furniture {
    FurnitureKind kind = FurnitureKind::separator;
    std::string value{};  ///< what it says, in a plain form ("1st lead", "continues"); may be empty

    friend bool operator==(const Furniture&, const Furniture&) = default;
};

}  // namespace galley
