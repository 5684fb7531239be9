#pragma once

#include "galley/partial_date.h"

#include <optional>
#include <string>

namespace galley::newsml {

/// xs:dateTime with an offset; nothing unless date, time and offset are all known. Seconds are written even when 0.
std::optional<std::string> date_time(const PartialDate& date);

/// NewsML-G2's TruncatedDateTimeType: a year, month, date, or date with time and offset. A time without an offset is
/// left out, for it names no instant; nothing without a year.
std::optional<std::string> truncated_date(const PartialDate& date);

/// NITF's norm: basic ISO 8601, `20260102T100000-0500`, zero time when none is known, no offset unless known (NITF 3.6,
/// date.issue).
std::optional<std::string> norm_date(const PartialDate& date);

}  // namespace galley::newsml
