#pragma once

#include "converters/newsml/schema/schema_tables.h"

#include <string_view>

namespace galley::newsml {

/// True when `value` is of `type` (XML Schema, part 2), as libxml2 judges. That an ID is the only one of its name is
/// not asked here.
[[nodiscard]] bool is_value_of(const SimpleType& type, std::string_view value);

/// True when values of `type` are dates or times.
[[nodiscard]] bool is_date_type(const SimpleType& type);

/// True when they are QCodes.
[[nodiscard]] bool is_qcode_type(const SimpleType& type);

}  // namespace galley::newsml
