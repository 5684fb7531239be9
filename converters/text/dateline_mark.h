#pragma once

#include <string_view>

namespace galley::text {

/// Whether `head`, the start of a paragraph, has a mark that every dateline of the western kind has: a dash, a bracket,
/// a colon, or a stop or a comma behind capitals that it begins with. Most paragraphs have none there and need not be
/// searched for places and dates. Quotation marks and apostrophes are none; every sign beyond ASCII may be one.
/// REQUIRES: valid UTF-8.
[[nodiscard]] bool has_dateline_mark(std::string_view head);

/// Whether `head` is ASCII without any such mark: then it has no dateline of any kind, the East Asian ones included.
[[nodiscard]] bool is_without_marks(std::string_view head);

}  // namespace galley::text
