#pragma once

#include "galley/span.h"

#include <string_view>
#include <vector>

namespace galley::text {

/// The messages of a mailbox (RFC 4155, appendix A), in order and without gaps; one, all of `bytes`, when it is none. A
/// message begins with a line "From …" at the start or after a blank line, and proves to be one by a header with a
/// sender and a subject or date. Bodies keep the ">" that some programs set before their own lines "From …".
[[nodiscard]] std::vector<Span> divide_mailbox(std::string_view bytes);

}  // namespace galley::text
