#pragma once

#include "converters/pdf/emit/object_list.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>

/// PoDoFo, which writes objects and tables of them and does nothing else: no font, no parser, no clock of its.
/// Thread-safe: calls share nothing. All fail with `pdf.internal` when the library does.
namespace galley::pdf {

/// Appends stream object `number` (ISO 32000-1, 7.3.8) to `file`: its dictionary, and its bytes as they are stored.
[[nodiscard]] Result<> append_stream_object(std::uint32_t number, std::string_view dictionary, std::string_view stored,
                                            std::string& file);

/// A whole PDF 1.7 file of `objects`, each an object of its own, with a cross-reference table (7.5.4). PoDoFo 0.9 knows
/// no other way to tell where objects in object streams are.
[[nodiscard]] Result<std::string> write_with_table(const ObjectList& objects);

}  // namespace galley::pdf
