#pragma once

#include "galley/export.h"
#include "galley/extra.h"
#include "galley/inline.h"
#include "galley/span.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace GALLEY_API galley {

struct Block;

/// The body of a story, or of a part of it, in reading order.
using Blocks = std::vector<Block>;

struct Paragraph {
    Inlines content;
    bool lead = false;  ///< the source marks it as the story's lead (NITF `lede`)
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// A heading inside the body (a crosshead). The story's headline is not one: it is in `Metadata::headlines`.
struct Heading {
    std::uint8_t level = 2;  ///< 2 to 6
    Inlines content;
    friend bool operator==(const Heading&, const Heading&) = default;
};

struct List {
    bool ordered = false;
    std::int32_t start = 1;  ///< number of the first item of an ordered list
    std::vector<std::vector<Block>> items;
    friend bool operator==(const List&, const List&) = default;
};

struct Quote {
    Blocks content;
    Inlines attribution;
    friend bool operator==(const Quote&, const Quote&) = default;
};

enum class CellAlignment : std::uint8_t { start, centre, end };

struct Cell {
    bool header = false;
    std::uint16_t columns = 1;  ///< how many columns it spans
    std::uint16_t rows = 1;     ///< how many rows it spans
    CellAlignment alignment = CellAlignment::start;
    Blocks content;
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Table {
    Inlines caption;
    std::vector<std::vector<Cell>> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

/// Text whose line ends and columns matter: agate, results, tables set with spaces.
struct Preformatted {
    std::string utf8{};  ///< lines end in U+000A; no line end after the last
    friend bool operator==(const Preformatted&, const Preformatted&) = default;
};

struct Figure {
    std::string resource{};     ///< `Resource::id` of the picture, sound or film
    std::string alternative{};  ///< text in its place, for those who cannot see it
    Inlines caption;
    std::string credit{};
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// A break between parts of the text: a rule, a row of asterisks.
struct ThematicBreak {
    friend bool operator==(const ThematicBreak&, const ThematicBreak&) = default;
};

/// A note to the reader that stands apart from the text: a correction, a disclosure, a tag line.
struct Note {
    std::string role{};  ///< "correction", "disclosure", "tagline"; empty when not known
    Blocks content;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Block {
    std::variant<Paragraph, Heading, List, Quote, Table, Preformatted, Figure, ThematicBreak, Note> node{};
    std::optional<Span> span{};  ///< bytes of the source it was read from
    std::string language{};      ///< BCP 47 where it differs from the story's, else empty
    Extras extra;

    Block() = default;
    template <class Node>
    requires std::constructible_from<decltype(node), Node&&> Block(Node&& from)
        : node(std::forward<Node>(from)) {}  // NOLINT: each kind of node is a block

    friend bool operator==(const Block&, const Block&) = default;
};

}  // namespace galley
