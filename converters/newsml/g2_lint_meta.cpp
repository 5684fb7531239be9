#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace galley::newsml {

namespace {

using Instant = std::chrono::sys_seconds;

struct Range {
    Instant earliest;
    Instant latest;
};

/// When a date that may lack its end or its zone can have been: zones reach from 14 hours east to 12 hours west.
std::optional<Range> range_of(const XmlNode* parent, std::string_view name) {
    const XmlNode* node = parent != nullptr ? parent->child(nar, name) : nullptr;
    if (node == nullptr) {
        return std::nullopt;
    }
    std::string storage;
    const auto date = read_iso_date(text_of(*node, storage));
    if (!date || !date->year) {
        return std::nullopt;
    }
    if (const auto instant = to_instant(*date)) {
        return Range{*instant, *instant};
    }
    using namespace std::chrono;
    const year_month first{year(*date->year), month(date->month.value_or(1))};
    const year_month last{year(*date->year), month(date->month.value_or(12))};
    const sys_days begin = date->day ? sys_days(first / day(*date->day)) : sys_days(first / day(1));
    const sys_days end = (date->day ? sys_days(last / day(*date->day)) : sys_days(last / std::chrono::last)) + days(1);
    return Range{begin - hours(14), end + hours(12)};
}

}  // namespace

void G2Lint::publication_status(const XmlNode& node) {
    const std::string_view code = node.value_of("qcode");
    if (code.starts_with("stat:") &&
        std::ranges::find(mandatory_codes("stat"), code.substr(5)) == mandatory_codes("stat").end()) {
        say(G2Rule::publication_status, node, "'" + std::string(code) + "' is no status of a publication", "qcode");
    }
}

void G2Lint::property(const XmlNode& node) {
    const std::string_view name = node.name;
    if (name == "itemClass") {
        if (node.parent != nullptr && node.parent->is(nar, "itemMeta") && node.parent->parent == item_.root) {
            item_class(node);
        }
    } else if (name == "pubStatus") {
        publication_status(node);
    } else if (name == "provider") {
        if (node.attribute("qcode") == nullptr && node.attribute("uri") == nullptr &&
            node.attribute("literal") == nullptr && node.child(nar, "name") == nullptr) {
            say(G2Rule::provider_anonymous, node, "the provider has no QCode, no URI and no name");
        }
    } else if (name == "link") {
        link(node);
    } else if (name == "hash") {
        if (node.attribute("hashtype") == nullptr && node.attribute("hashtypeuri") == nullptr) {
            say(G2Rule::either_or, node, "the hash has neither hashtype nor hashtypeuri");
        }
    } else if (name == "language") {
        language_tag(node, node.value_of("tag"), "tag");
    } else if (name == "facet") {
        say(G2Rule::deprecated, node, "'facet' is deprecated");
    } else if (name == "itemMetaExtProperty" || name == "contentMetaExtProperty" || name == "rightsInfoExtProperty") {
        if (node.attribute("rel") == nullptr && node.attribute("reluri") == nullptr) {
            say(G2Rule::either_or, node, "'" + std::string(name) + "' has neither rel nor reluri");
        }
    } else if (name == "contentSet") {
        for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element && child->name_space == nar) {
                content(*child);
            }
        }
    }
}

void G2Lint::item_class(const XmlNode& node) {
    const std::string_view root = item_.root->name;
    const std::string_view alias = root == "newsItem" || root == "packageItem"        ? "ninat"
                                   : root == "planningItem"                           ? "plinat"
                                   : root == "conceptItem" || root == "knowledgeItem" ? "cinat"
                                                                                      : "";
    const std::string_view code = node.value_of("qcode");
    if (alias.empty()) {
        return;
    }
    if (code.empty()) {
        if (node.attribute("uri") == nullptr) {
            say(G2Rule::item_class, node, "itemClass has no code");
        }
        return;
    }
    const std::size_t colon = std::min(code.find(':'), code.size() - 1);
    if (code.substr(0, colon) != alias) {
        // Another alias may be the same scheme's, in a catalog of the provider.
        if (find_iptc_scheme(code.substr(0, colon)) != nullptr || !item_.has_other_catalog) {
            say(G2Rule::item_class, node, "'" + std::string(code) + "' is no class of a " + std::string(root), "qcode");
        }
    } else if (std::ranges::find(mandatory_codes(alias), code.substr(colon + 1)) == mandatory_codes(alias).end()) {
        say(G2Rule::qcode_unknown, node, "'" + std::string(code) + "' is not in the vocabulary of item classes",
            "qcode");
    }
}

void G2Lint::link(const XmlNode& node) {
    if (node.attribute("href") == nullptr && node.attribute("residref") == nullptr &&
        node.attribute("guidref") == nullptr && node.attribute("persistidref") == nullptr) {
        say(G2Rule::link_target, node, "the link has neither href nor residref");
    }
    for (const std::string_view old : {"guidref", "hreftype"}) {
        if (node.attribute(old) != nullptr) {
            say(G2Rule::deprecated, node, "'" + std::string(old) + "' is deprecated", old);
        }
    }
}

void G2Lint::language_tag(const XmlNode& node, std::string_view tag, std::string_view attribute) {
    if (!is_language_tag(tag)) {
        return;
    }
    const std::string_view primary = tag.substr(0, tag.find('-'));
    const bool right_to_left =
        primary == "ar" || primary == "he" || primary == "fa" || primary == "ur" || primary == "yi" || primary == "ps";
    if (&node == item_.root && right_to_left && tag.find("Latn") == std::string_view::npos &&
        node.value_of("dir") != "rtl") {
        say(G2Rule::direction, node,
            "the language '" + std::string(tag) + "' is written from right to left, and dir does not say so",
            attribute);
    }
}

// Guide, 20.9. A date that is less exact than another breaks the order only when no reading of it keeps it.
void G2Lint::date_order(const XmlNode& root) {
    const XmlNode* meta = root.child(nar, "itemMeta");
    const XmlNode* content = root.child(nar, "contentMeta");
    const auto version = range_of(meta, "versionCreated");
    const auto first = range_of(meta, "firstCreated");
    const auto created = range_of(content, "contentCreated");
    const auto modified = range_of(content, "contentModified");
    const auto after = [](const std::optional<Range>& left, const std::optional<Range>& right) {
        return left && right && left->earliest > right->latest;
    };
    if (after(created, version)) {
        say(G2Rule::date_order, *content->child(nar, "contentCreated"), "contentCreated lies after versionCreated");
    }
    if (after(modified, version)) {
        say(G2Rule::date_order, *content->child(nar, "contentModified"), "contentModified lies after versionCreated");
    }
    if (after(first, version)) {
        say(G2Rule::date_order, *meta->child(nar, "firstCreated"), "firstCreated lies after versionCreated");
    }
    if (after(created, modified)) {
        say(G2Rule::date_order, *content->child(nar, "contentModified"), "contentModified lies before contentCreated");
    }
    if (modified && !created && content->child(nar, "contentCreated") == nullptr) {
        say(G2Rule::date_order, *content->child(nar, "contentModified"),
            "contentModified stands without contentCreated");
    }
}

// Guide, 26.4.
void G2Lint::embargo(const XmlNode& meta) {
    const XmlNode* embargoed = meta.child(nar, "embargoed");
    if (embargoed == nullptr) {
        return;
    }
    std::string storage;
    if (text_of(*embargoed, storage).empty() && meta.child(nar, "edNote") == nullptr) {
        say(G2Rule::embargo, *embargoed, "the embargo's end is not known and no edNote tells its terms");
    }
    const XmlNode* status = meta.child(nar, "pubStatus");
    if (status != nullptr && status->attribute("qcode") != nullptr && status->value_of("qcode") != "stat:usable") {
        say(G2Rule::embargo, *embargoed, "an embargoed item is not '" + std::string(status->value_of("qcode")) + "'");
    }
}

}  // namespace galley::newsml
