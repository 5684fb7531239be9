#include "converters/newsml/kept_nitf.h"

#include "converters/newsml/g2_read.h"
#include "converters/newsml/g2_structure.h"
#include "converters/newsml/item_mender.h"
#include "converters/newsml/kept_markup.h"
#include "converters/newsml/model_parts.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "galley/try.h"

#include <algorithm>
#include <vector>

namespace galley::newsml {

namespace {

constexpr ModelPart parts[] = {
    {"head", "title", [](const Document& a, const Document& b) { return a.meta.title == b.meta.title; }},
    {"head", "tobject", [](const Document& a, const Document& b) { return a.meta.subjects == b.meta.subjects; }},
    {"docdata", "doc-id", [](const Document& a, const Document& b) { return a.identity == b.identity; }},
    {"docdata", "urgency", [](const Document& a, const Document& b) { return a.meta.urgency == b.meta.urgency; }},
    {"docdata", "date.issue",
     [](const Document& a, const Document& b) { return a.meta.dates.content_created == b.meta.dates.content_created; }},
    {"docdata", "date.release", [](const Document& a, const Document& b) { return a.meta.embargo == b.meta.embargo; }},
    {"docdata", "ed-msg", [](const Document& a, const Document& b) { return a.meta.notes == b.meta.notes; }},
    {"docdata", "du-key", [](const Document& a, const Document& b) { return a.meta.slugline == b.meta.slugline; }},
    {"docdata", "doc.copyright", [](const Document& a, const Document& b) { return a.meta.rights == b.meta.rights; }},
    {"docdata", "key-list", [](const Document& a, const Document& b) { return a.meta.keywords == b.meta.keywords; }},
    {"body.head", "hedline", [](const Document& a, const Document& b) { return a.meta.headlines == b.meta.headlines; }},
    {"body.head", "note", [](const Document& a, const Document& b) { return a.meta.notes == b.meta.notes; }},
    {"body.head", "rights", [](const Document& a, const Document& b) { return a.meta.rights == b.meta.rights; }},
    {"body.head", "byline", [](const Document& a, const Document& b) { return a.meta.bylines == b.meta.bylines; }},
    {"body.head", "distributor",
     [](const Document& a, const Document& b) { return a.meta.provider == b.meta.provider; }},
    {"body.head", "dateline",
     [](const Document& a, const Document& b) { return a.meta.datelines == b.meta.datelines; }},
    {"body.head", "abstract", [](const Document& a, const Document& b) { return a.meta.summary == b.meta.summary; }},
    {"body", "body.content",
     [](const Document& a, const Document& b) { return a.body == b.body && a.resources == b.resources; }},
    {"body", "body.end",
     [](const Document& a, const Document& b) { return a.body == b.body && a.resources == b.resources; }},
};

struct Place {
    std::string_view parent;
    std::string_view name;
};

/// The elements that hold those of `parts`, the outer first.
constexpr Place places[] = {{"nitf", "head"}, {"nitf", "body"}, {"head", "docdata"}, {"body", "body.head"}};

XmlNode* find_place(XmlNode& nitf, std::string_view name) {
    const auto* const place = std::ranges::find(places, name, &Place::name);
    XmlNode* parent = place->parent == "nitf" ? &nitf : find_place(nitf, place->parent);
    return parent != nullptr ? child_of(*parent, name) : nullptr;
}

/// The DTD's texts have no namespace, and say its version.
void take_into_namespace(XmlNode& node, std::string_view own) {
    if (node.kind != XmlKind::element || node.name_space != own) {
        return;
    }
    node.name_space = nitf_space;
    node.prefix = {};
    for (XmlNamespace** declared = &node.first_namespace; *declared != nullptr;) {
        if ((*declared)->uri == own) {
            *declared = (*declared)->next;
        } else {
            declared = &(*declared)->next;
        }
    }
    for (XmlNode* child = node.first; child != nullptr; child = child->next) {
        take_into_namespace(*child, own);
    }
}

bool bring_up_to_date(XmlTree& tree, XmlNode& nitf, XmlNode& made, const Document& document) {
    Document before;
    read_nitf_head(nitf, before);
    before.body = read_nitf_body(nitf, before.resources);
    bool changes = before.meta.language != document.meta.language;
    if (const XmlAttribute* language = made.attribute("baselang"); changes && language != nullptr) {
        set_attribute(tree, nitf, "baselang", language->value);
    }
    for (const Place& place : places) {
        const std::vector<std::string_view> changed = changed_parts(parts, place.name, before, document);
        if (changed.empty()) {
            continue;
        }
        changes = true;
        XmlNode* const made_place = find_place(made, place.name);
        XmlNode* kept_place = find_place(nitf, place.name);
        if (kept_place == nullptr && made_place != nullptr) {
            XmlNode* const parent = place.parent == "nitf" ? &nitf : find_place(nitf, place.parent);
            kept_place = &tree.element(parent, nitf_space, place.name);
            std::vector<XmlNode*> children;
            for (XmlNode* child = parent->first; child != nullptr; child = child->next) {
                if (child->kind != XmlKind::text) {
                    children.push_back(child);
                }
            }
            set_children_in_order(*parent, children);
        }
        if (kept_place != nullptr) {
            merge_children(*kept_place, made_place, changed);
        }
    }
    return changes;
}

bool is_sound(const XmlNode& nitf) {
    bool sound = true;
    return SchemaCheck([&](const SchemaFault&) { sound = false; }).check(nitf) && sound;
}

}  // namespace

Result<RestoredNitf> restore_nitf(XmlTree& tree, XmlNode& made, const Document& document, Context& context) {
    const Extra* kept = find_markup(document, nitf_name);
    if (kept == nullptr) {
        return RestoredNitf{};
    }
    Diagnostics ignored;
    GALLEY_TRY(XmlText text, XmlText::of_bytes(document.source.name, kept->value, ignored));
    GALLEY_TRY(const XmlParsed parsed, parse_xml(text, tree, {}, context));
    XmlNode& nitf = *parsed.root;
    if (nitf.name != "nitf") {
        return RestoredNitf{};
    }
    const bool is_foreign = nitf.name_space != nitf_space;
    if (is_foreign) {
        take_into_namespace(nitf, std::string_view(nitf.name_space));
    }
    const std::size_t mended = mend_item(tree, nitf);
    const bool changes = bring_up_to_date(tree, nitf, made, document);
    if (mended > 0 && !is_foreign) {
        context.say({.severity = Severity::warning,
                     .code = "nitf.rewritten",
                     .message = "the text '" + document.source.name +
                                "' breaks the schema; what is at fault was put right or left out",
                     .where = {.source = document.source.name},
                     .hints = {"see what is wrong with it: galley validate"}});
    }
    if (!is_sound(nitf)) {
        return RestoredNitf{};
    }
    const bool as_it_was = !changes && !is_foreign && mended == 0;
    const std::string_view markup = text.between(nitf.offset, nitf.end);
    return RestoredNitf{&nitf, as_it_was && stands_alone(nitf, markup) ? markup : std::string_view()};
}

}  // namespace galley::newsml
