#pragma once

#include "converters/pdf/check/checked_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// What a page's content stream holds, besides what is wrong with it.
struct ContentScan {
    std::vector<std::int64_t> identifiers;  ///< /MCID of the tagged content, as it comes
};

/// Reads a content stream operator by operator and reports what breaks ISO 19005-3 (6.2.2, 6.1.13, 6.2.11.8) or ISO
/// 14289-1 (7.1: everything is either tagged or an artifact). `resources` is the page's resource dictionary.
[[nodiscard]] ContentScan scan_content(std::string_view content, const Value& resources, const CheckedFile& file,
                                       Findings& findings);

}  // namespace galley::pdf
