#pragma once

#include "galley/result.h"

#include <string>
#include <string_view>

namespace galley::pdf {

/// A copy of the PDF in `bytes` in which every object stands by itself and a plain table tells where (ISO
/// 32000-1, 7.5.4): what stood in object streams is appended, and those and the cross-reference streams are no objects
/// any more. So a parser that unpacks without a bound has nothing to unpack.
///
/// Safe on hostile input: all that is unpacked is at most 16 times the file and 32 MiB, and holds at most four million
/// values. Fails with `pdf.unreadable`, `pdf.encrypted`, `limit.expansion` and `pdf.bad-stream`.
[[nodiscard]] Result<std::string> plain_copy(const std::string& name, std::string_view bytes);

}  // namespace galley::pdf
