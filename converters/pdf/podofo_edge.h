#pragma once

#include "converters/pdf/emit/object_list.h"
#include "galley/result.h"
#include "galley/sink.h"

#include <cstdint>

/// PoDoFo, which numbers and serializes objects and does nothing else: no font, no parser, no clock of its.
namespace galley::pdf {

/// Writes `objects` as a PDF 1.7 file with a cross-reference table to `sink`. Thread-safe: calls share nothing. Fails as the
/// sink does, with `limit.output-bytes` beyond `limit` bytes, and with `pdf.internal` when the library fails.
[[nodiscard]] Result<> serialize(const ObjectList& objects, std::uint64_t limit, Sink& sink);

}  // namespace galley::pdf
