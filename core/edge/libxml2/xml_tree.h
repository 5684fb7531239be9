#pragma once

#include "galley/export.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace GALLEY_API galley {

enum class XmlKind : std::uint8_t { element, text, comment, instruction };

/// A prefix (empty for the default) that an element declares for a namespace.
struct XmlNamespace {
    std::string_view prefix;
    std::string_view uri;
    bool inherited = false;  ///< declared further out, for an element that was taken out of what was around it
    XmlNamespace* next = nullptr;
};

struct XmlAttribute {
    std::string_view name_space;
    std::string_view name;  ///< local
    std::string_view value;
    std::string_view prefix;  ///< as it was written; empty for one that a writer makes
    XmlAttribute* next = nullptr;
};

/// An element, or what stands between elements. `name` is local (the target of an instruction); `value` is the text,
/// the comment or the instruction's content.
struct XmlNode {
    XmlKind kind = XmlKind::element;
    bool mixed =
        false;  ///< element whose content may hold text: no white space may be added inside; all that were parsed
    std::string_view name_space;
    std::string_view name;
    std::string_view value;
    XmlNode* parent = nullptr;
    XmlNode* first = nullptr;  ///< first child
    XmlNode* last = nullptr;   ///< last child
    XmlNode* next = nullptr;   ///< next sibling
    XmlAttribute* first_attribute = nullptr;
    XmlAttribute* last_attribute = nullptr;
    std::string_view prefix;                  ///< as it was written; empty for one that a writer makes
    XmlNamespace* first_namespace = nullptr;  ///< what it declares
    std::uint64_t offset = 0;                 ///< where it starts in the UTF-8 text it was parsed from
    std::uint64_t end = 0;                    ///< where it ends there

    [[nodiscard]] bool is(std::string_view space, std::string_view local) const {
        return kind == XmlKind::element && name == local && name_space == space;
    }
    /// The attribute without a namespace called `local`, or null.
    [[nodiscard]] const XmlAttribute* attribute(std::string_view local) const;
    [[nodiscard]] const XmlAttribute* attribute(std::string_view space, std::string_view local) const;
    /// Its value, empty when there is none.
    [[nodiscard]] std::string_view value_of(std::string_view local) const;
    /// The first child element of this name, or null.
    [[nodiscard]] const XmlNode* child(std::string_view space, std::string_view local) const;
};

/// Elements and text in one block of memory: made by the parser or by a writer, freed at once.
///
/// Nodes view text that somebody else keeps (the source, a document) unless it went through `keep`. Not thread-safe.
class XmlTree {
public:
    XmlTree() = default;
    XmlTree(const XmlTree&) = delete;
    XmlTree& operator=(const XmlTree&) = delete;

    /// A new last child of `parent`, or without one a node that stands alone.
    XmlNode& element(XmlNode* parent, std::string_view name_space, std::string_view name);
    XmlNode& text(XmlNode& parent, std::string_view value);
    XmlNode& node(XmlNode* parent, XmlKind kind);
    XmlAttribute& attribute(XmlNode& element, std::string_view name, std::string_view value,
                            std::string_view name_space = {});
    XmlNamespace& declare(XmlNode& element, std::string_view prefix, std::string_view uri);

    /// Hangs `child`, which has no parent, into `parent` as the last child.
    static void append(XmlNode& parent, XmlNode& child);

    /// A copy of `text` that lives as long as the tree.
    [[nodiscard]] std::string_view keep(std::string_view text);

    /// Adds `more` to the text of `node`, which this tree holds. Amortized: many pieces cost no more than one.
    void extend(XmlNode& node, std::string_view more);

    /// Keeps `owner` as long as the tree or until `clear`: it owns text that nodes view.
    void hold(std::shared_ptr<const void> owner) { owners_.push_back(std::move(owner)); }

    /// Room of `size` bytes that lives as long as the tree.
    [[nodiscard]] char* room(std::size_t size);

    /// Forgets all nodes, keeps one block of memory for the next.
    void clear();

private:
    void* allocate(std::size_t size, std::size_t alignment);

    struct Block {
        std::unique_ptr<std::byte[]> memory;
        std::size_t size = 0;
    };
    std::vector<Block> blocks_;
    std::size_t used_ = 0;     ///< of the last block
    char* growing_ = nullptr;  ///< end of the text that was extended last
    std::size_t spare_ = 0;    ///< bytes behind it that are still its own
    std::vector<std::shared_ptr<const void>> owners_;
};

}  // namespace galley
