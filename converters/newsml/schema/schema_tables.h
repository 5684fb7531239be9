#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace galley::newsml {

/// The schemas of NewsML-G2 2.35, NITF 3.6 and ODRL 2.2 as tables (draw_tables.py draws them): what an element may
/// hold, in which order, with which attributes, and of what form their values are.

/// The namespaces that have a schema here.
enum class SchemaSpace : std::uint8_t { news, nitf, odrl };

enum class SimpleKind : std::uint8_t {
    text,
    nothing,
    one_line,
    qcode,
    version,
    weekday,
    word,
    list,
    union_of,
    uri,
    integer,
    decimal,
    number,
    boolean,
    duration,
    language,
    date_time,
    date,
    year_month,
    year,
    month,
    month_day,
    day,
    id,
    entity,
    ncname,
    nmtoken,
    qname
};

/// A simple type: numbers from `least` to `most`, lists of at least `least` of the type `first`, one of the `count`
/// words from `first` on, a value of one of the `count` members from `first` on.
struct SimpleType {
    SimpleKind kind;
    std::int32_t least;
    std::int32_t most;
    std::uint8_t first;
    std::uint8_t count;
};

/// What stands where no name is told: of any, of another than the schema's own, of its own namespace or of none, or a
/// digital signature; checked by its own declaration, which must be known (strict), may be (lax), or does not matter
/// (skip).
enum class Wildcard : std::uint8_t {
    none,
    any_strict,
    any_lax,
    any_skip,
    other_strict,
    other_lax,
    other_skip,
    own_strict,
    own_lax,
    local_lax,
    signature_lax
};

struct AttributeUse {
    std::uint16_t name;  ///< that of XML's namespace have it before a colon: "xml:lang"
    std::uint8_t simple;
    bool required;
};

struct ChildUse {
    std::uint16_t name;
    std::uint16_t type;
    std::uint8_t place;  ///< how many names stand before it, where both do
    bool repeats;        ///< may stand more than once
};

struct Edge {
    std::uint16_t name;
    std::uint16_t target;
};

/// A state of a content model's automaton.
struct State {
    std::uint16_t first_edge;
    std::uint8_t edge_count;
    bool accepts;
    Wildcard wildcard;
    std::uint16_t wildcard_target;
};

enum class ContentKind : std::uint8_t { any, empty, simple, elements, mixed };

struct SchemaType {
    ContentKind content;
    std::uint8_t simple;
    std::uint16_t first_attribute;
    std::uint8_t attribute_count;
    Wildcard wildcard;  ///< of attributes
    std::uint16_t start;
    std::uint16_t first_child;
    std::uint8_t child_count;
    std::uint8_t space;
    std::uint8_t wildcard_place;  ///< of elements that no name tells, as `ChildUse::place`
};

inline constexpr std::uint16_t any_type = 0;  ///< holds anything, in any order
inline constexpr std::uint16_t no_name = 0xFFFF;
inline constexpr std::size_t state_count = 1024;  ///< there are no more

/// A name's number, `no_name` where no schema has it.
[[nodiscard]] std::uint16_t schema_name(std::string_view name);
[[nodiscard]] std::string_view schema_name(std::uint16_t number);

[[nodiscard]] std::optional<SchemaSpace> schema_space(std::string_view uri);

/// The type of an element that may stand by itself, null where that is not declared.
[[nodiscard]] const SchemaType* global_element(SchemaSpace space, std::uint16_t name);

[[nodiscard]] const SchemaType& schema_type(std::uint16_t number);
[[nodiscard]] const SimpleType& simple_type(std::size_t number);
[[nodiscard]] const State& schema_state(std::uint16_t number);
[[nodiscard]] std::span<const AttributeUse> attributes_of(const SchemaType& type);  ///< by name
[[nodiscard]] std::span<const ChildUse> children_of(const SchemaType& type);        ///< by name
[[nodiscard]] std::span<const Edge> edges_of(const State& state);                   ///< by name
[[nodiscard]] std::span<const std::string_view> words_of(const SimpleType& type);
[[nodiscard]] std::span<const std::uint8_t> members_of(const SimpleType& type);

/// The entry for `name` in such a span, or null.
template <class Entry>
[[nodiscard]] const Entry* find_entry(std::span<const Entry> entries, std::uint16_t name) {
    std::size_t begin = 0;
    for (std::size_t count = entries.size(); count > 0;) {
        const std::size_t half = count / 2;
        if (entries[begin + half].name < name) {
            begin += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return begin < entries.size() && entries[begin].name == name ? &entries[begin] : nullptr;
}

}  // namespace galley::newsml
