#pragma once

#include "core/model/enum_names.h"
#include "core/model/members.h"
#include "galley/block.h"
#include "galley/inline.h"

#include <cstdint>
#include <string_view>

/// The members of blocks and inlines, as members.h has them. The name of a node's first member, its main one, says what
/// kind of node it is; a node without content has `visit.sign(name)` in its place.
namespace galley {

/// The name of the first member of each kind. Emphasis has one for each kind of emphasis (`enum_name`).
template <class Node>
inline constexpr std::string_view kind_name{};
template <>
inline constexpr std::string_view kind_name<Paragraph> = "paragraph";
template <>
inline constexpr std::string_view kind_name<Heading> = "heading";
template <>
inline constexpr std::string_view kind_name<List> = "list";
template <>
inline constexpr std::string_view kind_name<Quote> = "quote";
template <>
inline constexpr std::string_view kind_name<Table> = "table";
template <>
inline constexpr std::string_view kind_name<Preformatted> = "preformatted";
template <>
inline constexpr std::string_view kind_name<Figure> = "figure";
template <>
inline constexpr std::string_view kind_name<ThematicBreak> = "break";
template <>
inline constexpr std::string_view kind_name<Note> = "note";
template <>
inline constexpr std::string_view kind_name<Text> = "text";
template <>
inline constexpr std::string_view kind_name<Link> = "link";
template <>
inline constexpr std::string_view kind_name<Entity> = "entity";
template <>
inline constexpr std::string_view kind_name<Foreign> = "foreign";
template <>
inline constexpr std::string_view kind_name<LineBreak> = "line_break";

template <>
inline constexpr std::string_view short_form<Cell> = "content";

/// What every block has beside its node, whose members stand beside these.
template <class Visit>
void block_members(Visit& visit, Is<Block> auto& block) {
    visit("span", block.span);
    visit("language", block.language);
    visit("extra", block.extra);
}

template <class Visit>
void members(Visit& visit, Is<Paragraph> auto& paragraph) {
    visit.main(kind_name<Paragraph>, paragraph.content);
    visit("lead", paragraph.lead);
}

template <class Visit>
void members(Visit& visit, Is<Heading> auto& heading) {
    visit.main(kind_name<Heading>, heading.content);
    visit("level", heading.level, std::uint8_t{2});
}

template <class Visit>
void members(Visit& visit, Is<List> auto& list) {
    visit.main(kind_name<List>, list.items);
    visit("ordered", list.ordered);
    visit("start", list.start, std::int32_t{1});
}

template <class Visit>
void members(Visit& visit, Is<Quote> auto& quote) {
    visit.main(kind_name<Quote>, quote.content);
    visit("attribution", quote.attribution);
}

template <class Visit>
void members(Visit& visit, Is<Cell> auto& cell) {
    visit("content", cell.content);
    visit("header", cell.header);
    visit("columns", cell.columns, std::uint16_t{1});
    visit("rows", cell.rows, std::uint16_t{1});
    visit("alignment", cell.alignment);
}

template <class Visit>
void members(Visit& visit, Is<Table> auto& table) {
    visit.main(kind_name<Table>, table.rows);
    visit("caption", table.caption);
}

template <class Visit>
void members(Visit& visit, Is<Preformatted> auto& preformatted) {
    visit.main(kind_name<Preformatted>, preformatted.utf8);
}

template <class Visit>
void members(Visit& visit, Is<Figure> auto& figure) {
    visit.main(kind_name<Figure>, figure.resource);
    visit("alternative", figure.alternative);
    visit("caption", figure.caption);
    visit("credit", figure.credit);
}

template <class Visit>
void members(Visit& visit, Is<ThematicBreak> auto& /*without content*/) {
    visit.sign(kind_name<ThematicBreak>);
}

template <class Visit>
void members(Visit& visit, Is<Note> auto& note) {
    visit.main(kind_name<Note>, note.content);
    visit("role", note.role);
}

template <class Visit>
void members(Visit& visit, Is<Text> auto& text) {
    visit.main(kind_name<Text>, text.utf8);
}

template <class Visit>
void members(Visit& visit, Is<Emphasis> auto& emphasis) {
    visit.main(enum_name(emphasis.kind), emphasis.content);
}

template <class Visit>
void members(Visit& visit, Is<Link> auto& link) {
    visit.main(kind_name<Link>, link.content);
    visit("target", link.target);
    visit("title", link.title);
}

template <class Visit>
void members(Visit& visit, Is<Entity> auto& entity) {
    visit.main(kind_name<Entity>, entity.content);
    visit("kind", entity.kind);
    visit("identifier", entity.identifier);
    visit("value", entity.value);
}

template <class Visit>
void members(Visit& visit, Is<Foreign> auto& foreign) {
    visit.main(kind_name<Foreign>, foreign.content);
    visit("language", foreign.language);
}

template <class Visit>
void members(Visit& visit, Is<LineBreak> auto& /*without content*/) {
    visit.sign(kind_name<LineBreak>);
}

}  // namespace galley
