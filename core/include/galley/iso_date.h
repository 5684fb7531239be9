#pragma once

#include "galley/export.h"
#include "galley/partial_date.h"
#include "galley/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// Writes `date` in ISO 8601's extended form, parts that are missing as in RFC 3339's truncated forms:
/// `2026-01-02`, `2026-01`, `2026`, `2026-01-02T10:00-05:00`, `--06-02` (no year), `---02` (day only), `T17:41+09:00`
/// (time only). `read_iso_date` reads each of them back to an equal value. The empty date gives an empty string.
[[nodiscard]] std::string iso_date(const PartialDate& date);

/// Reads the forms that `iso_date` writes, and ISO 8601's basic form (`20260102T100000Z`, offsets without a colon).
/// Fails with `date.not-iso` when `text` is none of them, or names a day that does not exist.
[[nodiscard]] Result<PartialDate> read_iso_date(std::string_view text);

/// The full date and time of `time`, in UTC, offset 0.
[[nodiscard]] PartialDate to_partial_date(std::chrono::sys_seconds time);

/// The instant of a full date with time and offset; a date that lacks one of them is no instant and gives nothing.
[[nodiscard]] std::optional<std::chrono::sys_seconds> to_instant(const PartialDate& date);

}  // namespace galley
