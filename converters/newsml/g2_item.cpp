#include "converters/newsml/g2_item.h"

#include "converters/newsml/g2_lower.h"
#include "converters/newsml/g2_versions.h"
#include "converters/newsml/kept_item.h"
#include "converters/newsml/media_topics.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/own_schemes.h"
#include "galley/guid.h"
#include "galley/try.h"

namespace galley::newsml {

namespace {

constexpr std::string_view iptc_catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";

XmlNode& add_root(const G2Scope& scope) {
    const Document& document = scope.document;
    XmlNode& item = scope.tree.element(nullptr, nar, "newsItem");
    scope.build.set(item, "standard", "NewsML-G2");
    const unsigned minor = scope.options.minor_version != 0 ? scope.options.minor_version : newest_written_version;
    scope.build.set(item, "standardversion", scope.tree.keep("2." + std::to_string(minor)));
    scope.build.set(item, "conformance", "power");
    scope.build.set(item, "guid",
                    iri(scope.tree, scope.tree.keep(document_guid(document, scope.context.diagnostics()))));
    const std::uint32_t version = document.identity.version ? document.identity.version->value : 1;
    scope.build.set(item, "version", scope.tree.keep(std::to_string(version == 0 ? 1 : version)));
    if (document.meta.language) {
        const std::string& tag = document.meta.language->value;
        scope.build.set_language(item, tag);
        if (!tag.empty() && !is_language_tag(tag)) {
            scope.warn("newsml.bad-language", "'" + tag + "' is no language tag; it was left out",
                       "give one like 'en' or 'pt-BR' with --language");
        }
    }
    if (document.meta.direction == Direction::right_to_left) {
        scope.build.set(item, "dir", "rtl");
    }
    return item;
}

void add_catalogs(const G2Scope& scope, XmlNode& item) {
    scope.build.set(scope.build.add(item, "catalogRef"), "href", iptc_catalog);
    if (!scope.options.provider_catalog.empty()) {
        scope.build.set(scope.build.add(item, "catalogRef"), "href", iri(scope.tree, scope.options.provider_catalog));
    }
}

Result<XmlNode*> new_item(const G2Scope& scope) {
    XmlNode& item = add_root(scope);
    add_catalogs(scope, item);
    add_rights_info(scope, item);
    add_item_meta(scope, item);
    add_content_meta(scope, item);
    if (auto added = add_content_set(scope, item); !added) {
        return std::unexpected(std::move(added).error());
    }
    return &item;
}

}  // namespace

void G2Scope::warn(std::string code, std::string message, std::string hint, Cause cause) const {
    context.say({.severity = Severity::warning,
                 .cause = cause,
                 .code = std::move(code),
                 .message = std::move(message),
                 .where = {.source = document.source.name},
                 .hints = {std::move(hint)}});
}

Result<MadeItem> make_news_item(XmlTree& tree, const Document& document, const NewsmlOptions& options,
                                Context& context) {
    const G2Scope scope{tree, {tree, nar}, document, options, context};
    GALLEY_TRY(XmlNode * item, new_item(scope));
    GALLEY_TRY(RestoredItem restored, restore_item(tree, *item, document, options, context));
    if (restored.used_made && restored.root == nullptr) {
        GALLEY_TRY(item, new_item(scope));
    }
    if (restored.root == nullptr && options.minor_version != 0) {
        lower_to_version(*item, options.minor_version, document.source.name, context);
    }
    XmlNode& root = restored.root != nullptr ? *restored.root : *item;
    declare_own_schemes(tree, root, options.own_schemes);
    if (!options.own_schemes.empty()) {
        restored.markup = {};
    }
    return MadeItem{&root, restored.root != nullptr, restored.markup};
}

void add_rights_info(const G2Scope& scope, XmlNode& item) {
    for (const Found<Rights>& found : scope.document.meta.rights) {
        const Rights& rights = found.value;
        XmlNode& info = scope.build.add(item, "rightsInfo");
        if (!rights.holder.empty() || !rights.holder_uri.empty()) {
            XmlNode& holder = scope.build.add(info, "copyrightHolder");
            scope.build.set(holder, "uri", iri(scope.tree, rights.holder_uri));
            if (!rights.holder.empty()) {
                scope.build.add_text(holder, "name", label(scope.tree, rights.holder));
            }
        }
        if (!rights.notice.empty()) {
            scope.build.add_text(info, "copyrightNotice", rights.notice);
        }
        if (!rights.usage_terms.empty()) {
            scope.build.add_text(info, "usageTerms", rights.usage_terms);
        }
        if (!rights.data_mining.empty()) {
            scope.build.set(scope.build.add(info, "dataMining"), "uri", iri(scope.tree, rights.data_mining));
        }
    }
}

void set_identifier(const G2Scope& scope, XmlNode& element, std::string_view qcode, std::string_view uri) {
    if (is_qcode(qcode)) {
        scope.build.set(element, "qcode", qcode);
    } else if (!uri.empty()) {
        scope.build.set(element, "uri", iri(scope.tree, uri));
    } else if (!qcode.empty()) {
        scope.build.set(element, "literal", label(scope.tree, qcode));
    }
}

XmlNode& add_concept(const G2Scope& scope, XmlNode& parent, std::string_view name, const Concept& term) {
    XmlNode& element = scope.build.add(parent, name);
    set_term(scope.build, element, "type", term.type, "concept-type");
    set_identifier(scope, element, term.qcode, term.uri);
    if (!term.name.empty()) {
        scope.build.add_text(element, "name", label(scope.tree, term.name));
    } else if (const std::string_view known = media_topic_name(term.qcode); !known.empty()) {
        scope.build.set_language(scope.build.add_text(element, "name", known), "en-GB");
    }
    return element;
}

}  // namespace galley::newsml
