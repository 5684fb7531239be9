#pragma once

#include <string_view>

namespace galley::text {

/// A line that begins with a copyright sign or the word and says a year, or with the word and "all rights reserved": "©
/// Press Association 2026", "Copyright (c) 2026 The Harbour Times. All rights reserved." Not with "(c)" alone: below
/// reviews that is a film's or a picture's.
[[nodiscard]] bool is_copyright_notice(std::string_view line);

}  // namespace galley::text
