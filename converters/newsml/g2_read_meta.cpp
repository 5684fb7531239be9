#include "converters/newsml/g2_read.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"
#include "galley/iso_date.h"

#include <algorithm>
#include <iterator>
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

/// contentMeta as it is read: what the model holds, and what belongs to lines that may come later.
struct ContentMeta {
    Document& to;
    std::vector<Found<Contributor>> creators{};
    std::vector<Found<Place>> places{};
};

void read_urgency(const XmlNode& node, Metadata& to) {
    if (const auto urgency = urgency_from(line_in(node))) {
        to.urgency = found_in(node, *urgency);
    }
}

void read_language(const XmlNode& node, Metadata& to) {
    if (const std::string_view tag = node.value_of("tag"); !to.language && is_language_tag(tag)) {
        to.language = found_in(node, std::string(tag));
    }
}

/// Adds a line as printed: a dateline or a byline.
template <class Line>
void add_line(const XmlNode& node, std::vector<Found<Line>>& to) {
    Found<Line> line = found_in(node, Line{});
    line.raw = line_in(node);
    to.push_back(std::move(line));
}

/// Sets what the model holds once, to the first.
template <class Value>
void set_first(const XmlNode& node, Value value, std::optional<Found<Value>>& to) {
    if (!to) {
        to = found_in(node, std::move(value));
    }
}

struct Property {
    std::string_view name;
    void (*read)(const XmlNode& node, ContentMeta& meta);
};

constexpr Property properties[] = {
    {"altId",
     [](const XmlNode& node, ContentMeta& meta) {
         meta.to.identity.alternatives.push_back(
             found_in(node, AlternativeId{term_in(node, "type", "alternative-id"), line_in(node)}));
     }},
    {"by", [](const XmlNode& node, ContentMeta& meta) { add_line(node, meta.to.meta.bylines); }},
    {"contentCreated",
     [](const XmlNode& node, ContentMeta& meta) { read_date(node, meta.to.meta.dates.content_created); }},
    {"contentModified",
     [](const XmlNode& node, ContentMeta& meta) { read_date(node, meta.to.meta.dates.content_modified); }},
    {"contributor",
     [](const XmlNode& node, ContentMeta& meta) { meta.to.meta.contributors.push_back(read_party(node)); }},
    {"creator", [](const XmlNode& node, ContentMeta& meta) { meta.creators.push_back(read_party(node)); }},
    {"creditline", [](const XmlNode& node, ContentMeta& meta) { set_first(node, line_in(node), meta.to.meta.credit); }},
    {"dateline", [](const XmlNode& node, ContentMeta& meta) { add_line(node, meta.to.meta.datelines); }},
    {"description",
     [](const XmlNode& node, ContentMeta& meta) { set_first(node, text_in(node), meta.to.meta.summary); }},
    {"genre", [](const XmlNode& node, ContentMeta& meta) { add_concept(node, meta.to.meta.genres); }},
    {"headline", [](const XmlNode& node, ContentMeta& meta) { add_headline(node, meta.to.meta); }},
    {"infoSource",
     [](const XmlNode& node, ContentMeta& meta) { meta.to.meta.information_sources.push_back(read_party(node)); }},
    {"keyword",
     [](const XmlNode& node, ContentMeta& meta) { meta.to.meta.keywords.push_back(found_in(node, line_in(node))); }},
    {"language", [](const XmlNode& node, ContentMeta& meta) { read_language(node, meta.to.meta); }},
    {"located", [](const XmlNode& node, ContentMeta& meta) { meta.places.push_back(read_place(node)); }},
    {"slugline",
     [](const XmlNode& node, ContentMeta& meta) {
         set_first(node, Slugline{line_in(node), std::string(node.value_of("separator"))}, meta.to.meta.slugline);
     }},
    {"subject", [](const XmlNode& node, ContentMeta& meta) { add_concept(node, meta.to.meta.subjects); }},
    {"urgency", [](const XmlNode& node, ContentMeta& meta) { read_urgency(node, meta.to.meta); }},
};
static_assert(std::ranges::is_sorted(properties, {}, &Property::name));

/// The item does not say which creators a line names, nor which places: they are the first line's.
void settle_lines(ContentMeta&& meta) {
    Metadata& to = meta.to.meta;
    if (!meta.creators.empty()) {
        if (to.bylines.empty()) {
            to.bylines.emplace_back();
        }
        to.bylines.front().value.contributors = std::move(meta.creators);
    }
    if (!meta.places.empty()) {
        if (to.datelines.empty()) {
            to.datelines.emplace_back();
        }
        to.datelines.front().value.places = std::move(meta.places);
    }
}

}  // namespace

void read_content_meta(const XmlNode& meta, Document& to) {
    ContentMeta read{to};
    for (const XmlNode* child = meta.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::element || child->name_space != nar) {
            continue;
        }
        const auto* const known = std::ranges::lower_bound(properties, child->name, {}, &Property::name);
        if (known != std::end(properties) && known->name == child->name) {
            known->read(*child, read);
        }
    }
    choose_main(to.meta);
    settle_lines(std::move(read));
}

}  // namespace galley::newsml
