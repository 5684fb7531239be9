#include "core/edge/libxml2/xml_tree.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace galley {

namespace {

constexpr std::size_t first_block = 32 * 1024;
constexpr std::size_t largest_block = 1024 * 1024;

}  // namespace

const XmlAttribute* XmlNode::attribute(std::string_view local) const { return attribute({}, local); }

const XmlAttribute* XmlNode::attribute(std::string_view space, std::string_view local) const {
    for (const XmlAttribute* at = first_attribute; at != nullptr; at = at->next) {
        if (at->name == local && at->name_space == space) {
            return at;
        }
    }
    return nullptr;
}

std::string_view XmlNode::value_of(std::string_view local) const {
    const XmlAttribute* found = attribute(local);
    return found != nullptr ? found->value : std::string_view();
}

const XmlNode* XmlNode::child(std::string_view space, std::string_view local) const {
    for (const XmlNode* at = first; at != nullptr; at = at->next) {
        if (at->is(space, local)) {
            return at;
        }
    }
    return nullptr;
}

void* XmlTree::allocate(std::size_t size, std::size_t alignment) {
    std::size_t begin = (used_ + alignment - 1) / alignment * alignment;
    if (blocks_.empty() || begin + size > blocks_.back().size) {
        const std::size_t doubled = blocks_.empty() ? first_block : std::min(blocks_.back().size * 2, largest_block);
        const std::size_t wanted = std::max(doubled, size);
        blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(wanted), wanted});
        begin = 0;
    }
    used_ = begin + size;
    return blocks_.back().memory.get() + begin;
}

char* XmlTree::room(std::size_t size) { return static_cast<char*>(allocate(size, 1)); }

std::string_view XmlTree::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    char* copy = room(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

void XmlTree::extend(XmlNode& node, std::string_view more) {
    const std::size_t size = node.value.size() + more.size();
    if (node.value.data() + node.value.size() != growing_ || spare_ < more.size()) {
        char* const moved = room(size * 2);
        std::memcpy(moved, node.value.data(), node.value.size());
        growing_ = moved + node.value.size();
        spare_ = size * 2 - node.value.size();
    }
    std::memcpy(growing_, more.data(), more.size());
    growing_ += more.size();
    spare_ -= more.size();
    node.value = {growing_ - size, size};
}

void XmlTree::append(XmlNode& parent, XmlNode& child) {
    child.parent = &parent;
    (parent.last != nullptr ? parent.last->next : parent.first) = &child;
    parent.last = &child;
}

XmlNode& XmlTree::node(XmlNode* parent, XmlKind kind) {
    auto* made = new (allocate(sizeof(XmlNode), alignof(XmlNode))) XmlNode;
    made->kind = kind;
    if (parent != nullptr) {
        append(*parent, *made);
    }
    return *made;
}

XmlNode& XmlTree::element(XmlNode* parent, std::string_view name_space, std::string_view name) {
    XmlNode& made = node(parent, XmlKind::element);
    made.name_space = name_space;
    made.name = name;
    return made;
}

XmlNode& XmlTree::text(XmlNode& parent, std::string_view value) {
    XmlNode& made = node(&parent, XmlKind::text);
    made.value = value;
    return made;
}

XmlAttribute& XmlTree::attribute(XmlNode& element, std::string_view name, std::string_view value,
                                 std::string_view name_space) {
    auto* made =
        new (allocate(sizeof(XmlAttribute), alignof(XmlAttribute))) XmlAttribute{name_space, name, value, {}, nullptr};
    (element.last_attribute != nullptr ? element.last_attribute->next : element.first_attribute) = made;
    element.last_attribute = made;
    return *made;
}

XmlNamespace& XmlTree::declare(XmlNode& element, std::string_view prefix, std::string_view uri) {
    XmlNamespace** end = &element.first_namespace;
    while (*end != nullptr) {
        end = &(*end)->next;
    }
    *end = new (allocate(sizeof(XmlNamespace), alignof(XmlNamespace))) XmlNamespace{prefix, uri, false, nullptr};
    return **end;
}

void XmlTree::clear() {
    if (blocks_.size() > 1) {
        blocks_.erase(blocks_.begin(), blocks_.end() - 1);
    }
    used_ = 0;
    growing_ = nullptr;
    spare_ = 0;
    owners_.clear();
}

}  // namespace galley
