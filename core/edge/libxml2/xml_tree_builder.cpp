#include "core/edge/libxml2/xml_tree_builder.h"

#include "galley/utf8.h"

#include <functional>
#include <utility>

namespace galley {

bool XmlTreeBuilder::is_items_parent(const XmlNode& node) const {
    return !items_parent_.empty() && node.name == items_parent_ &&
           (items_space_.empty() || node.name_space == items_space_);
}

bool XmlTreeBuilder::is_outside() const { return here_ == nullptr || (item_ == nullptr && is_items_parent(*here_)); }

XmlNode& XmlTreeBuilder::start(std::string_view name, std::string_view prefix, std::string_view name_space,
                               std::uint64_t offset) {
    ++depth_;
    const bool is_item = item_ == nullptr && here_ != nullptr && is_items_parent(*here_);
    XmlNode& node = (is_item ? items_ : tree()).element(is_item ? nullptr : here_, name_space, name);
    node.mixed = true;
    node.prefix = prefix;
    node.offset = offset;
    if (is_item) {
        item_ = &node;
        around_ = here_;
    }
    if (root_ == nullptr) {
        root_ = &node;
    }
    here_ = &node;
    return node;
}

void XmlTreeBuilder::declare(std::string_view prefix, std::string_view uri) { tree().declare(*here_, prefix, uri); }

void XmlTreeBuilder::inherit() {
    const XmlNode* around = here_ == item_ ? around_ : nullptr;
    for (; around != nullptr; around = around->parent) {
        for (const XmlNamespace* outer = around->first_namespace; outer != nullptr; outer = outer->next) {
            const XmlNamespace* own = here_->first_namespace;
            while (own != nullptr && own->prefix != outer->prefix) {
                own = own->next;
            }
            if (own == nullptr) {
                items_.declare(*here_, outer->prefix, outer->uri).inherited = true;
            }
        }
    }
}

void XmlTreeBuilder::attribute(std::string_view name, std::string_view prefix, std::string_view name_space,
                               std::string_view value, std::uint64_t offset) {
    tree().attribute(*here_, name, keep(value, offset), name_space).prefix = prefix;
}

void XmlTreeBuilder::text(std::string_view piece, std::uint64_t offset) {
    XmlNode* const last = here_->last;
    if (last == nullptr || last->kind != XmlKind::text) {
        const std::string_view there = in_whole(offset, piece.size());
        tree().text(*here_, there == piece ? there : keep(piece, offset + utf8::before(piece, piece.size()).size));
    } else if (after(last->value, piece.size()) == piece) {
        last->value = {last->value.data(), last->value.size() + piece.size()};
    } else {
        tree().extend(*last, piece);
    }
}

void XmlTreeBuilder::other(XmlKind kind, std::string_view name, std::string_view value) {
    XmlNode& node = tree().node(here_, kind);
    node.name = tree().keep(name);
    node.value = tree().keep(value);
}

const XmlNode* XmlTreeBuilder::end(std::uint64_t offset) {
    --depth_;
    here_->end = offset;
    if (here_ != item_) {
        here_ = here_->parent;
        return nullptr;
    }
    here_ = around_;
    return std::exchange(item_, nullptr);
}

std::string_view XmlTreeBuilder::keep(std::string_view piece, std::uint64_t offset) {
    const std::string_view there = in_whole(offset, piece.size());
    return there == piece ? there : tree().keep(piece);
}

std::string_view XmlTreeBuilder::in_whole(std::uint64_t offset, std::size_t size) const {
    return offset < whole_.size() ? whole_.substr(static_cast<std::size_t>(offset), size) : std::string_view();
}

/// What follows `value` in the whole text, when `value` is a view of that.
std::string_view XmlTreeBuilder::after(std::string_view value, std::size_t size) const {
    const char* const end = value.data() + value.size();
    const bool is_there =
        std::less_equal<>()(whole_.data(), value.data()) && std::less_equal<>()(end, whole_.data() + whole_.size());
    return is_there ? in_whole(static_cast<std::size_t>(end - whole_.data()), size) : std::string_view();
}

}  // namespace galley
