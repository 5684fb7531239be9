#include "converters/newsml/catalogs.h"

#include "converters/newsml/namespaces.h"
#include "core/edge/libxml2/xml_parser.h"

#include <algorithm>

namespace galley::newsml {

namespace {

std::string_view last_segment(std::string_view address) {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    return path.substr(path.find_last_of('/') + 1);
}

bool is_address(std::string_view text) { return text.find("://") != std::string_view::npos; }

}  // namespace

std::vector<Scheme> schemes_in(const XmlNode& catalog) {
    std::vector<Scheme> schemes;
    for (const XmlNode* scheme = catalog.first; scheme != nullptr; scheme = scheme->next) {
        if (scheme->is(nar, "scheme")) {
            schemes.push_back({scheme->value_of("alias"), scheme->value_of("uri"), scheme->value_of("schemeretired")});
        }
    }
    return schemes;
}

Catalogs::Catalogs(Context& context) {
    for (const auto& [key, bytes] : context.reference_files) {
        if (!read(key, bytes, context)) {
            context.say({.severity = Severity::warning,
                         .code = "newsml.catalog-unreadable",
                         .message = "'" + key + "' is no catalog of NewsML-G2; its aliases are not known",
                         .where = {.source = key},
                         .hints = {"give a file whose root is catalog or catalogItem"}});
        }
    }
}

bool Catalogs::read(std::string_view key, std::string_view bytes, Context& context) {
    const std::size_t before = known_.size();
    Diagnostics ignored;
    auto text = XmlText::of_bytes(key, bytes, ignored);
    const auto parsed = text ? parse_xml(*text, tree_, {}, context) : Result<XmlParsed>(fail(text.error()));
    if (!parsed) {
        return false;
    }
    if (parsed->root->is(nar, "catalog")) {
        take(key, *parsed->root);
    } else if (const XmlNode* container = parsed->root->child(nar, "catalogContainer")) {
        for (const XmlNode* child = container->first; child != nullptr; child = child->next) {
            if (child->is(nar, "catalog")) {
                take(key, *child);
            }
        }
    }
    return known_.size() > before;
}

void Catalogs::take(std::string_view key, const XmlNode& catalog) {
    known_.push_back({key, catalog.value_of("url"), schemes_in(catalog)});
}

const std::vector<Scheme>* Catalogs::find(std::string_view href) const {
    const auto is_meant = [&](const Known& known) {
        return known.given_for == href || (!known.own_url.empty() && known.own_url == href) ||
               (!is_address(known.given_for) && last_segment(known.given_for) == last_segment(href));
    };
    const auto found = std::ranges::find_if(known_, is_meant);
    return found != known_.end() ? &found->schemes : nullptr;
}

}  // namespace galley::newsml
