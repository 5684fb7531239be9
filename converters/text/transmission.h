#pragma once

#include "converters/text/document_builder.h"
#include "converters/text/line.h"
#include "converters/text/transmission_frame.h"

#include <vector>

namespace galley::text {

/// Puts what the envelope of `frame` says into the document: urgency, slugline, keywords, when it was sent; header and
/// trailer themselves as furniture. `lines` are those of the text; the marks of typesetting that transmissions set
/// around them ("^headline<", "By X =", the keyword once more) are taken off and kept as furniture.
void read_envelope(const TransmissionFrame& frame, std::vector<Line>& lines, DocumentBuilder& builder,
                   const Conventions& conventions);

}  // namespace galley::text
