#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_versions.h"
#include "converters/newsml/namespaces.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace galley::newsml {

namespace {

bool is_scheme_character(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '+' || byte == '-' || byte == '.';
}

bool is_uri(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon >= 2 && colon + 1 < text.size() &&
           std::ranges::all_of(text.substr(0, colon), is_scheme_character) &&
           text.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
}

/// "urn:newsml:provider.domain:YYYYMMDD:item-id" (RFC 3085); what is wrong, or empty.
std::string_view urn_fault(std::string_view guid) {
    std::string_view rest = guid.substr(std::string_view("urn:newsml:").size());
    const std::size_t provider = rest.find(':');
    if (provider == std::string_view::npos || provider == 0) {
        return "has no date and no item id";
    }
    rest = rest.substr(provider + 1);
    const std::string_view date = rest.substr(0, rest.find(':'));
    if (date.size() < 8 ||
        !std::ranges::all_of(date.substr(0, 8), [](char byte) { return byte >= '0' && byte <= '9'; })) {
        return "has no date of eight digits after the provider";
    }
    return rest.size() > date.size() + 1 ? std::string_view() : "has no item id after the date";
}

std::uint32_t positive(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

bool has_child(const XmlNode* parent, std::string_view name) {
    return parent != nullptr && parent->child(nar, name) != nullptr;
}

bool has_any_signal(const XmlNode& meta, std::initializer_list<std::string_view> codes) {
    for (const XmlNode* at = meta.first; at != nullptr; at = at->next) {
        if (at->is(nar, "signal") && std::ranges::find(codes, at->value_of("qcode")) != codes.end()) {
            return true;
        }
    }
    return false;
}

bool has_earlier_version(const XmlNode& meta) {
    for (const XmlNode* at = meta.first; at != nullptr; at = at->next) {
        if (at->is(nar, "link") &&
            (at->value_of("rel") == "irel:previousVersion" || at->value_of("rel") == "irel:prevVersion")) {
            return true;
        }
    }
    return has_child(&meta, "firstCreated");
}

}  // namespace

void G2Lint::item(const XmlNode& root, bool against_schema) {
    item_ = {};
    item_.root = &root;
    if (root.name_space != nar) {
        say(G2Rule::unknown, root, "'" + std::string(root.name) + "' is no item of NewsML-G2");
        return;
    }
    gather_catalogs();
    if (against_schema && !schema_.check(root)) {
        say(G2Rule::unknown, root, "'" + std::string(root.name) + "' is no item of NewsML-G2");
    }
    root_attributes();
    element(root);
    if (item_.power_user != nullptr && root.value_of("conformance") != "power") {
        say(G2Rule::conformance, root,
            "'" + std::string(item_.power_user->name) + "' needs conformance 'power', and the item says '" +
                std::string(root.attribute("conformance") == nullptr ? "core" : root.value_of("conformance")) + "'");
    }
    history();
    date_order(root);
    recommended();
}

void G2Lint::gather_schemes() {
    const auto take = [&](const std::vector<Scheme>& schemes) {
        item_.schemes.insert(item_.schemes.end(), schemes.begin(), schemes.end());
    };
    for (const XmlNode* at = item_.root->first; at != nullptr; at = at->next) {
        if (at->is(nar, "catalog")) {
            take(schemes_in(*at));
        } else if (at->is(nar, "catalogRef")) {
            const std::string_view href = at->value_of("href");
            if (const std::vector<Scheme>* known = catalogs_ != nullptr ? catalogs_->find(href) : nullptr) {
                take(*known);
            } else if (is_iptc_catalog(href) && iptc_catalog_number(href) <= newest_known_catalog) {
                item_.has_iptc_catalog = true;
                item_.iptc_catalog = std::max(item_.iptc_catalog, iptc_catalog_number(href));
            } else if (!item_.has_other_catalog) {
                item_.has_other_catalog = true;
                // What IPTC had before, its newer catalogs have, too.
                item_.has_iptc_catalog = item_.has_iptc_catalog || is_iptc_catalog(href);
                say(G2Rule::catalog_unknown, *at,
                    "the catalog '" + std::string(href) + "' is not at hand; aliases that are not IPTC's go unchecked",
                    "href");
            }
        }
    }
}

void G2Lint::gather_catalogs() {
    gather_schemes();
    std::ranges::sort(item_.schemes, {}, [](const Scheme& scheme) { return std::pair(scheme.alias, scheme.uri); });
    const auto clash = std::ranges::adjacent_find(item_.schemes, [](const Scheme& left, const Scheme& right) {
        return left.alias == right.alias && left.uri != right.uri;
    });
    if (clash != item_.schemes.end()) {
        say(G2Rule::alias_clash, *item_.root, "the alias '" + std::string(clash->alias) + "' stands for two schemes");
    }
    for (const Scheme& own : item_.schemes) {
        const Scheme* iptc = item_.has_iptc_catalog ? find_iptc_scheme(own.alias) : nullptr;
        if (iptc != nullptr && iptc->uri != own.uri) {
            say(G2Rule::alias_clash, *item_.root,
                "the alias '" + std::string(own.alias) + "' stands for a scheme of IPTC and for one of the item's own");
            break;
        }
    }
}

void G2Lint::root_attributes() {
    const XmlNode& root = *item_.root;
    const std::string_view stated = root.value_of("standardversion");
    item_.minor_version = minor_version(stated);
    if (!stated.empty() && item_.minor_version == 0) {
        say(G2Rule::standard_version, root, "there is no version '" + std::string(stated) + "' of NewsML-G2",
            "standardversion");
    }
    guid();
    version();
}

void G2Lint::guid() {
    const XmlNode& root = *item_.root;
    const std::string_view guid = root.value_of("guid");
    if (root.attribute("guid") == nullptr) {
        return;
    }
    if (!is_uri(guid)) {
        say(G2Rule::guid_form, root, "the guid '" + std::string(guid) + "' is no URI", "guid");
    } else if (guid.starts_with("urn:newsml:")) {
        if (const std::string_view fault = urn_fault(guid); !fault.empty()) {
            say(G2Rule::guid_form, root, "the guid '" + std::string(guid) + "' " + std::string(fault), "guid");
        }
    }
    const std::string_view version = root.attribute("version") != nullptr ? root.value_of("version") : "1";
    if (!guid.empty() && !seen_.insert(std::string(guid) + '\n' + std::string(version)).second) {
        say(G2Rule::guid_duplicate, root,
            "version " + std::string(version) + " of '" + std::string(guid) + "' was there before", "guid");
    }
}

void G2Lint::version() {
    const XmlNode& root = *item_.root;
    if (root.attribute("version") != nullptr && positive(root.value_of("version")) == 0) {
        say(G2Rule::version, root, "the version '" + std::string(root.value_of("version")) + "' is no number from 1 on",
            "version");
    }
}

// Guide, 26.6: an update is of something, and a later version came after an earlier one.
void G2Lint::history() {
    const XmlNode& root = *item_.root;
    const XmlNode* meta = root.child(nar, "itemMeta");
    if (meta == nullptr) {
        return;
    }
    const std::uint32_t version = root.attribute("version") != nullptr ? positive(root.value_of("version")) : 1;
    const bool changes = has_any_signal(*meta, {"sig:update", "sig:correction"});
    if (version == 1 && changes) {
        say(G2Rule::version, root, "the item signals an update or a correction and is version 1", "version");
    } else if (version > 1 && !changes && !has_earlier_version(*meta) &&
               !has_child(root.child(nar, "contentMeta"), "contentModified")) {
        say(G2Rule::version, root,
            "the item is version " + std::to_string(version) + " and nothing in it tells of an earlier one", "version");
    }
    embargo(*meta);
}

void G2Lint::recommended() {
    const XmlNode& root = *item_.root;
    const XmlNode* meta = root.child(nar, "itemMeta");
    if (root.name != "newsItem" || meta == nullptr) {
        return;
    }
    if (!has_child(meta, "pubStatus")) {
        say(G2Rule::status_implicit, *meta, "pubStatus is not stated; it is 'usable'");
    }
    const XmlNode* item_class = meta->child(nar, "itemClass");
    if (item_class == nullptr || item_class->value_of("qcode") != "ninat:text") {
        return;
    }
    const XmlNode* content = root.child(nar, "contentMeta");
    for (const std::string_view name : {"urgency", "language", "headline"}) {
        if (!has_child(content, name)) {
            say(G2Rule::recommended, content != nullptr ? *content : root, "the item has no " + std::string(name));
        }
    }
}

}  // namespace galley::newsml
