#pragma once

#include "galley/block.h"
#include "galley/contributor.h"
#include "galley/extra.h"
#include "galley/found.h"
#include "galley/furniture.h"
#include "galley/headline.h"
#include "galley/inline.h"
#include "galley/metadata.h"
#include "galley/source.h"

#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

namespace galley {

/// The words that stand for an enumeration's values in files and reports, in the order of the values: their names in
/// the model. None of them is a word that YAML 1.1 takes for something else ("no", "on", "null"): YAML may leave off
/// the quotes.
template <class Enumeration>
struct EnumNames;

template <>
struct EnumNames<Method> {
    static constexpr std::string_view all[] = {"stated", "parsed", "inferred", "configured"};
};

template <>
struct EnumNames<Newline> {
    static constexpr std::string_view all[] = {"none", "lf", "crlf", "cr", "mixed"};
};

template <>
struct EnumNames<CellAlignment> {
    static constexpr std::string_view all[] = {"start", "centre", "end"};
};

template <>
struct EnumNames<EmphasisKind> {
    static constexpr std::string_view all[] = {"emphasis",    "strong",     "underline", "subscript",
                                               "superscript", "small_caps", "strike",    "code"};
};

template <>
struct EnumNames<EntityKind> {
    static constexpr std::string_view all[] = {"person", "organisation", "location",        "event",
                                               "object", "function",     "chronology",      "money",
                                               "number", "copyright",    "virtual_location"};
};

template <>
struct EnumNames<ExtraKind> {
    static constexpr std::string_view all[] = {"element", "attribute", "text", "comment", "instruction"};
};

template <>
struct EnumNames<ContributorKind> {
    static constexpr std::string_view all[] = {"unknown", "person", "organisation", "desk", "agency"};
};

template <>
struct EnumNames<HeadlineRole> {
    static constexpr std::string_view all[] = {"main", "kicker", "deck", "alternative"};
};

template <>
struct EnumNames<Direction> {
    static constexpr std::string_view all[] = {"left_to_right", "right_to_left"};
};

template <>
struct EnumNames<PublicationStatus> {
    static constexpr std::string_view all[] = {"usable", "withheld", "canceled"};
};

template <>
struct EnumNames<FurnitureKind> {
    static constexpr std::string_view all[] = {
        "separator",       "end_mark",    "continuation_mark", "page_mark",     "wire_header",
        "wire_trailer",    "control",     "version_mark",      "priority_mark", "embargo_line",
        "correction_line", "advisory",    "sign_off",          "credit_line",   "byword",
        "reading_time",    "share_count", "address",           "caption",       "contact",
        "navigation"};
};

template <class T>
concept NamedEnum = std::is_enum_v<T> && requires {
    EnumNames<T>::all;
};

/// The word for `value`. REQUIRES: one of the enumeration's values.
template <NamedEnum Enumeration>
[[nodiscard]] constexpr std::string_view enum_name(Enumeration value) {
    return EnumNames<Enumeration>::all[static_cast<std::size_t>(value)];
}

}  // namespace galley
