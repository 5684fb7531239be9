#pragma once

#include "converters/pdf/emit/object_list.h"
#include "converters/pdf/pdf_options.h"
#include "galley/result.h"
#include "galley/sink.h"

#include <cstdint>

namespace galley::pdf {

/// Writes `objects` as a PDF 1.7 file to `sink`: small objects together in object streams and told by a cross-reference
/// stream (ISO 32000-1, 7.5.7 and 7.5.8), or each by itself and told by a table (7.5.4). Thread-safe. Fails as the sink
/// does, with `limit.output-bytes` beyond `limit` bytes, and with `pdf.internal` when a library fails.
[[nodiscard]] Result<> write_file(ObjectList objects, CrossReference form, std::uint64_t limit, Sink& sink);

}  // namespace galley::pdf
