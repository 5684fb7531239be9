#pragma once

#include "converters/text/line.h"

#include <span>
#include <string_view>

namespace galley::text {

/// Marks the lines of a mail's text in format=flowed that go on in the next: they end in a space, and the next is
/// quoted as deeply (RFC 3676, 4.1 to 4.5). `lines` are those of `text`.
void mark_soft_breaks(std::string_view text, std::span<Line> lines);

}  // namespace galley::text
