// itemMeta: about the item, not about what it says (NewsML-G2 2.35, ItemMetadataType). The schema fixes the order.

#include "converters/newsml/date_text.h"
#include "converters/newsml/digest_name.h"
#include "converters/newsml/g2_item.h"
#include "galley/iso_date.h"
#include "galley/version.h"

namespace galley::newsml {

bool names_anybody(const Provider& provider) {
    return !provider.qcode.empty() || !provider.uri.empty() || !provider.name.empty() || !provider.domain.empty();
}

namespace {

// The schema demands the element and not what it says: of a provider that nobody named, nothing is said.
void add_provider(const G2Scope& scope, XmlNode& meta) {
    XmlNode& element = scope.build.add(meta, "provider");
    const auto& found = scope.document.meta.provider;
    if (!found || !names_anybody(found->value)) {
        scope.warn("newsml.no-provider", "nothing says who provides the item; its provider is empty",
                   "name the provider: --set provider.name='Example Press', or a profile (--profile)", Cause::usage);
        return;
    }
    const Provider& provider = found->value;
    set_identifier(scope, element, provider.qcode, provider.uri);
    const std::string& name =
        provider.name.empty() && provider.qcode.empty() && provider.uri.empty() ? provider.domain : provider.name;
    if (!name.empty()) {
        scope.build.add_text(element, "name", label(scope.tree, name));
    }
}

void add_version_created(const G2Scope& scope, XmlNode& meta) {
    const auto& found = scope.document.meta.dates.version_created;
    if (found) {
        if (const auto text = date_time(found->value)) {
            mark_found(scope, scope.build.add_text(meta, "versionCreated", scope.tree.keep(*text)), *found);
            return;
        }
        scope.warn("newsml.version-created",
                   "'" + iso_date(found->value) + "' is no instant; versionCreated is the time of this run",
                   "give date, time and offset, as in 2026-01-02T10:00:00-05:00");
    }
    const auto now = date_time(to_partial_date(scope.context.host().now()));
    scope.build.add_text(meta, "versionCreated", scope.tree.keep(now.value_or("1970-01-01T00:00:00Z")));
}

void add_first_created(const G2Scope& scope, XmlNode& meta) {
    const auto& found = scope.document.meta.dates.first_created;
    if (!found) {
        return;
    }
    if (const auto text = date_time(found->value)) {
        mark_found(scope, scope.build.add_text(meta, "firstCreated", scope.tree.keep(*text)), *found);
    } else {
        scope.warn("newsml.first-created", "'" + iso_date(found->value) + "' is no instant; firstCreated was left out",
                   "give date, time and offset, as in 2026-01-02T10:00:00-05:00");
    }
}

// Present and empty means: embargoed, the end is not known, see edNote (Guide, 26.4).
void add_embargo(const G2Scope& scope, XmlNode& meta) {
    const auto& found = scope.document.meta.embargo;
    if (!found) {
        return;
    }
    XmlNode& element = scope.build.add(meta, "embargoed");
    mark_found(scope, element, *found);
    if (const auto text = date_time(found->value.until)) {
        element.mixed = true;
        scope.tree.text(element, scope.tree.keep(*text));
    }
}

void add_status(const G2Scope& scope, XmlNode& meta) {
    constexpr std::string_view codes[] = {"stat:usable", "stat:withheld", "stat:canceled"};
    const auto& found = scope.document.meta.status;
    XmlNode& element = scope.build.add(meta, "pubStatus");
    scope.build.set(element, "qcode", codes[found ? static_cast<std::size_t>(found->value) : 0]);
    if (found) {
        mark_found(scope, element, *found);
    }
}

void add_notes(const G2Scope& scope, XmlNode& meta) {
    for (const Found<EditorialNote>& note : scope.document.meta.notes) {
        XmlNode& element = scope.build.add_text(meta, "edNote", note.value.text);
        set_term(scope.build, element, "role", note.value.role, "note-role");
        mark_found(scope, element, note);
    }
    const auto& embargo = scope.document.meta.embargo;
    if (!embargo || date_time(embargo->value.until)) {
        return;
    }
    if (!embargo->value.until.empty()) {
        scope.build.add_text(meta, "edNote", scope.tree.keep("Embargoed until " + iso_date(embargo->value.until)));
    } else if (scope.document.meta.notes.empty()) {
        scope.build.add_text(meta, "edNote",
                             embargo->raw.empty() ? std::string_view("Embargoed; the end is not known") : embargo->raw);
    }
}

// The name a source had in a folder says nothing about where that folder is.
std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

void add_links(const G2Scope& scope, XmlNode& meta) {
    const Source& source = scope.document.source;
    if (scope.options.derived_from && source.sha256) {
        XmlNode& element = scope.build.add(meta, "link");
        scope.build.set(element, "rel", "irel:derivedFrom");
        scope.build.set(element, "residref", scope.tree.keep(digest_name(*source.sha256)));
        if (source.size != 0) {
            scope.build.set(element, "size", scope.tree.keep(std::to_string(source.size)));
        }
        scope.build.set(element, "contenttype", label(scope.tree, source.media_type));
        if (source.name != "-") {
            scope.build.set(element, "title", label(scope.tree, file_name(source.name)));
        }
    }
    for (const Found<ItemLink>& found : scope.document.meta.links) {
        const ItemLink& link = found.value;
        if (link.href.empty() && link.residref.empty()) {
            continue;
        }
        XmlNode& element = scope.build.add(meta, "link");
        set_term(scope.build, element, "rel", link.relation, "relation");
        scope.build.set(element, "href", iri(scope.tree, link.href));
        scope.build.set(element, "residref", label(scope.tree, link.residref));
        scope.build.set(element, "contenttype", label(scope.tree, link.media_type));
        scope.build.set(element, "title", label(scope.tree, link.title));
        mark_found(scope, element, found);
    }
}

}  // namespace

void add_item_meta(const G2Scope& scope, XmlNode& item) {
    const Metadata& from = scope.document.meta;
    XmlNode& meta = scope.build.add(item, "itemMeta");
    scope.build.set(scope.build.add(meta, "itemClass"), "qcode", "ninat:text");
    add_provider(scope, meta);
    add_version_created(scope, meta);
    add_first_created(scope, meta);
    add_embargo(scope, meta);
    add_status(scope, meta);
    XmlNode& generator_element = scope.build.add_text(meta, "generator", "Galley");
    scope.build.set(generator_element, "versioninfo", version());
    if (from.title) {
        mark_found(scope, scope.build.add_text(meta, "title", label(scope.tree, from.title->value)), *from.title);
    }
    add_notes(scope, meta);
    for (const Found<Concept>& found : from.signals) {
        mark_found(scope, add_concept(scope, meta, "signal", found.value), found);
    }
    add_links(scope, meta);
}

}  // namespace galley::newsml
