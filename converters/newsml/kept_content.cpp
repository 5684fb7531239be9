#include "converters/newsml/kept_content.h"

#include "converters/newsml/g2_structure.h"
#include "converters/newsml/namespaces.h"

#include <algorithm>
#include <vector>

namespace galley::newsml {

namespace {

XmlNode* content_set(XmlNode& item) {
    for (XmlNode* child = item.first; child != nullptr; child = child->next) {
        if (child->is(nar, "contentSet")) {
            return child;
        }
    }
    return nullptr;
}

bool is_referred_to(const XmlNode& remote, const Document& document) {
    const std::string_view address =
        remote.attribute("href") != nullptr ? remote.value_of("href") : remote.value_of("residref");
    return address.empty() ||
           std::ranges::find(document.resources, address, &Resource::href) != document.resources.end();
}

bool is_no_text(const XmlNode& rendition, const Document& document) {
    return rendition.is(nar, "remoteContent")
               ? is_referred_to(rendition, document)
               : rendition.is(nar, "inlineData") &&
                     (rendition.attribute("encoding") != nullptr || rendition.attribute("encodinguri") != nullptr);
}

void take_out(XmlNode& parent, const XmlNode& child) {
    XmlNode* before = nullptr;
    for (XmlNode* at = parent.first; at != nullptr; before = at, at = at->next) {
        if (at == &child) {
            (before != nullptr ? before->next : parent.first) = at->next;
            parent.last = at == parent.last ? before : parent.last;
            return;
        }
    }
}

/// The set names the rendition that the others came from by its ID.
void drop_lost_original(XmlNode& set) {
    const std::string_view original = set.value_of("original");
    for (const XmlNode* child = set.first; child != nullptr; child = child->next) {
        if (child->value_of("id") == original) {
            return;
        }
    }
    XmlAttribute* before = nullptr;
    for (XmlAttribute* at = set.first_attribute; at != nullptr; before = at, at = at->next) {
        if (at->name == "original" && at->name_space.empty()) {
            (before != nullptr ? before->next : set.first_attribute) = at->next;
            set.last_attribute = at == set.last_attribute ? before : set.last_attribute;
            return;
        }
    }
}

}  // namespace

void renew_content(XmlTree& tree, XmlNode& item, const XmlNode* made, const Document& document) {
    std::vector<XmlNode*> renditions;
    const XmlNode* made_set = made != nullptr ? made->child(nar, "contentSet") : nullptr;
    for (XmlNode* child = made_set != nullptr ? made_set->first : nullptr; child != nullptr; child = child->next) {
        renditions.push_back(child);
    }
    XmlNode* set = content_set(item);
    for (XmlNode* child = set != nullptr ? set->first : nullptr; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::comment || (child->kind == XmlKind::element && is_no_text(*child, document))) {
            renditions.push_back(child);
        }
    }
    const bool has_any =
        std::ranges::any_of(renditions, [](const XmlNode* each) { return each->kind == XmlKind::element; });
    if (!has_any) {
        if (set != nullptr) {
            take_out(item, *set);
        }
        return;
    }
    if (set == nullptr) {
        set = &tree.element(&item, nar, "contentSet");
        std::vector<XmlNode*> children;
        for (XmlNode* child = item.first; child != nullptr; child = child->next) {
            if (child->kind != XmlKind::text) {
                children.push_back(child);
            }
        }
        set_children_in_order(item, children);
    }
    set_children_in_order(*set, renditions);
    drop_lost_original(*set);
}

}  // namespace galley::newsml
