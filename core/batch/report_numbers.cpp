#include "core/batch/report_numbers.h"

namespace galley::batch {

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
    const std::uint64_t tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " %";
}

std::string milliseconds(std::uint64_t microseconds) {
    return grouped(microseconds / 1000) + "." + std::to_string(microseconds / 100 % 10) + " ms";
}

std::string duration(std::uint64_t seconds) {
    if (seconds >= 7200) {
        return std::to_string(seconds / 3600) + " h " + std::to_string(seconds % 3600 / 60) + " min";
    }
    return seconds >= 120 ? std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s"
                          : std::to_string(seconds) + " s";
}

}  // namespace galley::batch
