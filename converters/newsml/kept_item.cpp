#include "converters/newsml/kept_item.h"

#include "converters/newsml/complete_item.h"
#include "converters/newsml/g2_lower.h"
#include "converters/newsml/g2_read.h"
#include "converters/newsml/g2_structure.h"
#include "converters/newsml/g2_versions.h"
#include "converters/newsml/item_mender.h"
#include "converters/newsml/kept_content.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/try.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

/// The elements that a part of the model becomes, and whether two documents agree on that part.
struct Part {
    std::string_view parent;
    std::string_view element;
    bool (*same)(const Document& left, const Document& right);
};

constexpr Part parts[] = {
    {"newsItem", "rightsInfo", [](const Document& a, const Document& b) { return a.meta.rights == b.meta.rights; }},
    {"newsItem", "contentSet",
     [](const Document& a, const Document& b) { return a.body == b.body && a.resources == b.resources; }},
    {"itemMeta", "provider", [](const Document& a, const Document& b) { return a.meta.provider == b.meta.provider; }},
    {"itemMeta", "versionCreated",
     [](const Document& a, const Document& b) { return a.meta.dates.version_created == b.meta.dates.version_created; }},
    {"itemMeta", "firstCreated",
     [](const Document& a, const Document& b) { return a.meta.dates.first_created == b.meta.dates.first_created; }},
    {"itemMeta", "embargoed", [](const Document& a, const Document& b) { return a.meta.embargo == b.meta.embargo; }},
    {"itemMeta", "pubStatus", [](const Document& a, const Document& b) { return a.meta.status == b.meta.status; }},
    {"itemMeta", "title", [](const Document& a, const Document& b) { return a.meta.title == b.meta.title; }},
    {"itemMeta", "edNote", [](const Document& a, const Document& b) { return a.meta.notes == b.meta.notes; }},
    {"itemMeta", "signal", [](const Document& a, const Document& b) { return a.meta.signals == b.meta.signals; }},
    {"itemMeta", "link", [](const Document& a, const Document& b) { return a.meta.links == b.meta.links; }},
    {"contentMeta", "urgency", [](const Document& a, const Document& b) { return a.meta.urgency == b.meta.urgency; }},
    {"contentMeta", "contentCreated",
     [](const Document& a, const Document& b) { return a.meta.dates.content_created == b.meta.dates.content_created; }},
    {"contentMeta", "contentModified",
     [](const Document& a, const Document& b) {
         return a.meta.dates.content_modified == b.meta.dates.content_modified;
     }},
    {"contentMeta", "located",
     [](const Document& a, const Document& b) { return a.meta.datelines == b.meta.datelines; }},
    {"contentMeta", "dateline",
     [](const Document& a, const Document& b) { return a.meta.datelines == b.meta.datelines; }},
    {"contentMeta", "infoSource",
     [](const Document& a, const Document& b) { return a.meta.information_sources == b.meta.information_sources; }},
    {"contentMeta", "creator", [](const Document& a, const Document& b) { return a.meta.bylines == b.meta.bylines; }},
    {"contentMeta", "by", [](const Document& a, const Document& b) { return a.meta.bylines == b.meta.bylines; }},
    {"contentMeta", "contributor",
     [](const Document& a, const Document& b) { return a.meta.contributors == b.meta.contributors; }},
    {"contentMeta", "altId",
     [](const Document& a, const Document& b) { return a.identity.alternatives == b.identity.alternatives; }},
    {"contentMeta", "language",
     [](const Document& a, const Document& b) { return a.meta.language == b.meta.language; }},
    {"contentMeta", "genre", [](const Document& a, const Document& b) { return a.meta.genres == b.meta.genres; }},
    {"contentMeta", "keyword", [](const Document& a, const Document& b) { return a.meta.keywords == b.meta.keywords; }},
    {"contentMeta", "subject", [](const Document& a, const Document& b) { return a.meta.subjects == b.meta.subjects; }},
    {"contentMeta", "slugline",
     [](const Document& a, const Document& b) { return a.meta.slugline == b.meta.slugline; }},
    {"contentMeta", "headline",
     [](const Document& a, const Document& b) { return a.meta.headlines == b.meta.headlines; }},
    {"contentMeta", "creditline", [](const Document& a, const Document& b) { return a.meta.credit == b.meta.credit; }},
    {"contentMeta", "description",
     [](const Document& a, const Document& b) { return a.meta.summary == b.meta.summary; }},
};

XmlNode* child_of(XmlNode& parent, std::string_view name) {
    for (XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->is(nar, name)) {
            return child;
        }
    }
    return nullptr;
}

/// Takes the elements of `changed` from `made`, all others from `kept`, in the schema's order.
void merge(XmlNode& kept, XmlNode* made, const std::vector<std::string_view>& changed) {
    if (changed.empty()) {
        return;
    }
    const auto is_changed = [&](const XmlNode& node) {
        return node.name_space == nar && std::ranges::find(changed, node.name) != changed.end();
    };
    std::vector<XmlNode*> children;
    for (XmlNode* child = kept.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::text && !is_changed(*child)) {
            children.push_back(child);
        }
    }
    for (XmlNode* child = made != nullptr ? made->first : nullptr; child != nullptr; child = child->next) {
        if (is_changed(*child)) {
            children.push_back(child);
        }
    }
    set_children_in_order(kept, children);
}

void set_attribute(XmlTree& tree, XmlNode& element, std::string_view name, std::string_view value,
                   std::string_view name_space = {}) {
    for (XmlAttribute* at = element.first_attribute; at != nullptr; at = at->next) {
        if (at->name == name && at->name_space == name_space) {
            at->value = value;
            return;
        }
    }
    tree.attribute(element, name, value, name_space);
}

/// True when the attribute is to be `made`'s.
bool take_attribute(XmlTree& tree, XmlNode& kept, const XmlNode& made, std::string_view name_space,
                    std::string_view name, bool same) {
    const XmlAttribute* from = same ? nullptr : made.attribute(name_space, name);
    if (from != nullptr) {
        set_attribute(tree, kept, name, from->value, name_space);
    }
    return from != nullptr;
}

bool update_root(XmlTree& tree, XmlNode& kept, const XmlNode& made, const Document& before, const Document& now) {
    bool changes = take_attribute(tree, kept, made, {}, "guid", before.identity.guid == now.identity.guid);
    changes |= take_attribute(tree, kept, made, {}, "version", before.identity.version == now.identity.version);
    changes |= take_attribute(tree, kept, made, xml_space, "lang", before.meta.language == now.meta.language);
    changes |= take_attribute(tree, kept, made, {}, "dir", before.meta.direction == now.meta.direction);
    return changes;
}

/// True when anything changed.
bool bring_up_to_date(XmlTree& tree, XmlNode& root, XmlNode& made, const Document& document) {
    const Document before = read_news_item(root);
    bool changes = update_root(tree, root, made, before, document);
    for (const std::string_view name : {"newsItem", "itemMeta", "contentMeta"}) {
        std::vector<std::string_view> changed;
        for (const Part& part : parts) {
            if (part.parent == name && !part.same(before, document)) {
                changed.push_back(part.element);
            }
        }
        changes = changes || !changed.empty();
        if (const auto content = std::ranges::find(changed, "contentSet"); content != changed.end()) {
            changed.erase(content);
            renew_content(tree, root, &made, document);
        }
        XmlNode* kept_parent = name == "newsItem" ? &root : child_of(root, name);
        XmlNode* made_parent = name == "newsItem" ? &made : child_of(made, name);
        if (kept_parent != nullptr) {
            merge(*kept_parent, made_parent, changed);
        } else if (made_parent != nullptr && !changed.empty()) {
            made_parent->parent = nullptr;
            merge(root, &made, {name});
        }
    }
    return changes;
}

bool is_sound(const XmlNode& item) {
    bool sound = true;
    return SchemaCheck([&](const SchemaFault&) { sound = false; }).check(item) && sound;
}

bool is_item(const XmlNode& root) {
    return root.is(nar, "newsItem") || root.is(nar, "packageItem");
}

Diagnostic rewritten(const std::string& source, std::string_view what) {
    return {.severity = Severity::warning,
            .code = "newsml.rewritten",
            .message = "the item '" + source + "' came from " + std::string(what),
            .where = {.source = source},
            .hints = {"see what is wrong with it: galley validate"}};
}

const Extra* find_kept(const Document& document) {
    const auto found = std::ranges::find_if(document.extra, [](const Extra& extra) {
        return extra.format == newsml_name && extra.kind == ExtraKind::element;
    });
    return found != document.extra.end() ? &*found : nullptr;
}

/// True when `markup` means the same wherever it stands, once what `item` inherits is declared in it.
bool stands_alone(const XmlNode& item, std::string_view markup) {
    constexpr std::string_view own_references[] = {"amp;", "lt;", "gt;", "quot;", "apos;", "#"};
    for (std::size_t at = markup.find('&'); at != std::string_view::npos; at = markup.find('&', at + 1)) {
        const std::string_view name = markup.substr(at + 1, 5);
        if (std::ranges::none_of(own_references, [&](std::string_view own) { return name.starts_with(own); })) {
            return false;
        }
    }
    bool is_declared = false;
    for (const XmlNamespace* known = item.first_namespace; known != nullptr; known = known->next) {
        is_declared = is_declared || known->prefix == item.prefix;
        if (known->inherited && known->uri.find_first_of("&<\"") != std::string_view::npos) {
            return false;
        }
    }
    return is_declared;
}

std::string markup_of(const XmlNode& item, std::string_view markup) {
    std::string kept;
    if (!stands_alone(item, markup)) {
        Diagnostics ignored;
        XmlSerializer(kept, ignored).write(item);
        return kept;
    }
    const std::size_t name_end = 1 + item.prefix.size() + (item.prefix.empty() ? 0 : 1) + item.name.size();
    kept = markup.substr(0, name_end);
    for (const XmlNamespace* known = item.first_namespace; known != nullptr; known = known->next) {
        if (known->inherited) {
            ((kept += known->prefix.empty() ? " xmlns" : " xmlns:") += known->prefix) += "=\"";
            (kept += known->uri) += '"';
        }
    }
    return kept.append(markup, name_end);
}

}  // namespace

void keep_item(const XmlNode& item, std::string_view markup, Document& document) {
    Extra kept{.kind = ExtraKind::element,
               .format = std::string(newsml_name),
               .name = std::string(item.name),
               .name_space = std::string(item.name_space),
               .value = markup_of(item, markup)};
    document.extra.push_back(std::move(kept));
}

Result<RestoredItem> restore_item(XmlTree& tree, XmlNode& made, const Document& document, const NewsmlOptions& options,
                                  Context& context) {
    const Extra* kept = find_kept(document);
    if (kept == nullptr) {
        return RestoredItem{};
    }
    Diagnostics ignored;
    auto text = XmlText::of_bytes(document.source.name, kept->value, ignored);
    auto parsed = text ? parse_xml(*text, tree, {}, context) : Result<XmlParsed>(fail(text.error()));
    if (!parsed || !is_item(*parsed->root)) {
        context.say(rewritten(document.source.name, "is no item any more; it was written anew"));
        return RestoredItem{};
    }
    XmlNode& root = *parsed->root;
    const std::size_t mended = mend_item(tree, root);
    const unsigned stated = minor_version(root.value_of("standardversion"));
    if (const unsigned minor = options.minor_version != 0 ? options.minor_version : stated; minor != 0) {
        lower_to_version(made, minor, document.source.name, context);
    }
    bool changes = bring_up_to_date(tree, root, made, document);
    if (!is_sound(root)) {
        GALLEY_CHECK(complete_item(tree, root, made, document, options, context));
        changes = true;
        if (!is_sound(root)) {
            context.say(rewritten(document.source.name, "cannot be mended; it was written anew"));
            return RestoredItem{.used_made = true};
        }
    }
    if (mended > 0) {
        changes = true;
        context.say(rewritten(document.source.name, "breaks the schema; what is at fault was put right or left out"));
    }
    if (options.minor_version != 0 && options.minor_version != stated) {
        lower_to_version(root, options.minor_version, document.source.name, context);
        set_attribute(tree, root, "standardversion", tree.keep("2." + std::to_string(options.minor_version)));
        changes = true;
    }
    const std::string_view markup = text->between(root.offset, root.end);
    return RestoredItem{&root, changes || !stands_alone(root, markup) ? std::string_view() : markup};
}

}  // namespace galley::newsml
