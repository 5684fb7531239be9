#pragma once

#include "converters/newsml/xml_build.h"
#include "galley/block.h"
#include "galley/document.h"
#include "galley/limits.h"

namespace galley::newsml {

/// Writes blocks and inlines as NITF's. One for each document.
class NitfBody {
public:
    NitfBody(const XmlBuild& build, const Document& document, const Limits& limits)
        : build_(build),
          document_(document),
          depth_left_(limits.depth) {}

    void blocks(XmlNode& parent, const Blocks& content);

    /// Into an element whose content is enriched text.
    void inlines(XmlNode& parent, const Inlines& content);

    /// The words of `content`, without marks, into an element that holds only text.
    void plain(XmlNode& parent, const Inlines& content);

    /// Blocks or inlines nested deeper than the limits allow, and were not written.
    [[nodiscard]] bool too_deep() const { return too_deep_; }

private:
    void block(XmlNode& parent, const Block& block);
    void item(XmlNode& parent, const Blocks& content);
    void put(XmlNode& parent, const Heading& heading, const Block& block);
    void put(XmlNode& parent, const List& list, const Block& block);
    void put(XmlNode& parent, const Quote& quote, const Block& block);
    void put(XmlNode& parent, const Table& table, const Block& block);
    void put(XmlNode& parent, const Figure& figure, const Block& block);
    void put(XmlNode& parent, const Note& note, const Block& block);
    void cell(XmlNode& row, const Cell& cell);
    void put(XmlNode& parent, const Emphasis& emphasis);
    void put(XmlNode& parent, const Link& link);
    void put(XmlNode& parent, const Entity& entity);
    void put(XmlNode& parent, const Foreign& foreign);
    XmlNode& add(XmlNode& parent, std::string_view name, const Block& block);
    bool enter();
    void leave() { ++depth_left_; }

    const XmlBuild& build_;
    const Document& document_;
    std::uint32_t depth_left_;
    bool too_deep_ = false;
};

}  // namespace galley::newsml
