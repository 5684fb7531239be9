#include "converters/newsml/g2_rules.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

using enum Severity;

// In the order of G2Rule.
constexpr G2RuleText texts[] = {
    {"newsml.order", error, true, "put the properties into the schema's order"},
    {"newsml.missing", error, true, "add it: the schema demands it"},
    {"newsml.unknown", error, true, "use a name that NewsML-G2 has, or a namespace of your own"},
    {"newsml.repeated", error, true, "keep one of them"},
    {"newsml.qcode-unresolved", error, false, "declare the alias in a catalog of the item, or give a URI instead"},
    {"newsml.alias-clash", error, false, "use one alias for one scheme inside an item"},
    {"newsml.qcode-form", error, true, "write scheme alias, colon, code, without white space"},
    {"newsml.qcode-unknown", warning, false, "look the code up in the vocabulary"},
    {"newsml.retired-scheme", warning, false, "use the scheme that took its place"},
    {"newsml.retired-code", warning, false, "use the code that took its place"},
    {"newsml.scheme-slash", info, false, "the scheme's URI ends without a slash: give the concept's URI instead"},
    {"newsml.catalog-unknown", info, false, "give the catalog to have its aliases checked"},
    {"newsml.qcode-and-uri", warning, true, "keep the QCode: receivers prefer it"},
    {"newsml.literal-exclusive", error, true, "a literal is local to the item: drop it, or the QCode and the URI"},
    {"newsml.either-or", error, true, "give the QCode attribute or its URI sibling"},
    {"newsml.time-zone", error, true, "add the offset from UTC, as in 2026-01-02T10:00:00-05:00"},
    {"newsml.date-form", error, true, "write the date as ISO 8601 has it, 2026-01-02 or 2026-01-02T10:00:00Z"},
    {"newsml.date-order", error, false, "set the later date later"},
    {"newsml.guid-form", error, false, "use a URI, such as urn:newsml:example.org:20260102:item-id"},
    {"newsml.guid-duplicate", error, false, "give each item its own guid, or each version its own number"},
    {"newsml.version", warning, false, "raise the version with each change, and start at 1"},
    {"newsml.conformance", error, true, "set conformance to 'power'"},
    {"newsml.standard-version", error, true, "name a version of NewsML-G2 that exists, such as 2.35"},
    {"newsml.newer-element", error, true, "raise standardversion, or leave the element out"},
    {"newsml.item-class", error, true, "use a code of the mandatory vocabulary"},
    {"newsml.publication-status", error, true, "use stat:usable, stat:withheld or stat:canceled"},
    {"newsml.status-implicit", info, true, "say pubStatus, even where it is 'usable'"},
    {"newsml.provider-anonymous", warning, true, "give the provider a QCode, a URI or a name"},
    {"newsml.embargo", warning, false, "tell the embargo's terms in an edNote, and leave the status usable"},
    {"newsml.link-target", error, true, "give the link an href or a residref"},
    {"newsml.deprecated", warning, true, "use what took its place"},
    {"newsml.content-type-mismatch", error, true, "name the type that the content is of"},
    {"newsml.content-type-missing", warning, true, "give the content its type"},
    {"newsml.content-type-unknown", warning, true, "use a registered media type, such as application/xhtml+xml"},
    {"newsml.content-roots", error, true, "put one root element into inlineXML"},
    {"newsml.content-empty", warning, true, "leave the rendition out when it holds nothing"},
    {"newsml.inner", error, true, "make the content valid in its own format"},
    {"newsml.inline-data", error, true, "give text contenttype text/plain, and anything else its encoding"},
    {"newsml.word-count", warning, true, "count the words again, or leave the count out"},
    {"newsml.white-space", warning, true, "write the label on one line without white space at its ends"},
    {"newsml.empty", warning, true, "leave an empty element out"},
    {"newsml.language", warning, false, "give a BCP 47 tag that fits the text"},
    {"newsml.direction", warning, false, "say dir=\"rtl\""},
    {"newsml.recommended", info, false, "receivers ask for it"},
    {"newsml.norm-date", warning, false, "write norm as basic ISO 8601: 20260102T100000-0500"},
};
static_assert(std::size(texts) == static_cast<std::size_t>(G2Rule::norm_date) + 1);

}  // namespace

const G2RuleText& rule_text(G2Rule rule) {
    return texts[static_cast<std::size_t>(rule)];
}

const G2RuleText* find_rule(std::string_view code) {
    const auto* const found = std::ranges::find(texts, code, &G2RuleText::code);
    return found != std::end(texts) ? found : nullptr;
}

}  // namespace galley::newsml
