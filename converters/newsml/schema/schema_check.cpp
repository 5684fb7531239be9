#include "converters/newsml/schema/schema_check.h"

#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/content_model.h"
#include "converters/newsml/schema/simple_value.h"
#include "galley/utf8.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace galley::newsml {

namespace {

constexpr std::string_view instance_space = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::string_view signature_space = "http://www.w3.org/2000/09/xmldsig#";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// What the text of `node` is to a schema: all of it, comments left out, white space kept.
std::string_view whole_text(const XmlNode& node, std::string& storage) {
    if (node.first != nullptr && node.first == node.last && node.first->kind == XmlKind::text) {
        return node.first->value;
    }
    storage.clear();
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text) {
            storage += child->value;
        }
    }
    return storage;
}

/// How many own elements of each name are still to come; counted only where a fault asks.
class Remaining {
public:
    Remaining(const XmlNode& parent, const SchemaType& type) : names_(children_of(type)), space_(parent.name_space) {}

    void passing(const XmlNode& child) { here_ = &child; }

    bool has(std::uint16_t name) {
        const XmlNode* const here = here_;
        if (here == nullptr) {
            return false;
        }
        if (counts_.empty()) {
            counts_.resize(names_.size());
            counted_from_ = here;
            for (const XmlNode* later = here; later != nullptr; later = later->next) {
                count(*later, 1);
            }
        }
        for (; counted_from_ != here->next; counted_from_ = counted_from_->next) {
            count(*counted_from_, -1);
        }
        const ChildUse* use = find_entry(names_, name);
        return use != nullptr && counts_[static_cast<std::size_t>(use - names_.data())] > 0;
    }

private:
    void count(const XmlNode& child, int step) {
        if (child.kind == XmlKind::element && child.name_space == space_) {
            if (const ChildUse* use = find_entry(names_, schema_name(child.name))) {
                counts_[static_cast<std::size_t>(use - names_.data())] += step;
            }
        }
    }

    std::span<const ChildUse> names_;
    std::string_view space_;
    const XmlNode* here_ = nullptr;
    const XmlNode* counted_from_ = nullptr;  ///< the first that `counts_` holds
    std::vector<int> counts_;
};

std::string fault_of(const ContentModel::Taken& taken, const XmlNode& child, const XmlNode* latest) {
    std::string name = "'" + path_of(child) + "'";
    switch (taken.outcome) {
        case ContentModel::Outcome::too_early:
            return name + " stands before '" + std::string(schema_name(taken.before)) + "'";
        case ContentModel::Outcome::too_late:
            return name + " stands after '" + std::string(latest != nullptr ? latest->name : child.name) + "'";
        case ContentModel::Outcome::repeated: return name + " stands more than once";
        case ContentModel::Outcome::fits:
        case ContentModel::Outcome::unknown: return name + " has no place here";
    }
    return name;
}

SchemaFaultKind kind_of(ContentModel::Outcome outcome) {
    return outcome == ContentModel::Outcome::repeated  ? SchemaFaultKind::repeated
           : outcome == ContentModel::Outcome::unknown ? SchemaFaultKind::unknown
                                                       : SchemaFaultKind::order;
}

bool must_be_declared(Wildcard wildcard) {
    return wildcard == Wildcard::any_strict || wildcard == Wildcard::other_strict || wildcard == Wildcard::own_strict;
}

bool is_unchecked(Wildcard wildcard) { return wildcard == Wildcard::any_skip || wildcard == Wildcard::other_skip; }

}  // namespace

bool SchemaCheck::check(const XmlNode& root) {
    const SchemaType* type = declaration_of(root);
    if (type != nullptr) {
        element(root, *type);
    }
    return type != nullptr;
}

bool SchemaCheck::check_nitf(const XmlNode& root) {
    nitf_alias_ = root.name_space;
    has_alias_ = true;
    const bool known = check(root);
    has_alias_ = false;
    return known;
}

void SchemaCheck::check_part(const XmlNode& node) {
    if (const SchemaType* type = type_of(node)) {
        element(node, *type);
    }
}

std::optional<SchemaSpace> SchemaCheck::space_of(const XmlNode& node) const {
    return has_alias_ && node.name_space == nitf_alias_ ? SchemaSpace::nitf : schema_space(node.name_space);
}

const SchemaType* SchemaCheck::declaration_of(const XmlNode& node) const {
    const auto space = space_of(node);
    return space ? global_element(*space, schema_name(node.name)) : nullptr;
}

void SchemaCheck::element(const XmlNode& node, const SchemaType& type) {
    if (type.content == ContentKind::any) {
        open_content(node);
        return;
    }
    attributes(node, type);
    switch (type.content) {
        case ContentKind::any: return;
        case ContentKind::simple: {
            std::string storage;
            value(node, {}, simple_type(type.simple), whole_text(node, storage));
            [[fallthrough]];
        }
        case ContentKind::empty:
            for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
                if (child->kind == XmlKind::element) {
                    tell(SchemaFaultKind::unknown, *child, "'" + path_of(*child) + "' has no place here");
                } else if (child->kind == XmlKind::text && type.content == ContentKind::empty &&
                           !is_blank(child->value)) {
                    tell(SchemaFaultKind::text, node, "'" + path_of(node) + "' holds text and must be empty");
                }
            }
            return;
        case ContentKind::elements:
        case ContentKind::mixed: content(node, type); return;
    }
}

void SchemaCheck::content(const XmlNode& node, const SchemaType& type) {
    Remaining remaining(node, type);
    ContentModel model(type, [&](std::uint16_t name) { return remaining.has(name); });
    const XmlNode* latest = nullptr;
    bool has_text = false;
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text) {
            has_text = has_text || !is_blank(child->value);
        }
        if (child->kind != XmlKind::element) {
            continue;
        }
        remaining.passing(*child);
        const bool is_own = space_of(*child) == static_cast<SchemaSpace>(type.space);
        const ContentModel::Taken taken =
            is_own ? model.take(schema_name(child->name))
                   : model.take_other(false, child->name_space.empty(), child->name_space == signature_space);
        if (taken.outcome != ContentModel::Outcome::fits) {
            tell(kind_of(taken.outcome), *child, fault_of(taken, *child, latest));
        } else {
            latest = child;
        }
        if (taken.wildcard != Wildcard::none) {
            if (!is_unchecked(taken.wildcard)) {
                by_declaration(*child, must_be_declared(taken.wildcard));
            }
        } else if (taken.outcome != ContentModel::Outcome::unknown) {
            element(*child, schema_type(taken.type));
        }
    }
    if (has_text && type.content == ContentKind::elements) {
        tell(SchemaFaultKind::text, node, "'" + path_of(node) + "' holds text beside its elements");
    }
    for (const std::uint16_t name : model.missing()) {
        tell(SchemaFaultKind::missing, node,
             name == no_name ? "'" + path_of(node) + "' holds none of the elements it must"
                             : "'" + path_of(node) + "' has no '" + std::string(schema_name(name)) + "'");
    }
}

void SchemaCheck::by_declaration(const XmlNode& node, bool must_be_declared) {
    if (const SchemaType* type = declaration_of(node)) {
        element(node, *type);
    } else if (must_be_declared) {
        tell(SchemaFaultKind::unknown, node, "'" + path_of(node) + "' is declared by no schema");
    } else {
        open_content(node);
    }
}

void SchemaCheck::open_content(const XmlNode& node) {
    for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
        if (at->name_space == xml_space) {
            foreign_attribute(node, *at, schema_type(any_type));
        }
    }
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element) {
            by_declaration(*child, false);
        }
    }
}

void SchemaCheck::attributes(const XmlNode& node, const SchemaType& type) {
    const auto uses = attributes_of(type);
    std::size_t required = 0;
    for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
        if (!at->name_space.empty()) {
            foreign_attribute(node, *at, type);
            continue;
        }
        if (const AttributeUse* use = find_entry(uses, schema_name(at->name))) {
            required += use->required ? 1 : 0;
            value(node, at->name, simple_type(use->simple), at->value);
        } else if (type.wildcard != Wildcard::local_lax && type.wildcard != Wildcard::any_lax) {
            tell(SchemaFaultKind::unknown_attribute, node,
                 "'" + path_of(node) + "' has the attribute '" + std::string(at->name) +
                     "', which the schema does not know",
                 at->name);
        }
    }
    if (required == static_cast<std::size_t>(std::ranges::count_if(uses, &AttributeUse::required))) {
        return;
    }
    for (const AttributeUse& use : uses) {
        const std::string_view name = schema_name(use.name);
        if (use.required && node.attribute(name) == nullptr) {
            tell(SchemaFaultKind::missing_attribute, node,
                 "'" + path_of(node) + "' has no attribute '" + std::string(name) + "'");
        }
    }
}

void SchemaCheck::foreign_attribute(const XmlNode& node, const XmlAttribute& attribute, const SchemaType& type) {
    const bool is_xml = attribute.name_space == xml_space;
    if (attribute.name_space == instance_space) {
        return;
    }
    const std::string name = (is_xml ? "xml" : std::string(attribute.prefix)) + ":" + std::string(attribute.name);
    const bool is_used = is_xml && find_entry(attributes_of(type), schema_name(name)) != nullptr;
    const bool is_allowed = is_used || type.content == ContentKind::any || type.wildcard == Wildcard::other_lax ||
                            type.wildcard == Wildcard::other_skip || type.wildcard == Wildcard::any_lax ||
                            (type.wildcard == Wildcard::other_strict && is_xml);
    if (!is_allowed) {
        tell(SchemaFaultKind::unknown_attribute, node,
             "'" + path_of(node) + "' has the attribute '" + name + "', which the schema does not know", name);
        return;
    }
    constexpr SimpleType language{SimpleKind::language, 0, 0, 0, 0};
    constexpr SimpleType uri{SimpleKind::uri, 0, 0, 0, 0};
    if (is_xml && attribute.name == "lang" && !attribute.value.empty()) {
        value(node, name, language, attribute.value);
    } else if (is_xml && attribute.name == "base") {
        value(node, name, uri, attribute.value);
    } else if (is_xml && attribute.name == "space" && attribute.value != "default" && attribute.value != "preserve") {
        tell(SchemaFaultKind::value, node, "'" + path_of(node) + "' has xml:space " + quoted(attribute.value), name,
             &uri, attribute.value);
    }
}

void SchemaCheck::value(const XmlNode& node, std::string_view attribute, const SimpleType& type,
                        std::string_view value) {
    if (!is_value_of(type, value)) {
        tell(SchemaFaultKind::value, node,
             "'" + path_of(node) + "' has " + std::string(attribute) + (attribute.empty() ? "" : " ") + quoted(value) +
                 ", which the schema does not allow",
             attribute, &type, value);
    } else if (type.kind == SimpleKind::id && !identifiers_.emplace(utf8::trim(value)).second) {
        tell(SchemaFaultKind::identifier, node, "the " + std::string(attribute) + " " + quoted(value) + " stands twice",
             attribute);
    }
}

void SchemaCheck::tell(SchemaFaultKind kind, const XmlNode& at, std::string message, std::string_view attribute,
                       const SimpleType* type, std::string_view value) {
    on_fault_({kind, at, attribute, std::move(message), type, value});
}

const SchemaType* type_of(const XmlNode& node) {
    const auto space = schema_space(node.name_space);
    if (!space) {
        return nullptr;
    }
    const std::uint16_t name = schema_name(node.name);
    const SchemaType* around = node.parent != nullptr ? type_of(*node.parent) : nullptr;
    if (around == nullptr || around->space != static_cast<std::uint8_t>(*space)) {
        return global_element(*space, name);
    }
    const ChildUse* use = find_entry(children_of(*around), name);
    return use != nullptr ? &schema_type(use->type) : global_element(*space, name);
}

}  // namespace galley::newsml
