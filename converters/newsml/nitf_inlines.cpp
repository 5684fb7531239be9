#include "converters/newsml/nitf_body.h"

#include "galley/overloaded.h"
#include "galley/plain_text.h"

namespace galley::newsml {

namespace {

// NITF has one element for emphasis; what is more than stress says so by class.
std::string_view class_of(EmphasisKind kind) {
    switch (kind) {
        case EmphasisKind::emphasis: return {};
        case EmphasisKind::strong: return "strong";
        case EmphasisKind::underline: return "underline";
        case EmphasisKind::subscript: return "subscript";
        case EmphasisKind::superscript: return "superscript";
        case EmphasisKind::small_caps: return "small-caps";
        case EmphasisKind::strike: return "strike";
        case EmphasisKind::code: return "code";
    }
    return {};
}

std::string_view element_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::person: return "person";
        case EntityKind::organisation: return "org";
        case EntityKind::location: return "location";
        case EntityKind::event: return "event";
        case EntityKind::object: return "object.title";
        case EntityKind::function: return "function";
        case EntityKind::chronology: return "chron";
        case EntityKind::money: return "money";
        case EntityKind::number: return "num";
        case EntityKind::copyright: return "copyrite";
        case EntityKind::virtual_location: return "virtloc";
    }
    return "object.title";
}

}  // namespace

void NitfBody::inlines(XmlNode& parent, const Inlines& content) {
    parent.mixed = true;
    if (!enter()) {
        return;
    }
    for (const Inline& each : content) {
        std::visit(
            Overloaded{[&](const Text& text) { build_.tree.text(parent, text.utf8); },
                       [&](const Emphasis& emphasis) { put(parent, emphasis); },
                       [&](const Link& link) { put(parent, link); }, [&](const Entity& entity) { put(parent, entity); },
                       [&](const Foreign& foreign) { put(parent, foreign); },
                       [&](const LineBreak&) { build_.add(parent, "br"); }},
            each.node);
    }
    leave();
}

void NitfBody::plain(XmlNode& parent, const Inlines& content) {
    parent.mixed = true;
    if (content.size() == 1) {
        if (const auto* text = std::get_if<Text>(&content[0].node)) {
            build_.tree.text(parent, text->utf8);
            return;
        }
    }
    build_.tree.text(parent, build_.tree.keep(plain_text(content)));
}

void NitfBody::put(XmlNode& parent, const Emphasis& emphasis) {
    XmlNode& element = build_.add(parent, "em");
    build_.set(element, "class", class_of(emphasis.kind));
    inlines(element, emphasis.content);
}

void NitfBody::put(XmlNode& parent, const Link& link) {
    XmlNode& element = build_.add(parent, "a");
    build_.set(element, "href", link.target);
    build_.set(element, "title", link.title);
    inlines(element, link.content);
}

// These elements hold text only, but for alternative codes (NITF 3.6, "enriched text").
void NitfBody::put(XmlNode& parent, const Entity& entity) {
    XmlNode& element = build_.add(parent, element_of(entity.kind));
    switch (entity.kind) {
        case EntityKind::chronology: build_.set(element, "norm", entity.value); break;
        case EntityKind::money: build_.set(element, "unit", entity.value); break;
        case EntityKind::number: build_.set(element, "units", entity.value); break;
        case EntityKind::location: build_.set(element, "location-code", entity.identifier); break;
        case EntityKind::copyright: break;
        case EntityKind::person:
        case EntityKind::organisation:
        case EntityKind::event:
        case EntityKind::object:
        case EntityKind::function:
        case EntityKind::virtual_location: build_.set(element, "value", entity.identifier); break;
    }
    plain(element, entity.content);
}

void NitfBody::put(XmlNode& parent, const Foreign& foreign) {
    XmlNode& element = build_.add(parent, "lang");
    build_.set_language(element, foreign.language);
    inlines(element, foreign.content);
}

}  // namespace galley::newsml
