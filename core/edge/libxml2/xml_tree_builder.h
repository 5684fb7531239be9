#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galley {

/// Hangs into a tree what a parser reports, in its order. Names, prefixes and namespaces that are handed over must
/// outlive the trees; text is viewed where it stands in `whole`, else copied.
///
/// Elements right below one of `items_parent` (in `items_space`, or any where that is empty) are items: each has a tree
/// of its own, knows what is declared around it, and is gone when it was released.
class XmlTreeBuilder {
public:
    XmlTreeBuilder(XmlTree& frame, std::string_view whole, std::string_view items_space, std::string_view items_parent)
        : frame_(frame),
          whole_(whole),
          items_space_(items_space),
          items_parent_(items_parent) {}

    [[nodiscard]] XmlNode* root() { return root_; }
    [[nodiscard]] const XmlNode* here() const {
        return here_;
    }  ///< the innermost open element, null before and after all
    [[nodiscard]] std::uint32_t depth() const { return depth_; }

    /// True where nothing is kept: outside the root, and between items, for that belongs to none and would pile up.
    [[nodiscard]] bool is_outside() const;

    XmlNode& start(std::string_view name, std::string_view prefix, std::string_view name_space, std::uint64_t offset);
    /// To follow `start`, before the attributes.
    void declare(std::string_view prefix, std::string_view uri);
    void inherit();
    /// `offset` is where the value most likely stands.
    void attribute(std::string_view name, std::string_view prefix, std::string_view name_space, std::string_view value,
                   std::uint64_t offset);

    /// `offset` is where `piece` most likely stands; it may be off by the last character. REQUIRES: not `is_outside`.
    void text(std::string_view piece, std::uint64_t offset);
    void other(XmlKind kind, std::string_view name, std::string_view value);

    /// The item that ended here, to be released before anything follows; null for other elements.
    [[nodiscard]] const XmlNode* end(std::uint64_t offset);
    void release() { items_.clear(); }

private:
    [[nodiscard]] bool is_items_parent(const XmlNode& node) const;
    [[nodiscard]] XmlTree& tree() { return item_ != nullptr ? items_ : frame_; }
    [[nodiscard]] std::string_view keep(std::string_view piece, std::uint64_t offset);
    [[nodiscard]] std::string_view in_whole(std::uint64_t offset, std::size_t size) const;
    [[nodiscard]] std::string_view after(std::string_view value, std::size_t size) const;

    XmlTree& frame_;
    XmlTree items_;
    std::string_view whole_;
    std::string_view items_space_;
    std::string_view items_parent_;
    XmlNode* root_ = nullptr;
    XmlNode* here_ = nullptr;
    XmlNode* item_ = nullptr;    ///< the item under way
    XmlNode* around_ = nullptr;  ///< what it stands in
    std::uint32_t depth_ = 0;
};

}  // namespace galley
