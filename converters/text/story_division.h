#pragma once

#include "converters/text/conventions.h"
#include "converters/text/transmission_frame.h"

#include <string_view>
#include <vector>

namespace galley::text {

/// The stories of a source, in order and without gaps; one at least. Several only on strong proof: envelopes of their
/// own
/// (`find_frames`); lines "ZCZC …" and "NNNN" around each, as on telex lines; or the same end mark ("-30-", "ENDS")
/// after each, where what follows begins like a story: a line that ends no sentence, then a paragraph. Prose that a row
/// of marks divides stays one story.
[[nodiscard]] std::vector<TransmissionFrame> divide_stories(std::string_view text, const Conventions& conventions);

}  // namespace galley::text
