#include "converters/newsml/g2_read.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"
#include "galley/iso_date.h"

#include <utility>

namespace galley::newsml {

namespace {

std::string name_in(const XmlNode& node) {
    const XmlNode* name = node.child(nar, "name");
    return name != nullptr ? line_in(*name) : std::string();
}

std::string child_text(const XmlNode& node, std::string_view name) {
    const XmlNode* child = node.child(nar, name);
    return child != nullptr ? line_in(*child) : std::string();
}

Found<Contributor> read_party(const XmlNode& node) {
    Contributor party;
    for (const std::string_view type : {node.value_of("type"), node.value_of("typeuri")}) {
        party.kind = type == "cpnat:person"         ? ContributorKind::person
                     : type == "cpnat:organisation" ? ContributorKind::organisation
                                                    : party.kind;
    }
    party.name = name_in(node);
    if (party.name.empty()) {
        party.name = node.value_of("literal");
    }
    party.role = node.value_of("role").empty() ? child_text(node, "note") : std::string(node.value_of("role"));
    party.job_title =
        node.value_of("jobtitle").empty() ? child_text(node, "definition") : std::string(node.value_of("jobtitle"));
    party.identifier = node.value_of("qcode").empty() ? node.value_of("uri") : node.value_of("qcode");
    if (const XmlNode* details = node.child(nar, "personDetails")) {
        if (const XmlNode* affiliation = details->child(nar, "affiliation")) {
            party.affiliation = name_in(*affiliation);
        }
    }
    return found_in(node, std::move(party));
}

bool is_area(const XmlNode& broader, std::string_view rank, std::string_view type) {
    return broader.value_of("rank") == rank || broader.value_of("type").ends_with(type);
}

Found<Place> read_place(const XmlNode& node) {
    Place place{.name = name_in(node)};
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (!child->is(nar, "broader")) {
            continue;
        }
        if (place.region.empty() && is_area(*child, "1", ":statprov")) {
            place.region = name_in(*child);
        } else if (place.country.empty() && is_area(*child, "2", ":country")) {
            place.country = name_in(*child);
        }
    }
    return found_in(node, std::move(place));
}

Concept read_concept(const XmlNode& node) {
    Concept term{.qcode = std::string(node.value_of("qcode")),
                 .uri = std::string(node.value_of("uri")),
                 .name = name_in(node),
                 .type = term_in(node, "type", "concept-type")};
    if (term.qcode.empty() && term.uri.empty()) {
        term.qcode = node.value_of("literal");
    }
    return term;
}

void add_concept(const XmlNode& node, std::vector<Found<Concept>>& to) {
    Concept term = read_concept(node);
    if (!term.qcode.empty() || !term.uri.empty() || !term.name.empty()) {
        to.push_back(found_in(node, std::move(term)));
    }
}

void add_headline(const XmlNode& node, Metadata& to) {
    const std::string role = term_in(node, "role", "headline-role");
    Headline headline{.text = line_in(node)};
    if (headline.text.empty()) {
        return;
    }
    if (role == "kicker") {
        headline.role = HeadlineRole::kicker;
    } else if (role == "deck") {
        headline.role = HeadlineRole::deck;
    } else if (!role.empty()) {
        headline.role = HeadlineRole::alternative;
    }
    to.headlines.push_back(found_in(node, std::move(headline)));
}

// The first without a role is the one to print; among those that all have a role of their own, the first.
void choose_main(Metadata& to) {
    bool has_main = false;
    bool has_other = false;
    for (Found<Headline>& headline : to.headlines) {
        HeadlineRole& role = headline.value.role;
        if (role == HeadlineRole::main && std::exchange(has_main, true)) {
            role = HeadlineRole::alternative;
        }
        has_other = has_other || role != HeadlineRole::alternative;
    }
    if (!has_other && !to.headlines.empty()) {
        to.headlines.front().value.role = HeadlineRole::main;
    }
}

void add_date(const XmlNode& node, std::optional<Found<PartialDate>>& to) {
    if (auto date = read_iso_date(line_in(node))) {
        to = found_in(node, *date);
    }
}

}  // namespace

void read_content_meta(const XmlNode& meta, Document& to) {
    Metadata& into = to.meta;
    std::vector<Found<Contributor>> creators;
    std::vector<Found<Place>> places;
    for (const XmlNode* child = meta.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::element || child->name_space != nar) {
            continue;
        }
        const std::string_view name = child->name;
        if (name == "urgency") {
            const std::string digit = line_in(*child);
            if (digit.size() == 1 && digit[0] >= '1' && digit[0] <= '9') {
                into.urgency = found_in(*child, static_cast<std::uint8_t>(digit[0] - '0'));
            }
        } else if (name == "contentCreated") {
            add_date(*child, into.dates.content_created);
        } else if (name == "contentModified") {
            add_date(*child, into.dates.content_modified);
        } else if (name == "located") {
            places.push_back(read_place(*child));
        } else if (name == "infoSource") {
            into.information_sources.push_back(read_party(*child));
        } else if (name == "creator") {
            creators.push_back(read_party(*child));
        } else if (name == "contributor") {
            into.contributors.push_back(read_party(*child));
        } else if (name == "altId") {
            to.identity.alternatives.push_back(
                found_in(*child, AlternativeId{term_in(*child, "type", "alternative-id"), line_in(*child)}));
        } else if (name == "language") {
            if (!into.language && is_language_tag(child->value_of("tag"))) {
                into.language = found_in(*child, std::string(child->value_of("tag")));
            }
        } else if (name == "genre") {
            add_concept(*child, into.genres);
        } else if (name == "keyword") {
            into.keywords.push_back(found_in(*child, line_in(*child)));
        } else if (name == "subject") {
            add_concept(*child, into.subjects);
        } else if (name == "slugline" && !into.slugline) {
            into.slugline = found_in(*child, Slugline{line_in(*child), std::string(child->value_of("separator"))});
        } else if (name == "headline") {
            add_headline(*child, into);
        } else if (name == "dateline") {
            Found<Dateline> dateline = found_in(*child, Dateline{});
            dateline.raw = line_in(*child);
            into.datelines.push_back(std::move(dateline));
        } else if (name == "by") {
            Found<Byline> byline = found_in(*child, Byline{});
            byline.raw = line_in(*child);
            into.bylines.push_back(std::move(byline));
        } else if (name == "creditline" && !into.credit) {
            into.credit = found_in(*child, line_in(*child));
        } else if (name == "description" && !into.summary) {
            into.summary = found_in(*child, text_in(*child));
        }
    }
    choose_main(into);
    // The item does not say which creators a line names, nor which places: they are the first line's.
    if (!creators.empty()) {
        if (into.bylines.empty()) {
            into.bylines.emplace_back();
        }
        into.bylines.front().value.contributors = std::move(creators);
    }
    if (!places.empty()) {
        if (into.datelines.empty()) {
            into.datelines.emplace_back();
        }
        into.datelines.front().value.places = std::move(places);
    }
}

}  // namespace galley::newsml
