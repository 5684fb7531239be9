// contentMeta: about what the item says (NewsML-G2 2.35, ContentMetadataAfDType).

#include "converters/newsml/date_text.h"
#include "converters/newsml/g2_item.h"
#include "converters/newsml/namespaces.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

namespace galley::newsml {

namespace {

void add_date(const G2Scope& scope, XmlNode& meta, std::string_view name,
              const std::optional<Found<PartialDate>>& found) {
    if (!found || found->value.empty()) {
        return;
    }
    const auto text = truncated_date(found->value);
    if (!text) {
        scope.warn("newsml.date-without-year",
                   "'" + iso_date(found->value) + "' has no year; " + std::string(name) + " was left out",
                   "give the story's full date");
        return;
    }
    if (found->value.time && !found->value.offset) {
        scope.warn(
            "newsml.time-without-offset",
            "'" + iso_date(found->value) + "' has no offset from UTC; " + std::string(name) + " keeps the date alone",
            "give the offset, as in 2026-01-02T10:00:00-05:00");
    }
    mark_found(scope, scope.build.add_text(meta, name, scope.tree.keep(*text)), *found);
}

void add_area(const G2Scope& scope, XmlNode& located, const std::string& name, std::string_view rank) {
    if (name.empty()) {
        return;
    }
    XmlNode& area = scope.build.add(located, "broader");
    scope.build.set(area, "type", "cpnat:geoArea");
    scope.build.set(area, "rank", rank);
    scope.build.add_text(area, "name", label(scope.tree, name));
}

// The machine's form of the dateline: where the text was made, not where its events were (Guide, 20).
void add_places(const G2Scope& scope, XmlNode& meta) {
    for (const Found<Dateline>& dateline : scope.document.meta.datelines) {
        for (const Found<Place>& place : dateline.value.places) {
            XmlNode& located = scope.build.add(meta, "located");
            scope.build.set(located, "type", "cpnat:geoArea");
            mark_found(scope, located, place);
            if (!place.value.name.empty()) {
                scope.build.add_text(located, "name", label(scope.tree, place.value.name));
            }
            add_area(scope, located, place.value.region, "1");
            add_area(scope, located, place.value.country, "2");
        }
    }
}

std::string_view type_of(ContributorKind kind) {
    switch (kind) {
        case ContributorKind::person: return "cpnat:person";
        case ContributorKind::organisation:
        case ContributorKind::desk:
        case ContributorKind::agency: return "cpnat:organisation";
        case ContributorKind::unknown: break;
    }
    return {};
}

// A job title and a role are codes in NewsML-G2. Words go where words may stand: definition (what the party is), note
// (what it did).
void add_party(const G2Scope& scope, XmlNode& meta, std::string_view name, const Found<Contributor>& found,
               bool has_job_title) {
    const Contributor& party = found.value;
    XmlNode& element = scope.build.add(meta, name);
    scope.build.set(element, "type", type_of(party.kind));
    if (is_qcode(party.role)) {
        scope.build.set(element, "role", party.role);
    }
    const bool coded_title = has_job_title && is_qcode(party.job_title);
    if (coded_title) {
        scope.build.set(element, "jobtitle", party.job_title);
    }
    set_identifier(scope, element, is_qcode(party.identifier) ? std::string_view(party.identifier) : std::string_view(),
                   is_qcode(party.identifier) ? std::string_view() : std::string_view(party.identifier));
    mark_found(scope, element, found);
    if (!party.name.empty()) {
        scope.build.add_text(element, "name", label(scope.tree, party.name));
    }
    if (!party.job_title.empty() && !coded_title) {
        scope.build.add_text(element, "definition", party.job_title);
    }
    if (!party.role.empty() && !is_qcode(party.role)) {
        scope.build.add_text(element, "note", party.role);
    }
    if (!party.affiliation.empty() && type_of(party.kind) != "cpnat:organisation") {
        XmlNode& details = scope.build.add(element, "personDetails");
        scope.build.add_text(scope.build.add(details, "affiliation"), "name", label(scope.tree, party.affiliation));
    }
}

void add_agencies(const G2Scope& scope, XmlNode& meta) {
    for (const Found<Dateline>& dateline : scope.document.meta.datelines) {
        for (const Found<std::string>& agency : dateline.value.agencies) {
            XmlNode& source = scope.build.add(meta, "infoSource");
            scope.build.set(source, "type", "cpnat:organisation");
            mark_found(scope, source, agency);
            scope.build.add_text(source, "name", label(scope.tree, agency.value));
        }
    }
    for (const Found<Contributor>& source : scope.document.meta.information_sources) {
        add_party(scope, meta, "infoSource", source, false);
    }
}

void add_people(const G2Scope& scope, XmlNode& meta) {
    for (const Found<Byline>& byline : scope.document.meta.bylines) {
        for (const Found<Contributor>& creator : byline.value.contributors) {
            add_party(scope, meta, "creator", creator, true);
        }
    }
    for (const Found<Contributor>& contributor : scope.document.meta.contributors) {
        add_party(scope, meta, "contributor", contributor, true);
    }
}

void add_alternative_ids(const G2Scope& scope, XmlNode& meta) {
    for (const Found<AlternativeId>& found : scope.document.identity.alternatives) {
        XmlNode& element = scope.build.add_text(meta, "altId", found.value.value);
        set_term(scope.build, element, "type", found.value.type, "alternative-id");
        mark_found(scope, element, found);
    }
}

void add_headlines(const G2Scope& scope, XmlNode& meta) {
    constexpr std::string_view roles[] = {"", "kicker", "deck", "alternative"};
    for (const Found<Headline>& found : scope.document.meta.headlines) {
        XmlNode& element = scope.build.add_text(meta, "headline", label(scope.tree, found.value.text));
        set_term(scope.build, element, "role", roles[static_cast<std::size_t>(found.value.role)], "headline-role");
        mark_found(scope, element, found, true);
    }
}

// Without the dash that only joins it to the text.
std::string_view printed(const G2Scope& scope, const Found<Dateline>& dateline) {
    std::string_view text = utf8::trim(dateline.raw);
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view dash : {"-", "\u2013", "\u2014", "\u2015"}) {
            if (text.ends_with(dash)) {
                text = utf8::trim(text.substr(0, text.size() - dash.size()));
                cut = true;
            }
        }
    }
    return label(scope.tree, text);
}

// `by` and `dateline` are lines as printed: where none was, none is made of the names.
void add_lines(const G2Scope& scope, XmlNode& meta) {
    const Metadata& from = scope.document.meta;
    add_headlines(scope, meta);
    for (const Found<Dateline>& dateline : from.datelines) {
        if (const std::string_view text = printed(scope, dateline); !text.empty()) {
            mark_found(scope, scope.build.add_text(meta, "dateline", text), dateline);
        }
    }
    for (const Found<Byline>& byline : from.bylines) {
        if (const std::string_view text = label(scope.tree, byline.raw); !text.empty()) {
            mark_found(scope, scope.build.add_text(meta, "by", text), byline);
        }
    }
    if (from.credit) {
        mark_found(scope, scope.build.add_text(meta, "creditline", label(scope.tree, from.credit->value)),
                   *from.credit);
    }
    if (from.summary) {
        XmlNode& element = scope.build.add_text(meta, "description", from.summary->value);
        scope.build.set(element, "role", "drol:summary");
        mark_found(scope, element, *from.summary, true);
    }
}

}  // namespace

void add_content_meta(const G2Scope& scope, XmlNode& item) {
    const Metadata& from = scope.document.meta;
    XmlNode& meta = scope.tree.element(nullptr, nar, "contentMeta");
    if (from.urgency && from.urgency->value >= 1 && from.urgency->value <= 9) {
        mark_found(scope,
                   scope.build.add_text(meta, "urgency", scope.tree.keep(std::to_string(int{from.urgency->value}))),
                   *from.urgency);
    }
    add_date(scope, meta, "contentCreated", from.dates.content_created);
    add_date(scope, meta, "contentModified", from.dates.content_modified);
    add_places(scope, meta);
    add_agencies(scope, meta);
    add_people(scope, meta);
    add_alternative_ids(scope, meta);

    if (from.language && is_language_tag(from.language->value)) {
        XmlNode& language = scope.build.add(meta, "language");
        scope.build.set(language, "tag", from.language->value);
        mark_found(scope, language, *from.language);
    }
    for (const Found<Concept>& genre : from.genres) {
        mark_found(scope, add_concept(scope, meta, "genre", genre.value), genre, true);
    }
    for (const Found<std::string>& keyword : from.keywords) {
        mark_found(scope, scope.build.add_text(meta, "keyword", label(scope.tree, keyword.value)), keyword, true);
    }
    for (const Found<Concept>& subject : from.subjects) {
        mark_found(scope, add_concept(scope, meta, "subject", subject.value), subject, true);
    }
    if (from.slugline) {
        XmlNode& slugline = scope.build.add_text(meta, "slugline", label(scope.tree, from.slugline->value.text));
        scope.build.set(slugline, "separator", from.slugline->value.separator);
        mark_found(scope, slugline, *from.slugline, true);
    }
    add_lines(scope, meta);
    if (meta.first != nullptr) {
        XmlTree::append(item, meta);
    }
}

}  // namespace galley::newsml
