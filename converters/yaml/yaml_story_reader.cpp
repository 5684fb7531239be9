#include "converters/yaml/yaml_story_reader.h"

#include "converters/yaml/yaml_story_writer.h"
#include "core/model/block_members.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace galley {

namespace {

constexpr YamlCodes codes{.unknown_key = "yaml.unknown-key", .bad_value = "yaml.bad-value"};

/// The kinds of node that a variant may hold, by the names of their first members: emphasis has several.
template <class Variant>
struct Kinds {
    std::vector<std::string_view> names;
    std::vector<Variant> nodes;

    Kinds() { add_all(std::make_index_sequence<std::variant_size_v<Variant>>{}); }

    template <std::size_t... Index>
    void add_all(std::index_sequence<Index...> /*all*/) {
        (add(std::variant_alternative_t<Index, Variant>{}), ...);
    }
    template <class Node>
    void add(const Node& node) {
        if constexpr (std::same_as<Node, Emphasis>) {
            for (std::size_t kind = 0; kind < std::size(EnumNames<EmphasisKind>::all); ++kind) {
                names.push_back(EnumNames<EmphasisKind>::all[kind]);
                nodes.push_back(Emphasis{.kind = static_cast<EmphasisKind>(kind)});
            }
        } else {
            names.push_back(kind_name<Node>);
            nodes.push_back(node);
        }
    }
};

/// Makes `variant` the kind of node that a key of `mapping` names; says so when none does.
template <class Variant>
bool choose_kind(YamlValues& values, const YamlNode& mapping, Variant& variant) {
    static const Kinds<Variant> kinds;
    for (const YamlEntry& entry : mapping.entries) {
        const auto name = std::ranges::find(kinds.names, entry.key);
        if (name != kinds.names.end()) {
            variant = kinds.nodes[static_cast<std::size_t>(name - kinds.names.begin())];
            return true;
        }
    }
    if (mapping.entries.empty()) {
        values.refuse(mapping, "a mapping that says what it is, like 'paragraph'");
    } else {
        values.refuse_key(mapping.entries.front(), kinds.names);
    }
    return false;
}

}  // namespace

// The generic readers of core find these by their arguments.

void read_value(YamlValues& values, const YamlNode& node, Inline& item) {
    if (node.is_scalar()) {
        item.node = Text{node.text};
    } else if (!node.is_mapping()) {
        values.refuse(node, "text, or a mapping like 'emphasis: text'");
    } else if (choose_kind(values, node, item.node)) {
        YamlMembers visit(values, node);
        std::visit([&](auto& inner) { members(visit, inner); }, item.node);
        visit("extra", item.extra);
        visit.refuse_the_rest();
    }
}

void read_value(YamlValues& values, const YamlNode& node, Block& block) {
    if (node.is_scalar()) {
        block.node = Paragraph{.content = {Text{node.text}}};
    } else if (!node.is_mapping()) {
        values.refuse(node, "text, or a mapping like 'heading: text'");
    } else if (choose_kind(values, node, block.node)) {
        YamlMembers visit(values, node);
        std::visit([&](auto& inner) { members(visit, inner); }, block.node);
        block_members(visit, block);
        visit.refuse_the_rest();
    }
}

std::optional<Document> read_yaml_story(std::string_view name, const YamlNode& root, Diagnostics& diagnostics) {
    YamlValues values(name, codes, diagnostics);
    if (!root.is_mapping()) {
        values.key("a story");
        values.refuse(root, "a mapping with keys like 'meta' and 'body'");
        return std::nullopt;
    }
    std::optional<Document> document(std::in_place);
    std::uint64_t version = yaml_schema_version;
    YamlMembers visit(values, root);
    visit("galley", version);
    if (version != yaml_schema_version) {
        values.say({.code = "yaml.unknown-version",
                    .message = "the document has version " + std::to_string(version) +
                               " of the schema, and this program knows " + std::to_string(yaml_schema_version),
                    .where = root.find("galley")->where(name),
                    .hints = {"use a newer Galley"}});
        return std::nullopt;
    }
    members(visit, *document);
    visit.refuse_the_rest();
    return values.is_sound() ? std::move(document) : std::nullopt;
}

}  // namespace galley
