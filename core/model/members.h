#pragma once

#include "galley/document.h"

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// What the model's structs are made of, said once for all who write or read them member by member under names.
///
/// `members(visit, value)` calls for each member, in order,
/// - `visit(name, member)`, or `visit(name, member, fallback)` where a member that is left out is not its type's empty
/// value;
/// - `visit.main(name, member)` for one that is never left out;
/// - `visit.bytes(name, member)` for bytes that are no text.
///
/// The names are those of the headers, but for bytes, which have the name of the notation they are written in.
namespace galley {

/// `T`, const or not: one description serves writers and readers.
template <class Given, class T>
concept Is = std::same_as<std::remove_const_t<Given>, T>;

/// The member that stands for the whole when nothing else is set: a headline may be written as its text alone. Empty
/// for structs that have none.
template <class T>
inline constexpr std::string_view short_form{};
template <>
inline constexpr std::string_view short_form<Headline> = "text";
template <>
inline constexpr std::string_view short_form<Contributor> = "name";
template <>
inline constexpr std::string_view short_form<Place> = "name";
template <>
inline constexpr std::string_view short_form<Provider> = "name";
template <>
inline constexpr std::string_view short_form<Embargo> = "until";
template <>
inline constexpr std::string_view short_form<EditorialNote> = "text";
template <>
inline constexpr std::string_view short_form<Slugline> = "text";
template <>
inline constexpr std::string_view short_form<Furniture> = "kind";

/// What every found value has beside its value: the members of a struct stand beside these, another value is called
/// "value".
template <class Visit>
void found_members(Visit& visit, auto& found) {
    visit("raw", found.raw);
    visit("span", found.span);
    visit("method", found.method);
    visit("confidence", found.confidence, std::uint8_t{100});
    visit("extra", found.extra);
}

template <class Visit>
void members(Visit& visit, Is<Extra> auto& extra) {
    visit.main("kind", extra.kind);
    visit("format", extra.format);
    visit("name", extra.name);
    visit("namespace", extra.name_space);
    visit("value", extra.value);
    visit("position", extra.position);
    visit("children", extra.children);
}

template <class Visit>
void members(Visit& visit, Is<Source> auto& source) {
    visit("name", source.name);
    visit("format", source.format);
    visit("media_type", source.media_type);
    visit("encoding", source.encoding);
    visit("newline", source.newline);
    visit("size", source.size);
    visit("extent", source.extent);
    visit("sha256", source.sha256);
    visit.bytes("base64", source.bytes);
}

template <class Visit>
void members(Visit& visit, Is<AlternativeId> auto& id) {
    visit("type", id.type);
    visit("value", id.value);
}

template <class Visit>
void members(Visit& visit, Is<Identity> auto& identity) {
    visit("guid", identity.guid);
    visit("version", identity.version);
    visit("alternatives", identity.alternatives);
}

template <class Visit>
void members(Visit& visit, Is<Headline> auto& headline) {
    visit("text", headline.text);
    visit("role", headline.role);
}

template <class Visit>
void members(Visit& visit, Is<Contributor> auto& contributor) {
    visit("name", contributor.name);
    visit("kind", contributor.kind);
    visit("role", contributor.role);
    visit("job_title", contributor.job_title);
    visit("affiliation", contributor.affiliation);
    visit("identifier", contributor.identifier);
}

template <class Visit>
void members(Visit& visit, Is<Byline> auto& byline) {
    visit("contributors", byline.contributors);
    visit("and_others", byline.and_others);
}

template <class Visit>
void members(Visit& visit, Is<Place> auto& place) {
    visit("name", place.name);
    visit("region", place.region);
    visit("country", place.country);
}

template <class Visit>
void members(Visit& visit, Is<Dateline> auto& dateline) {
    visit("places", dateline.places);
    visit("date", dateline.date);
    visit("agencies", dateline.agencies);
}

template <class Visit>
void members(Visit& visit, Is<Concept> auto& subject) {
    visit("qcode", subject.qcode);
    visit("uri", subject.uri);
    visit("name", subject.name);
    visit("type", subject.type);
}

template <class Visit>
void members(Visit& visit, Is<Provider> auto& provider) {
    visit("qcode", provider.qcode);
    visit("uri", provider.uri);
    visit("name", provider.name);
    visit("domain", provider.domain);
}

template <class Visit>
void members(Visit& visit, Is<Embargo> auto& embargo) {
    visit("until", embargo.until);
}

template <class Visit>
void members(Visit& visit, Is<EditorialNote> auto& note) {
    visit("text", note.text);
    visit("role", note.role);
}

template <class Visit>
void members(Visit& visit, Is<Slugline> auto& slugline) {
    visit("text", slugline.text);
    visit("separator", slugline.separator);
}

template <class Visit>
void members(Visit& visit, Is<Rights> auto& rights) {
    visit("holder", rights.holder);
    visit("holder_uri", rights.holder_uri);
    visit("notice", rights.notice);
    visit("usage_terms", rights.usage_terms);
    visit("data_mining", rights.data_mining);
}

template <class Visit>
void members(Visit& visit, Is<ItemLink> auto& link) {
    visit("relation", link.relation);
    visit("href", link.href);
    visit("residref", link.residref);
    visit("media_type", link.media_type);
    visit("title", link.title);
}

template <class Visit>
void members(Visit& visit, Is<Furniture> auto& furniture) {
    visit.main("kind", furniture.kind);
    visit("value", furniture.value);
}

template <class Visit>
void members(Visit& visit, Is<Dates> auto& dates) {
    visit("content_created", dates.content_created);
    visit("content_modified", dates.content_modified);
    visit("first_created", dates.first_created);
    visit("version_created", dates.version_created);
}

template <class Visit>
void members(Visit& visit, Is<Metadata> auto& meta) {
    visit("title", meta.title);
    visit("headlines", meta.headlines);
    visit("bylines", meta.bylines);
    visit("datelines", meta.datelines);
    visit("dates", meta.dates);
    visit("language", meta.language);
    visit("direction", meta.direction);
    visit("status", meta.status);
    visit("urgency", meta.urgency);
    visit("embargo", meta.embargo);
    visit("signals", meta.signals);
    visit("notes", meta.notes);
    visit("provider", meta.provider);
    visit("contributors", meta.contributors);
    visit("information_sources", meta.information_sources);
    visit("credit", meta.credit);
    visit("slugline", meta.slugline);
    visit("subjects", meta.subjects);
    visit("keywords", meta.keywords);
    visit("genres", meta.genres);
    visit("summary", meta.summary);
    visit("rights", meta.rights);
    visit("links", meta.links);
    visit("furniture", meta.furniture);
}

template <class Visit>
void members(Visit& visit, Is<Resource> auto& resource) {
    visit.main("id", resource.id);
    visit("media_type", resource.media_type);
    visit("href", resource.href);
    visit("title", resource.title);
    visit.bytes("base64", resource.bytes);
    visit("extra", resource.extra);
}

template <class Visit>
void members(Visit& visit, Is<ProvenanceEvent> auto& event) {
    visit("action", event.action);
    visit("agent", event.agent);
    visit("when", event.when);
    visit("detail", event.detail);
}

template <class Visit>
void members(Visit& visit, Is<Provenance> auto& provenance) {
    visit("generator", provenance.generator);
    visit("events", provenance.events);
}

template <class Visit>
void members(Visit& visit, Is<Document> auto& document) {
    visit.main("source", document.source);
    visit("identity", document.identity);
    visit("meta", document.meta);
    visit("body", document.body);
    visit("resources", document.resources);
    visit("provenance", document.provenance);
    visit("extra", document.extra);
}

}  // namespace galley
