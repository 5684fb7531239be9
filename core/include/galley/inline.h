#pragma once

#include "galley/export.h"
#include "galley/extra.h"

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace GALLEY_API galley {

struct Inline;

/// The content of a paragraph, a heading, a cell: text and marks on it, in reading order.
using Inlines = std::vector<Inline>;

/// A run of plain text: UTF-8, no C0 control but tab, no line ends.
struct Text {
    std::string utf8{};
    friend bool operator==(const Text&, const Text&) = default;
};

/// emphasis: stress, usually italic. strong: importance, usually bold. The rest: as their names say.
enum class EmphasisKind : std::uint8_t {
    emphasis,
    strong,
    underline,
    subscript,
    superscript,
    small_caps,
    strike,
    code
};

struct Emphasis {
    EmphasisKind kind = EmphasisKind::emphasis;
    Inlines content;
    friend bool operator==(const Emphasis&, const Emphasis&) = default;
};

struct Link {
    std::string target{};  ///< URI
    std::string title{};
    Inlines content;
    friend bool operator==(const Link&, const Link&) = default;
};

/// What a marked-up name or figure stands for (NITF 3.6 "enriched text").
enum class EntityKind : std::uint8_t {
    person,
    organisation,
    location,
    event,
    object,
    function,
    chronology,
    money,
    number,
    copyright,
    virtual_location
};

/// A name, date or amount that the source marked as such.
struct Entity {
    EntityKind kind = EntityKind::person;
    std::string identifier{};  ///< URI or QCode, where the source gives one
    std::string value{};       ///< normal form, where the source gives one: an ISO date, an amount
    Inlines content;
    friend bool operator==(const Entity&, const Entity&) = default;
};

/// A span in another language than the text around it.
struct Foreign {
    std::string language{};  ///< BCP 47
    Inlines content;
    friend bool operator==(const Foreign&, const Foreign&) = default;
};

/// A line end that the author meant.
struct LineBreak {
    friend bool operator==(const LineBreak&, const LineBreak&) = default;
};

struct Inline {
    std::variant<Text, Emphasis, Link, Entity, Foreign, LineBreak> node{};
    Extras extra;

    Inline() = default;
    template <class Node>
    requires std::constructible_from<decltype(node), Node&&> Inline(Node&& from)
        : node(std::forward<Node>(from)) {}  // NOLINT: each kind of node is an inline

    friend bool operator==(const Inline&, const Inline&) = default;
};

}  // namespace galley
