#include "converters/newsml/complete_item.h"

#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_structure.h"
#include "converters/newsml/namespaces.h"

#include <string>
#include <vector>

namespace galley::newsml {

namespace {

const XmlNode* meta_child(const XmlNode& item, std::string_view name) {
    const XmlNode* meta = item.child(nar, "itemMeta");
    return meta != nullptr ? meta->child(nar, name) : nullptr;
}

XmlNode* own_child(XmlNode& parent, std::string_view name) {
    for (XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->is(nar, name)) {
            return child;
        }
    }
    return nullptr;
}

std::vector<XmlNode*> children_in(const XmlNode& parent) {
    std::vector<XmlNode*> children;
    for (XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::text) {
            children.push_back(child);
        }
    }
    return children;
}

constexpr std::string_view demanded[] = {"guid", "itemClass", "provider", "versionCreated"};

bool has(const XmlNode& item, std::string_view name) {
    return name == "guid" ? item.attribute(name) != nullptr : meta_child(item, name) != nullptr;
}

std::string value_in(const XmlNode& made, std::string_view name) {
    if (name == "guid") {
        return std::string(made.value_of(name));
    }
    const XmlNode* element = meta_child(made, name);
    if (element == nullptr) {
        return {};
    }
    std::string storage;
    const std::string_view text = text_of(*element, storage);
    return std::string(!text.empty()                            ? text
                       : element->attribute("qcode") != nullptr ? element->value_of("qcode")
                                                                : element->value_of("uri"));
}

void take_attribute(XmlTree& tree, XmlNode& item, const XmlNode& made, std::string_view name) {
    if (item.attribute(name) == nullptr) {
        tree.attribute(item, name, made.value_of(name));
    }
}

/// Puts `made`'s property into the item's own itemMeta, which it may not have yet.
void take_property(XmlTree& tree, XmlNode& item, XmlNode& made, std::string_view name) {
    XmlNode* meta = own_child(item, "itemMeta");
    if (meta == nullptr) {
        meta = &tree.element(&item, nar, "itemMeta");
        set_children_in_order(item, children_in(item));
    }
    XmlNode* const from = own_child(*own_child(made, "itemMeta"), name);
    std::vector<XmlNode*> children = children_in(*meta);
    children.push_back(from);
    set_children_in_order(*meta, children);
}

}  // namespace

Result<> complete_item(XmlTree& tree, XmlNode& item, XmlNode& made, const Document& document,
                       const NewsmlOptions& options, Context& context) {
    take_attribute(tree, item, made, "standard");
    take_attribute(tree, item, made, "standardversion");
    for (const std::string_view name : demanded) {
        if (has(item, name)) {
            continue;
        }
        const std::string value = value_in(made, name);
        if (!options.repair || value.empty()) {
            return fail({.code = "newsml.missing-value",
                         .message = "the item '" + document.source.name + "' came from has no usable " +
                                    std::string(name) + ", which NewsML-G2 demands",
                         .where = {.source = document.source.name},
                         .hints = {options.repair
                                       ? "give it in a profile, or with --set"
                                       : "have it filled in from the profile and the clock of the run with --repair"}});
        }
        if (name == "guid") {
            take_attribute(tree, item, made, name);
        } else {
            take_property(tree, item, made, name);
        }
        context.say({.severity = Severity::warning,
                     .code = "newsml.repaired",
                     .message = "the item had no usable " + std::string(name) + "; it is '" + value + "' now",
                     .where = {.source = document.source.name}});
    }
    return {};
}

}  // namespace galley::newsml
