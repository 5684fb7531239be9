#pragma once

#include "converters/newsml/markup_names.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/block.h"
#include "galley/resource.h"

#include <set>
#include <string>
#include <string_view>

namespace galley::newsml {

/// Reads the blocks and inlines of NITF and XHTML. Text is never lost: what the model has no block for becomes a
/// paragraph, what it has no mark for keeps its text.
///
/// White space: a run that holds a line end is one space, spaces alone stay, and none is left at the ends of a
/// paragraph. Recursion is bounded by the parser's limit on depth.
class MarkupReader {
public:
    /// Pictures and the like are added to `resources`.
    explicit MarkupReader(Resources& resources) : resources_(resources) {
        for (const Resource& known : resources) {
            ids_.insert(known.id);
        }
    }

    /// The blocks in `parent`.
    [[nodiscard]] Blocks blocks(const XmlNode& parent);

    /// The text in `parent`, as one line.
    [[nodiscard]] Inlines line(const XmlNode& parent);

private:
    void collect(const XmlNode& parent, Blocks& to, Inlines& loose);
    void block(const XmlNode& node, const MarkupName& name, Blocks& to);
    void inlines(const XmlNode& parent, Inlines& to);
    void mark(const XmlNode& node, const MarkupName& name, Inlines& to);
    void flush(Inlines& loose, Blocks& to);
    [[nodiscard]] Block list(const XmlNode& node, bool ordered);
    [[nodiscard]] Block quote(const XmlNode& node);
    [[nodiscard]] Block table(const XmlNode& node);
    void rows(const XmlNode& node, Table& table);
    void media(const XmlNode& node, Blocks& to);
    void said_of_media(const XmlNode& node, Figure& figure, Blocks& captions);
    void summary(const XmlNode& node, Block& block);
    std::string add_resource(std::string_view id, std::string_view href, std::string_view media_type);

    Resources& resources_;
    std::set<std::string, std::less<>> ids_;  ///< of the resources it added
};

/// Adds `text` with its line ends as spaces; joins it to the text before.
void append_text(std::string_view text, Inlines& to);

/// Takes white space off both ends, inside marks, too, and drops what is empty then.
void trim_line(Inlines& line);

}  // namespace galley::newsml
