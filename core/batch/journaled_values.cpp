#include "core/batch/journaled_values.h"

#include "galley/utf8.h"

#include <algorithm>
#include <string_view>

namespace galley::batch {

namespace {

constexpr std::size_t most_values = 24;
constexpr std::size_t longest_value = 160;  // bytes

constexpr std::string_view told_when_stated[] = {"headline", "kicker", "deck",   "byline", "by",
                                                 "dateline", "place",  "agency", "date",   "updated"};

bool is_told(const FoundValue& value) {
    if (value.furniture || value.method == Method::configured) {
        return false;
    }
    return value.method != Method::stated ||
           std::ranges::find(told_when_stated, value.what) != std::end(told_when_stated);
}

}  // namespace

std::vector<FoundValue> journaled_values(const Document& story) {
    std::vector<FoundValue> values = found_values(story);
    std::erase_if(values, [](const FoundValue& value) { return !is_told(value); });
    if (values.size() > most_values) {
        values.resize(most_values);
    }
    for (FoundValue& value : values) {
        if (value.value.size() > longest_value) {
            value.value = std::string(utf8::prefix(value.value, longest_value)) + "…";
        }
    }
    return values;
}

std::uint8_t least_confidence(const std::vector<FoundValue>& values) {
    std::uint8_t least = 100;
    for (const FoundValue& value : values) {
        least = std::min(least, value.confidence);
    }
    return least;
}

}  // namespace galley::batch
