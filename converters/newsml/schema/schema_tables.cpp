#include "converters/newsml/schema/schema_tables.h"

#include "converters/newsml/namespaces.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace galley::newsml {

namespace {

struct GlobalElement {
    std::uint8_t space;
    std::uint16_t name;
    std::uint16_t type;
};

#include "converters/newsml/schema/news_schema.inc"

static_assert(std::ranges::is_sorted(names));
static_assert(std::size(states) <= state_count);

constexpr std::size_t slots = 2048;
static_assert(std::size(names) * 2 < slots);

constexpr std::size_t slot_of(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char byte : name) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    }
    return (hash ^ (hash >> 15U)) % slots;
}

constexpr auto numbers = [] {
    std::array<std::uint16_t, slots> table{};
    table.fill(no_name);
    for (std::size_t number = 0; number < std::size(names); ++number) {
        std::size_t slot = slot_of(names[number]);
        while (table[slot] != no_name) {
            slot = (slot + 1) % slots;
        }
        table[slot] = static_cast<std::uint16_t>(number);
    }
    return table;
}();

}  // namespace

std::uint16_t schema_name(std::string_view name) {
    std::size_t slot = slot_of(name);
    while (numbers[slot] != no_name && names[numbers[slot]] != name) {
        slot = (slot + 1) % slots;
    }
    return numbers[slot];
}

std::string_view schema_name(std::uint16_t number) { return names[number]; }

std::optional<SchemaSpace> schema_space(std::string_view uri) {
    return uri == nar                              ? std::optional(SchemaSpace::news)
           : uri == nitf_space                     ? std::optional(SchemaSpace::nitf)
           : uri == "http://www.w3.org/ns/odrl/2/" ? std::optional(SchemaSpace::odrl)
                                                   : std::nullopt;
}

const SchemaType* global_element(SchemaSpace space, std::uint16_t name) {
    const std::pair wanted(static_cast<std::uint8_t>(space), name);
    const auto key = [](const GlobalElement& element) { return std::pair(element.space, element.name); };
    const auto* const found = std::ranges::lower_bound(global_elements, wanted, {}, key);
    return found != std::end(global_elements) && key(*found) == wanted ? &types[found->type] : nullptr;
}

const SchemaType& schema_type(std::uint16_t number) { return types[number]; }

const SimpleType& simple_type(std::size_t number) { return simple_types[number]; }

const State& schema_state(std::uint16_t number) { return states[number]; }

std::span<const AttributeUse> attributes_of(const SchemaType& type) {
    return std::span(attribute_uses).subspan(type.first_attribute, type.attribute_count);
}

std::span<const ChildUse> children_of(const SchemaType& type) {
    return std::span(child_uses).subspan(type.first_child, type.child_count);
}

std::span<const Edge> edges_of(const State& state) {
    return std::span(edges).subspan(state.first_edge, state.edge_count);
}

std::span<const std::string_view> words_of(const SimpleType& type) {
    return std::span(words).subspan(type.first, type.count);
}

std::span<const std::uint8_t> members_of(const SimpleType& type) {
    return std::span(members).subspan(type.first, type.count);
}

}  // namespace galley::newsml
