#include "converters/newsml/kept_item.h"

#include "converters/newsml/complete_item.h"
#include "converters/newsml/g2_lower.h"
#include "converters/newsml/g2_read.h"
#include "converters/newsml/g2_versions.h"
#include "converters/newsml/item_mender.h"
#include "converters/newsml/kept_content.h"
#include "converters/newsml/kept_markup.h"
#include "converters/newsml/kept_rights.h"
#include "converters/newsml/model_parts.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "galley/try.h"

#include <algorithm>
#include <utility>

namespace galley::newsml {

namespace {

constexpr ModelPart parts[] = {
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

/// What the model holds of `part`, which stands in `group`, the item itself or one of its groups. It is taken out for
/// the look.
Document read_part(XmlNode& part, std::string_view group, const Limits& limits) {
    XmlNode item{.name_space = nar, .name = "newsItem"};
    XmlNode around{.name_space = nar, .name = group, .parent = &item};
    XmlNode& holder = group == item.name ? item : around;
    item.first = item.last = &holder == &item ? &part : &around;
    holder.first = holder.last = &part;
    XmlNode* const parent = std::exchange(part.parent, &holder);
    XmlNode* const next = std::exchange(part.next, nullptr);
    Document read = read_news_item(item, limits);
    part.parent = parent;
    part.next = next;
    return read;
}

/// True when anything changed.
bool bring_up_to_date(XmlTree& tree, XmlNode& root, XmlNode& made, const Document& document, Context& context) {
    const Document before = read_news_item(root, context.limits());
    bool changes = update_root(tree, root, made, before, document);
    for (const std::string_view name : {"newsItem", "itemMeta", "contentMeta"}) {
        std::vector<std::string_view> changed = changed_parts(parts, name, before, document);
        changes = changes || !changed.empty();
        if (const auto content = std::ranges::find(changed, "contentSet"); content != changed.end()) {
            changed.erase(content);
            if (root.name == "packageItem") {
                context.say(
                    {.severity = Severity::warning,
                     .code = "newsml.package-text",
                     .message = "a package holds items and no text; the text was left out",
                     .where = {.source = document.source.name},
                     .hints = {"put the text into an item of its own, and a reference to that into the package"}});
            } else {
                renew_content(tree, root, &made, document);
            }
        }
        const auto read = [&](XmlNode& part) { return read_part(part, name, context.limits()); };
        if (const auto rights = std::ranges::find(changed, "rightsInfo");
            rights != changed.end() && renew_rights(root, made, read)) {
            changed.erase(rights);
        }
        XmlNode* kept_parent = name == "newsItem" ? &root : child_of(root, name);
        XmlNode* made_parent = name == "newsItem" ? &made : child_of(made, name);
        if (kept_parent != nullptr) {
            merge_children(*kept_parent, made_parent, changed, read);
        } else if (made_parent != nullptr && !changed.empty()) {
            made_parent->parent = nullptr;
            merge_children(root, &made, {name});
        }
    }
    return changes;
}

bool is_sound(const XmlNode& item) {
    bool sound = true;
    return SchemaCheck([&](const SchemaFault&) { sound = false; }).check(item) && sound;
}

bool is_item(const XmlNode& root) { return root.is(nar, "newsItem") || root.is(nar, "packageItem"); }

Diagnostic rewritten(const std::string& source, std::string_view what) {
    return {.severity = Severity::warning,
            .code = "newsml.rewritten",
            .message = "the item '" + source + "' came from " + std::string(what),
            .where = {.source = source},
            .hints = {"see what is wrong with it: galley validate"}};
}

}  // namespace

Result<RestoredItem> restore_item(XmlTree& tree, XmlNode& made, const Document& document, const NewsmlOptions& options,
                                  Context& context) {
    const Extra* kept = find_markup(document, newsml_name);
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
    bool changes = bring_up_to_date(tree, root, made, document, context);
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
