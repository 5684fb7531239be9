#include "converters/newsml/schema/simple_value.h"

#include "converters/newsml/schema/schema_date.h"
#include "converters/newsml/xml_build.h"
#include "core/edge/libxml2/any_uri.h"
#include "galley/utf8.h"

#include <algorithm>
#include <charconv>

namespace galley::newsml {

namespace {

constexpr std::string_view space = " \t\r\n";

std::string_view collapsed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

constexpr std::size_t most_digits = 24;  // as libxml2 has it: a count of no file is larger

bool is_integer(const SimpleType& type, std::string_view text) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
    if (text.empty() || !std::ranges::all_of(text, is_digit)) {
        return false;
    }
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    if (text.size() > most_digits) {
        return false;
    }
    // What is too large for a number here is too large for every bound that is one.
    std::int64_t number = 0;
    const bool is_huge = text.size() > 10;
    if (!is_huge) {
        std::from_chars(text.data(), text.data() + text.size(), number);
    }
    number = negative ? -number : number;
    const bool bound_below = type.least != INT32_MIN;
    const bool bound_above = type.most != INT32_MAX;
    if (is_huge) {
        return negative ? !bound_below : !bound_above;
    }
    return (!bound_below || number >= type.least) && (!bound_above || number <= type.most);
}

bool is_decimal(std::string_view text) {
    text.remove_prefix(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point < text.size() ? text.substr(point + 1) : std::string_view();
    const std::size_t digits = whole.size() + fraction.size();
    return digits > 0 && digits <= most_digits && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(fraction, is_digit);
}

bool is_number(std::string_view text) {
    if (text == "INF" || text == "-INF" || text == "NaN") {
        return true;
    }
    const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
    std::string_view power = exponent < text.size() ? text.substr(exponent + 1) : std::string_view("0");
    power.remove_prefix(power.starts_with('-') || power.starts_with('+') ? 1 : 0);
    return is_decimal(text.substr(0, exponent)) && !power.empty() && std::ranges::all_of(power, is_digit);
}

// XML 1.0, 2.3: beyond ASCII nearly every letter is one, and what libxml2 refuses of them nobody uses.
bool is_name_character(char32_t code, bool at_start) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_' || code >= 0xC0 ||
           (!at_start && ((code >= '0' && code <= '9') || code == '-' || code == '.' || code == 0xB7));
}

bool is_name(std::string_view text, bool from_start) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        if (!is_name_character(character.code, from_start && at == 0) && !(!from_start && character.code == ':')) {
            return false;
        }
        at += character.size;
    }
    return !text.empty();
}

bool is_qualified_name(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon == std::string_view::npos
               ? is_name(text, true)
               : is_name(text.substr(0, colon), true) && is_name(text.substr(colon + 1), true);
}

bool is_code(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
           text.find_first_of(space) == std::string_view::npos;
}

// "2.35"
bool is_version(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point > 0 && point + 1 < text.size() &&
           std::ranges::all_of(text.substr(0, point), is_digit) &&
           std::ranges::all_of(text.substr(point + 1), is_digit);
}

// "MO", "-1SU": days of a week, counted in a month or a year.
bool is_weekday(std::string_view text) {
    constexpr std::string_view days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    text.remove_prefix(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    for (int digits = 0; digits < 2 && !text.empty() && is_digit(text[0]); ++digits) {
        text.remove_prefix(1);
    }
    return std::ranges::find(days, text) != std::end(days);
}

bool is_list_of(const SimpleType& type, std::string_view text) {
    std::int32_t count = 0;
    for (std::size_t begin = text.find_first_not_of(space); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(space, begin), text.size());
        if (!is_value_of(simple_type(type.first), text.substr(begin, end - begin))) {
            return false;
        }
        ++count;
        begin = text.find_first_not_of(space, end);
    }
    return count >= type.least;
}

}  // namespace

bool is_value_of(const SimpleType& type, std::string_view value) {
    switch (type.kind) {
        case SimpleKind::text: return true;
        case SimpleKind::nothing: return value.empty();
        case SimpleKind::one_line: return value.find_first_of("\t\r\n") == std::string_view::npos;
        case SimpleKind::qcode: return is_code(value);
        case SimpleKind::version: return is_version(value);
        case SimpleKind::weekday: return is_weekday(value);
        case SimpleKind::word: return std::ranges::find(words_of(type), collapsed(value)) != words_of(type).end();
        case SimpleKind::list: return is_list_of(type, value);
        case SimpleKind::union_of:
            return std::ranges::any_of(members_of(type), [&](std::uint8_t member) {
                return is_value_of(simple_type(member), is_date_type(simple_type(member)) ? collapsed(value) : value);
            });
        case SimpleKind::uri: return is_any_uri(value);
        case SimpleKind::integer: return is_integer(type, collapsed(value));
        case SimpleKind::decimal: return is_decimal(collapsed(value));
        case SimpleKind::number: return is_number(collapsed(value));
        case SimpleKind::boolean:
            value = collapsed(value);
            return value == "true" || value == "false" || value == "0" || value == "1";
        case SimpleKind::language: return is_language_tag(collapsed(value));
        case SimpleKind::duration:
        case SimpleKind::date_time:
        case SimpleKind::date:
        case SimpleKind::year_month:
        case SimpleKind::year:
        case SimpleKind::month:
        case SimpleKind::month_day:
        case SimpleKind::day:
            // White space before it is allowed by the standard, but not by libxml2.
            return is_schema_date(type.kind, value.substr(0, value.find_last_not_of(space) + 1));
        case SimpleKind::id:
        case SimpleKind::ncname:
            return is_name(collapsed(value), true) && collapsed(value).find(':') == std::string_view::npos;
        case SimpleKind::entity: return false;  // none is ever declared
        case SimpleKind::nmtoken: return is_name(collapsed(value), false);
        case SimpleKind::qname: return is_qualified_name(collapsed(value));
    }
    return true;
}

bool is_date_type(const SimpleType& type) {
    if (type.kind == SimpleKind::union_of) {
        return std::ranges::any_of(members_of(type),
                                   [](std::uint8_t member) { return is_date_type(simple_type(member)); });
    }
    return type.kind >= SimpleKind::date_time && type.kind <= SimpleKind::day;
}

bool is_qcode_type(const SimpleType& type) {
    return type.kind == SimpleKind::qcode ||
           (type.kind == SimpleKind::list && simple_type(type.first).kind == SimpleKind::qcode);
}

}  // namespace galley::newsml
