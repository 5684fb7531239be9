#pragma once

#include "core/edge/libxml2/xml_scope.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/diagnostic.h"
#include "galley/export.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// Writes trees as XML 1.0 in UTF-8: two spaces a level where an element holds only elements, nothing added in mixed
/// content.
///
/// Prefixes and what declares them stand as they were parsed. An element that a writer made, in another namespace than
/// the one around it, declares it as the default; its attributes get the usual prefixes (`xml`, `xsi`, `xlink`), others
/// `n1`, `n2`…, declared where they are first used. What XML 1.0 cannot hold (section 2.2) is replaced, vertical tab,
/// form feed and the separators by a space, all else by U+FFFD: an `xml.forbidden-character` warning for each element
/// names it. REQUIRES: names are XML names; values are valid UTF-8.
class XmlSerializer {
public:
    /// Appends to `out`. What is handed in must outlive the serializer; `line_starts` gets the offset in `out` of each
    /// line that it began itself, for those who move the whole further in.
    XmlSerializer(std::string& out, Diagnostics& diagnostics, std::vector<std::size_t>* line_starts = nullptr)
        : out_(out),
          diagnostics_(diagnostics),
          line_starts_(line_starts) {}

    void declaration();

    /// `node` with all it holds, on lines of its own, `depth` levels in.
    void write(const XmlNode& node, std::uint32_t depth = 0);

    /// The start tag of `element` on a line of its own, whatever it holds; its content follows by `write`, then
    /// `close`.
    void open(const XmlNode& element, std::uint32_t depth = 0);
    void close(const XmlNode& element, std::uint32_t depth = 0);

private:
    void start_tag(const XmlNode& element);
    void end_tag(const XmlNode& element);
    void element(const XmlNode& element, std::uint32_t depth);
    void in_line(const XmlNode& node);
    void name(std::string_view prefix, std::string_view local);
    void escape(std::string_view value, const XmlNode& place, bool in_attribute);
    std::size_t replace_forbidden(unsigned char first, const XmlNode& place);
    void indent(std::uint32_t depth);

    std::string& out_;
    Diagnostics& diagnostics_;
    std::vector<std::size_t>* line_starts_;
    XmlScope scope_;
    const XmlNode* warned_ = nullptr;
};

}  // namespace galley
