#include "galley/found_values.h"

#include "galley/iso_date.h"

#include <algorithm>

namespace galley {

namespace {

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() || part.empty() ? "" : ", ") + part;
    }
    return text;
}

const char* name_of(HeadlineRole role) {
    switch (role) {
        case HeadlineRole::main: return "headline";
        case HeadlineRole::kicker: return "kicker";
        case HeadlineRole::deck: return "deck";
        case HeadlineRole::alternative: return "other headline";
    }
    return "";
}

const char* name_of(ContributorKind kind) {
    switch (kind) {
        case ContributorKind::unknown: return "";
        case ContributorKind::person: return "person";
        case ContributorKind::organisation: return "organisation";
        case ContributorKind::desk: return "desk";
        case ContributorKind::agency: return "agency";
    }
    return "";
}

const char* name_of(PublicationStatus status) {
    switch (status) {
        case PublicationStatus::usable: return "usable";
        case PublicationStatus::withheld: return "withheld";
        case PublicationStatus::canceled: return "canceled";
    }
    return "";
}

const char* name_of(FurnitureKind kind) {
    switch (kind) {
        case FurnitureKind::separator: return "separator";
        case FurnitureKind::end_mark: return "end mark";
        case FurnitureKind::continuation_mark: return "continues";
        case FurnitureKind::page_mark: return "page mark";
        case FurnitureKind::wire_header: return "wire header";
        case FurnitureKind::wire_trailer: return "wire trailer";
        case FurnitureKind::control: return "control bytes";
        case FurnitureKind::version_mark: return "version mark";
        case FurnitureKind::priority_mark: return "priority mark";
        case FurnitureKind::embargo_line: return "embargo line";
        case FurnitureKind::correction_line: return "correction";
        case FurnitureKind::advisory: return "advisory";
        case FurnitureKind::sign_off: return "sign-off";
        case FurnitureKind::credit_line: return "credit line";
        case FurnitureKind::byword: return "label";
        case FurnitureKind::reading_time: return "reading time";
        case FurnitureKind::share_count: return "share count";
        case FurnitureKind::address: return "address";
        case FurnitureKind::caption: return "caption";
        case FurnitureKind::contact: return "contact";
        case FurnitureKind::navigation: return "navigation";
    }
    return "";
}

std::string shown(const std::string& text) { return text; }
std::string shown(const Headline& headline) { return headline.text; }
std::string shown(const PartialDate& date) { return iso_date(date); }
std::string shown(const Place& place) { return joined({place.name, place.region, place.country}); }
std::string shown(const PublicationStatus& status) { return name_of(status); }
std::string shown(const std::uint8_t& urgency) { return std::to_string(urgency); }
std::string shown(const std::uint32_t& version) { return std::to_string(version); }
std::string shown(const Embargo& embargo) {
    return embargo.until.empty() ? "end not known" : "until " + iso_date(embargo.until);
}
std::string shown(const EditorialNote& note) { return note.role.empty() ? note.text : note.role + ": " + note.text; }
std::string shown(const Provider& provider) {
    return joined({provider.name, provider.qcode, provider.uri, provider.domain});
}
std::string shown(const Slugline& slugline) { return slugline.text; }
std::string shown(const Rights& rights) { return joined({rights.notice, rights.holder, rights.usage_terms}); }
std::string shown(const ItemLink& link) { return joined({link.relation, link.href, link.residref, link.title}); }
std::string shown(const AlternativeId& id) { return joined({id.type, id.value}); }
std::string shown(const Concept& concept_) { return joined({concept_.name, concept_.qcode, concept_.uri}); }

std::string shown(const Contributor& contributor) {
    return joined({contributor.name, name_of(contributor.kind), contributor.role, contributor.job_title,
                   contributor.affiliation});
}

std::string shown(const Byline& byline) {
    std::string names;
    for (const auto& contributor : byline.contributors) {
        names += (names.empty() ? "" : "; ") + contributor.value.name;
    }
    return names + (byline.and_others ? " and others" : "");
}

std::string shown(const Dateline& dateline) {
    std::string places;
    for (const auto& place : dateline.places) {
        places += (places.empty() ? "" : " / ") + place.value.name;
    }
    return places;
}

/// Collects rows.
class Rows {
public:
    template <class Value>
    void add(std::string_view what, const Found<Value>& found, bool part = false) {
        put(what, shown(found.value), found, part);
    }

    template <class Value>
    void add(const char* what, const std::optional<Found<Value>>& found, bool part = false) {
        if (found) {
            add(what, *found, part);
        }
    }

    template <class Value>
    void add(const char* what, const std::vector<Found<Value>>& all, bool part = false) {
        for (const auto& found : all) {
            add(what, found, part);
        }
    }

    /// As printed, where it was: a byline is more than its names.
    template <class Value>
    void add_as_printed(const char* what, const Found<Value>& found) {
        put(what, found.raw.empty() ? shown(found.value) : found.raw, found, false);
    }

    void mark_furniture() { rows_.back().furniture = true; }

    [[nodiscard]] std::vector<FoundValue> take() { return std::move(rows_); }

private:
    template <class Value>
    void put(std::string_view what, std::string value, const Found<Value>& found, bool part) {
        rows_.push_back({.what = std::string(what),
                         .value = one_line(std::move(value)),
                         .span = found.span,
                         .method = found.method,
                         .confidence = found.confidence,
                         .part = part});
    }

    std::vector<FoundValue> rows_;
};

void add_byline(const Found<Byline>& byline, Rows& rows) {
    rows.add_as_printed("byline", byline);
    rows.add("by", byline.value.contributors, true);
}

void add_dateline(const Found<Dateline>& dateline, Rows& rows) {
    rows.add_as_printed("dateline", dateline);
    rows.add("place", dateline.value.places, true);
    rows.add("date", dateline.value.date, true);
    rows.add("agency", dateline.value.agencies, true);
}

}  // namespace

std::vector<FoundValue> found_values(const Document& document) {
    const Metadata& meta = document.meta;
    Rows rows;
    rows.add("title", meta.title);
    for (const auto& headline : meta.headlines) {
        rows.add(name_of(headline.value.role), headline);
    }
    for (const auto& byline : meta.bylines) {
        add_byline(byline, rows);
    }
    rows.add("date", meta.dates.content_created);
    rows.add("updated", meta.dates.content_modified);
    for (const auto& dateline : meta.datelines) {
        add_dateline(dateline, rows);
    }
    rows.add("first created", meta.dates.first_created);
    rows.add("version created", meta.dates.version_created);
    rows.add("language", meta.language);
    rows.add("status", meta.status);
    rows.add("urgency", meta.urgency);
    rows.add("embargo", meta.embargo);
    rows.add("signal", meta.signals);
    rows.add("note", meta.notes);
    rows.add("provider", meta.provider);
    rows.add("contributor", meta.contributors);
    rows.add("source", meta.information_sources);
    rows.add("credit", meta.credit);
    rows.add("slugline", meta.slugline);
    rows.add("subject", meta.subjects);
    rows.add("keyword", meta.keywords);
    rows.add("genre", meta.genres);
    rows.add("summary", meta.summary);
    rows.add("rights", meta.rights);
    rows.add("link", meta.links);
    rows.add("guid", document.identity.guid);
    rows.add("version", document.identity.version);
    rows.add("other id", document.identity.alternatives);
    for (const auto& piece : meta.furniture) {
        Found<std::string> text;
        text.value = piece.raw.empty() ? piece.value.value : piece.raw;
        text.span = piece.span;
        text.method = piece.method;
        text.confidence = piece.confidence;
        rows.add(name_of(piece.value.kind), text);
        rows.mark_furniture();
    }
    return rows.take();
}

}  // namespace galley
