#include "converters/newsml/g2_lint.h"

#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_versions.h"
#include "converters/newsml/g2_vocabulary.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/simple_value.h"
#include "converters/newsml/xml_build.h"
#include "galley/utf8.h"

#include <algorithm>
#include <utility>

namespace galley::newsml {

namespace {

// Elements of HTML that the schema takes into its own namespace: their attributes are HTML's.
bool is_markup(std::string_view name) {
    return name == "a" || name == "span" || name == "ruby" || name == "rb" || name == "rt" || name == "rp" ||
           name == "br" || name == "inline";
}

// Empty on purpose: the content, or the end of an embargo, is not known.
bool may_be_empty(std::string_view name) {
    return name == "embargoed" || name == "inlineXML" || name == "inlineData" || name == "itemSet" || name == "br" ||
           name == "provider";
}

/// True where `G2Lint::date` looks.
bool is_dated(const XmlNode& node, std::string_view attribute) {
    if (attribute.empty()) {
        const G2Text kind = text_kind(node.name);
        return kind != G2Text::other && kind != G2Text::label && kind != G2Text::block;
    }
    const G2Attribute kind = attribute_kind(attribute);
    return kind == G2Attribute::date || kind == G2Attribute::power_date;
}

bool is_in_content(const XmlNode& node) {
    for (const XmlNode* around = node.parent; around != nullptr; around = around->parent) {
        if (around->is(nar, "inlineXML")) {
            return true;
        }
    }
    return false;
}

G2Rule rule_of_fault(SchemaFaultKind kind) {
    switch (kind) {
        case SchemaFaultKind::order: return G2Rule::order;
        case SchemaFaultKind::missing:
        case SchemaFaultKind::missing_attribute: return G2Rule::missing;
        case SchemaFaultKind::repeated: return G2Rule::repeated;
        case SchemaFaultKind::unknown:
        case SchemaFaultKind::unknown_attribute:
        case SchemaFaultKind::text: return G2Rule::unknown;
        case SchemaFaultKind::value:
        case SchemaFaultKind::identifier: break;
    }
    return G2Rule::value;
}

}  // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t most = 60;
    return "'" + std::string(utf8::prefix(text, most)) + (text.size() > most ? "…'" : "'");
}

std::string_view text_of(const XmlNode& node, std::string& storage) {
    if (node.first != nullptr && node.first == node.last && node.first->kind == XmlKind::text) {
        return utf8::trim(node.first->value);
    }
    storage.clear();
    for (const XmlNode* at = node.first; at != nullptr;) {
        if (at->kind == XmlKind::text) {
            storage += at->value;
        }
        if (at->first != nullptr) {
            at = at->first;
            continue;
        }
        while (at != &node && at->next == nullptr) {
            at = at->parent;
        }
        at = at == &node ? nullptr : at->next;
    }
    return utf8::trim(storage);
}

Where place_of(const XmlText& text, const XmlNode& node, std::string_view attribute) {
    const std::string_view tag = attribute.empty() ? std::string_view() : text.between(node.offset, node.end);
    for (std::size_t found = tag.find(attribute, 1); found != std::string_view::npos;
         found = tag.find(attribute, found + 1)) {
        const std::size_t after = found + attribute.size();
        if (static_cast<unsigned char>(tag[found - 1]) <= ' ' && after < tag.size() &&
            (tag[after] == '=' || tag[after] == ' ')) {
            return text.where(node.offset + found, node.offset + after);
        }
    }
    return text.where(node.offset, node.end);
}

void G2Lint::say(G2Rule rule, const XmlNode& at, std::string message, std::string_view attribute) {
    const Rule& text = rule_of(rule);
    Diagnostic finding{.severity = text.severity,
                       .code = std::string(text.code),
                       .message = std::move(message),
                       .hints = {std::string(text.repair)}};
    if (text_ != nullptr) {
        finding.where = place_of(*text_, at, attribute);
    }
    found_.push_back(std::move(finding));
}

void G2Lint::check(const XmlNode& root) {
    if (!root.is(nar, "newsMessage")) {
        item(root, true);
        return;
    }
    schema_.check(root);
    header(root);
    if (const XmlNode* set = root.child(nar, "itemSet")) {
        for (const XmlNode* child = set->first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element) {
                item(*child, false);
            }
        }
    }
}

void G2Lint::check_item(const XmlNode& item, const XmlNode& message) {
    header(message);
    has_items_ = true;
    this->item(item, true);
}

void G2Lint::header(const XmlNode& message) {
    const XmlNode* header = message.child(nar, "header");
    item_ = {};
    if (header != nullptr && !std::exchange(has_header_, true)) {
        item_.root = header;
        gather_catalogs();
        element(*header);
    }
}

void G2Lint::check_property(const XmlNode& node) {
    schema_.check_part(node);
    element(node);
}

void G2Lint::element(const XmlNode& node) {
    attributes(node);
    identifiers(node);
    text(node);
    property(node);
    if (item_.power_user == nullptr && is_power_element(node.name)) {
        item_.power_user = &node;
    }
    if (item_.minor_version < newest_known_version && item_.minor_version != 0 && !inside_content_) {
        newer(node);
    }
    if (node.first == nullptr && node.first_attribute == nullptr && !may_be_empty(node.name)) {
        say(G2Rule::empty, node, "'" + path_of(node) + "' is empty");
    }
    inside_content_ = inside_content_ || node.name == "inlineXML";
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && child->name_space == nar && !is_markup(child->name)) {
            element(*child);
        }
    }
    inside_content_ = inside_content_ && node.name != "inlineXML";
}

void G2Lint::newer(const XmlNode& node) {
    const auto tell = [&](std::string name, unsigned since, std::string_view attribute) {
        say(G2Rule::newer_element, node,
            "'" + std::move(name) + "' came with NewsML-G2 2." + std::to_string(since) + "; the item says 2." +
                std::to_string(item_.minor_version),
            attribute);
    };
    const std::string_view parent = node.parent != nullptr ? node.parent->name : std::string_view();
    if (const unsigned since = since_version(parent, node.name); since > item_.minor_version) {
        tell(path_of(node), since, {});
    }
    if (item_.minor_version >= newest_attribute_version) {
        return;
    }
    for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
        if (!at->name_space.empty()) {
            continue;
        }
        if (const unsigned since = attribute_since_version(node.name, at->name); since > item_.minor_version) {
            tell(path_of(node) + "/@" + std::string(at->name), since, at->name);
        }
    }
}

void G2Lint::attributes(const XmlNode& node) {
    for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
        if (!at->name_space.empty()) {
            if (at->name == "lang" && at->name_space == xml_space) {
                language_tag(node, at->value, "xml:lang");
            }
            continue;
        }
        switch (attribute_kind(at->name)) {
            case G2Attribute::power_qcode:
                item_.power_user = item_.power_user == nullptr ? &node : item_.power_user;
                [[fallthrough]];
            case G2Attribute::qcode: qcode(node, *at, at->value); break;
            case G2Attribute::qcodes:
                for (std::size_t begin = at->value.find_first_not_of(" \t\r\n"); begin != std::string_view::npos;) {
                    const std::size_t end = std::min(at->value.find_first_of(" \t\r\n", begin), at->value.size());
                    qcode(node, *at, at->value.substr(begin, end - begin));
                    begin = at->value.find_first_not_of(" \t\r\n", end);
                }
                break;
            case G2Attribute::power_date:
                item_.power_user = item_.power_user == nullptr ? &node : item_.power_user;
                [[fallthrough]];
            case G2Attribute::date: date(node, at->value, at->name); break;
            case G2Attribute::power_other:
                item_.power_user = item_.power_user == nullptr ? &node : item_.power_user;
                break;
            case G2Attribute::plain: break;
        }
    }
}

// What the schemas say, as the rule that tells it best.
void G2Lint::schema_fault(const SchemaFault& fault) {
    if (has_items_ && fault.kind == SchemaFaultKind::missing && fault.at.is(nar, "itemSet")) {
        return;
    }
    breaks_schema_ = true;
    if (is_in_content(fault.at)) {
        say(G2Rule::inner, fault.at, fault.message, fault.attribute);
        return;
    }
    if (fault.kind != SchemaFaultKind::value) {
        say(rule_of_fault(fault.kind), fault.at, fault.message, fault.attribute);
        return;
    }
    if (is_date_type(*fault.type)) {
        // What is wrong with its offset, `date` tells.
        if (!is_dated(fault.at, fault.attribute) || zone_fault(fault.value).empty()) {
            say(G2Rule::date_form, fault.at, fault.message, fault.attribute);
        }
    } else if (is_qcode_type(*fault.type)) {
        say(G2Rule::qcode_form, fault.at, fault.message, fault.attribute);
    } else if (fault.type->kind == SimpleKind::language) {
        say(G2Rule::language, fault.at, fault.message, fault.attribute);
    } else if (fault.type->kind != SimpleKind::one_line || text_kind(fault.at.name) != G2Text::label) {
        say(G2Rule::value, fault.at, fault.message, fault.attribute);
    }
}

}  // namespace galley::newsml
