#include "converters/newsml/faulty_item.h"

#include "converters/newsml/date_text.h"
#include "converters/newsml/g2_item.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_structure.h"
#include "converters/newsml/kept_item.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"

#include <algorithm>
#include <string>
#include <vector>

namespace galley::newsml {

namespace {

const XmlNode* meta_child(const XmlNode& item, std::string_view name) {
    const XmlNode* meta = item.child(nar, "itemMeta");
    return meta != nullptr ? meta->child(nar, name) : nullptr;
}

/// The names of what is demanded and neither stated in `kept` nor known to `document`.
std::vector<std::string_view> missing_values(const XmlNode& kept, const Document& document) {
    std::vector<std::string_view> missing;
    const auto& guid = document.identity.guid;
    if (!guid || guid->value.empty()) {
        missing.emplace_back("guid");
    }
    if (meta_child(kept, "itemClass") == nullptr) {
        missing.emplace_back("itemClass");
    }
    const auto& provider = document.meta.provider;
    if (meta_child(kept, "provider") == nullptr && (!provider || !names_anybody(provider->value))) {
        missing.emplace_back("provider");
    }
    const auto& date = document.meta.dates.version_created;
    if (!date || !date_time(date->value)) {
        missing.emplace_back("versionCreated");
    }
    return missing;
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
    return std::string(text.empty() ? element->value_of("qcode") : text);
}

bool is_sound(const XmlNode& property) {
    Diagnostics findings;
    G2Lint lint(nullptr, findings);
    lint.check_property(property);
    return !lint.breaks_schema() && std::ranges::none_of(findings, [](const Diagnostic& finding) {
        return finding.severity == Severity::error && is_writers_duty(finding.code);
    });
}

bool is_item_class(std::string_view qcode) {
    constexpr std::string_view alias = "ninat:";
    const auto codes = mandatory_codes("ninat");
    return qcode.starts_with(alias) && std::ranges::find(codes, qcode.substr(alias.size())) != codes.end();
}

bool has_child(const XmlNode& parent, std::string_view name) {
    return parent.child(nar, name) != nullptr;
}

std::vector<XmlNode*> children_in(const XmlNode& parent) {
    std::vector<XmlNode*> children;
    for (XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element) {
            children.push_back(child);
        }
    }
    return children;
}

XmlNode* own_child(XmlNode& parent, std::string_view name) {
    const auto children = children_in(parent);
    const auto found = std::ranges::find_if(children, [&](const XmlNode* child) { return child->is(nar, name); });
    return found != children.end() ? *found : nullptr;
}

// A catalog that both name, and the parts that are gone through themselves.
bool is_there(const XmlNode& made, const XmlNode& child) {
    if (child.name == "itemMeta" || child.name == "contentMeta" || child.name == "generator") {
        return true;
    }
    return child.name == "catalogRef" && std::ranges::any_of(children_in(made), [&](const XmlNode* known) {
               return known->is(nar, "catalogRef") && known->value_of("href") == child.value_of("href");
           });
}

/// Takes from `kept` the children that `wanted` says yes to, where `made` has room for them.
template <class Wanted>
void take_children(XmlNode& made, XmlNode& kept, const Wanted& wanted) {
    const SchemaType* type = type_of(made);
    std::vector<XmlNode*> children = children_in(made);
    bool changed = false;
    for (XmlNode* child : children_in(kept)) {
        const ChildUse* known = type != nullptr && child->name_space == nar
                                    ? find_entry(children_of(*type), schema_name(child->name))
                                    : nullptr;
        if (known == nullptr || !wanted(*child) || !is_sound(*child)) {
            continue;
        }
        // The class that was stated is right where ours is only what most items are.
        const auto ours = std::ranges::find_if(children, [&](const XmlNode* have) { return have->is(nar, child->name); });
        if (!known->repeats && ours != children.end()) {
            if (child->name != "itemClass" || !is_item_class(child->value_of("qcode"))) {
                continue;
            }
            children.erase(ours);
        }
        children.push_back(child);
        changed = true;
    }
    if (changed) {
        set_children_in_order(made, children);
    }
}

void take_content(XmlTree& tree, XmlNode& made, XmlNode& kept) {
    XmlNode* from = own_child(kept, "contentSet");
    if (from == nullptr) {
        return;
    }
    XmlNode* set = own_child(made, "contentSet");
    const bool has_text = set != nullptr;
    if (!has_text) {
        set = &tree.element(nullptr, nar, "contentSet");
        set->parent = &made;
    }
    take_children(*set, *from, [&](const XmlNode& child) { return !has_text || child.name == "remoteContent"; });
    if (!has_text && set->first != nullptr) {
        XmlTree::append(made, *set);
    }
}

}  // namespace

Result<> complete_item(const XmlNode& kept, const XmlNode& made, const Document& document, const NewsmlOptions& options,
                       Context& context) {
    for (const std::string_view name : missing_values(kept, document)) {
        const std::string value = value_in(made, name);
        if (!options.repair || value.empty()) {
            return fail({.code = "newsml.missing-value",
                         .message = "the item '" + document.source.name + "' came from has no usable " + std::string(name) +
                                    ", which NewsML-G2 demands",
                         .where = {.source = document.source.name},
                         .hints = {options.repair ? "give it in a profile, or with --set"
                                                  : "have it filled in from the profile and the clock of the run with --repair"}});
        }
        context.say({.severity = Severity::warning,
                     .code = "newsml.repaired",
                     .message = "the item had no usable " + std::string(name) + "; it is '" + value + "' now",
                     .where = {.source = document.source.name}});
    }
    return {};
}

void take_extras(XmlTree& tree, XmlNode& made, XmlNode& kept) {
    take_content(tree, made, kept);
    for (const std::string_view name : {"itemMeta", "contentMeta"}) {
        XmlNode* from = own_child(kept, name);
        XmlNode* to = own_child(made, name);
        if (from == nullptr) {
            continue;
        }
        const bool had_none = to == nullptr;
        if (had_none) {
            to = &tree.element(nullptr, nar, name);
            to->parent = &made;
        }
        take_children(*to, *from, [&](const XmlNode& child) {
            return !is_modelled(name, child.name) && !is_there(*to, child);
        });
        if (had_none && to->first != nullptr) {
            XmlTree::append(made, *to);
        }
    }
    // A package has groups in the place of text.
    if (kept.name == "packageItem" && !has_child(made, "contentSet")) {
        made.name = kept.name;
    }
    take_children(made, kept, [&](const XmlNode& child) {
        return !is_modelled("newsItem", child.name) && !is_there(made, child);
    });
}

}  // namespace galley::newsml
