#include "converters/pdf/layout/printed_date.h"

#include "converters/pdf/shape/icu_dates_edge.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::pdf {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// True for a date with a time of day as programs write them: 2026-01-02T10:00:00+0900. A day alone is what some
/// newspapers print.
bool is_machine_form(std::string_view raw) {
    if (raw.size() < 14 || !is_ascii_digit(raw.front())) {
        return false;
    }
    std::string joined{raw};
    std::ranges::replace(joined, ' ', 'T');
    const auto date = read_iso_date(joined);
    return date && date->time;
}

/// True when the first digit of the story's text is one of Latin script.
bool uses_latin_digits(const Document& story) {
    for (const Block& block : story.body) {
        const std::string text = plain_text(block);
        for (std::size_t at = 0; at < text.size();) {
            const auto [code, size] = utf8::at(text, at);
            const bool latin = code < 0x80 && is_ascii_digit(static_cast<char>(code));
            if (latin || is_digit(code)) {
                return latin;
            }
            at += size;
        }
    }
    return false;
}

}  // namespace

std::string printed_date(const Document& story, std::string_view language) {
    const auto& created = story.meta.dates.content_created;
    if (!created) {
        return {};
    }
    if (!created->raw.empty() && !is_machine_form(created->raw)) {
        return created->raw;
    }
    std::string text = format_date(created->value, language);
    const bool has_own_digits = !text.empty() && std::ranges::none_of(text, is_ascii_digit);
    if (has_own_digits && uses_latin_digits(story)) {
        text = format_date(created->value, language, Digits::latin);
    }
    if (text.empty()) {
        PartialDate day = created->value;
        day.time.reset();
        day.offset.reset();
        text = iso_date(day.empty() ? created->value : day);
    }
    return text;
}

}  // namespace galley::pdf
