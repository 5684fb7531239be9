#include "cli/timestamp.h"

#include "galley/iso_date.h"

#include <charconv>
#include <cstdint>
#include <string>

namespace galley::cli {
namespace {

std::unexpected<Diagnostic> bad(std::string_view text) {
    return fail({.cause = Cause::usage,
                 .code = "usage.bad-timestamp",
                 .message = "--timestamp '" + std::string(text) + "' is no point in time",
                 .hints = {"write 2026-01-02T10:00:00Z, or seconds since 1970"}});
}

}  // namespace

Result<std::chrono::sys_seconds> read_timestamp(std::string_view text) {
    std::int64_t seconds = 0;
    const auto number = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t year_10000 = 253'402'300'800;
    if (number.ec == std::errc() && number.ptr == text.data() + text.size() && text.size() != 8) {
        if (seconds < 0 || seconds >= year_10000) {
            return bad(text);
        }
        return std::chrono::sys_seconds(std::chrono::seconds(seconds));
    }
    auto date = read_iso_date(text);
    if (!date || !date->is_full()) {
        return bad(text);
    }
    if (!date->time) {
        date->time = TimeOfDay{};
    }
    if (!date->offset) {
        date->offset = std::int16_t{0};
    }
    const auto instant = to_instant(*date);
    return instant ? Result<std::chrono::sys_seconds>(*instant) : bad(text);
}

}  // namespace galley::cli
