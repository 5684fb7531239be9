#include "converters/newsml/markup_names.h"

#include <algorithm>
#include <array>

namespace galley::newsml {

namespace {

using enum Markup;

constexpr std::uint8_t of(EmphasisKind kind) { return static_cast<std::uint8_t>(kind); }
constexpr std::uint8_t of(EntityKind kind) { return static_cast<std::uint8_t>(kind); }

// NITF 3.6 and XHTML share most names and never contradict each other.
constexpr MarkupName names[] = {
    {"a", link},
    {"article", container},
    {"aside", note},
    {"audio", media},
    {"b", emphasis, of(EmphasisKind::strong)},
    {"block", container},
    {"blockquote", quote},
    {"body", container},
    {"body.content", container},
    {"bq", quote},
    {"br", line_break},
    {"caption", caption},
    {"center", container},
    {"chron", entity, of(EntityKind::chronology)},
    {"cite", emphasis, of(EmphasisKind::emphasis)},
    {"code", emphasis, of(EmphasisKind::code)},
    {"copyrite", entity, of(EntityKind::copyright)},
    {"credit", attribution},
    {"datasource", paragraph},
    {"dd", container},
    {"del", emphasis, of(EmphasisKind::strike)},
    {"div", container},
    {"dl", container},
    {"dt", paragraph},
    {"em", emphasis, of(EmphasisKind::emphasis)},
    {"event", entity, of(EntityKind::event)},
    {"figcaption", caption},
    {"figure", media},
    {"fn", note},
    {"footer", attribution},
    {"function", entity, of(EntityKind::function)},
    {"h1", heading, 2},
    {"h2", heading, 2},
    {"h3", heading, 3},
    {"h4", heading, 4},
    {"h5", heading, 5},
    {"h6", heading, 6},
    {"head", skipped},
    {"header", container},
    {"hl1", heading, 2},
    {"hl2", heading, 2},
    {"hr", rule},
    {"html", container},
    {"i", emphasis, of(EmphasisKind::emphasis)},
    {"img", media},
    {"kbd", emphasis, of(EmphasisKind::code)},
    {"lang", foreign},
    {"li", item},
    {"location", entity, of(EntityKind::location)},
    {"main", container},
    {"media", media},
    {"media-caption", caption},
    {"media-metadata", skipped},
    {"media-object", skipped},
    {"media-reference", skipped},
    {"money", entity, of(EntityKind::money)},
    {"nav", container},
    {"nitf-table", container},
    {"nitf-table-metadata", skipped},
    {"note", note},
    {"num", entity, of(EntityKind::number)},
    {"object.title", entity, of(EntityKind::object)},
    {"ol", ordered_list},
    {"org", entity, of(EntityKind::organisation)},
    {"p", paragraph},
    {"person", entity, of(EntityKind::person)},
    {"pre", preformatted},
    {"s", emphasis, of(EmphasisKind::strike)},
    {"script", skipped},
    {"section", container},
    {"strike", emphasis, of(EmphasisKind::strike)},
    {"strong", emphasis, of(EmphasisKind::strong)},
    {"style", skipped},
    {"sub", emphasis, of(EmphasisKind::subscript)},
    {"sup", emphasis, of(EmphasisKind::superscript)},
    {"table", table},
    {"tbody", container},
    {"td", cell},
    {"tfoot", container},
    {"th", header_cell},
    {"thead", container},
    {"tr", row},
    {"tt", emphasis, of(EmphasisKind::code)},
    {"u", emphasis, of(EmphasisKind::underline)},
    {"ul", unordered_list},
    {"video", media},
    {"virtloc", entity, of(EntityKind::virtual_location)},
};
static_assert(std::ranges::is_sorted(names, {}, &MarkupName::name));

}  // namespace

MarkupName find_markup(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(names, name, {}, &MarkupName::name);
    return found != std::end(names) && found->name == name ? *found : MarkupName{name, span};
}

}  // namespace galley::newsml
