#pragma once

#include "converters/newsml/schema/schema_tables.h"

#include <string_view>

namespace galley::newsml {

/// True when `value`, without white space around it, is of one of XML Schema's kinds of date, time or duration.
[[nodiscard]] bool is_schema_date(SimpleKind kind, std::string_view value);

}  // namespace galley::newsml
