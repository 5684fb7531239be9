#include "converters/newsml/nitf_lint.h"

#include "converters/newsml/child_order.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

constexpr AllowedChild nitf[] = {{"head", 0, false, true}, {"body", 1, true, true}};
constexpr AllowedChild head[] = {
    {"title", 0, false, true},   {"meta", 1},    {"tobject", 2, false, true}, {"iim", 3, false, true},
    {"docdata", 4, false, true}, {"pubdata", 5}, {"revision-history", 6}};
constexpr AllowedChild docdata[] = {{"correction", 0},
                                    {"evloc", 0},
                                    {"doc-id", 0},
                                    {"del-list", 0},
                                    {"urgency", 0},
                                    {"fixture", 0},
                                    {"date.issue", 0},
                                    {"date.release", 0},
                                    {"date.expire", 0},
                                    {"doc-scope", 0},
                                    {"series", 0},
                                    {"ed-msg", 0},
                                    {"du-key", 0},
                                    {"doc.copyright", 0},
                                    {"doc.rights", 0},
                                    {"key-list", 0},
                                    {"identified-content", 0}};
constexpr AllowedChild body[] = {{"body.head", 0, false, true}, {"body.content", 1}, {"body.end", 2, false, true}};
constexpr AllowedChild body_head[] = {
    {"hedline", 0},  {"note", 1},     {"rights", 2, false, true}, {"byline", 3}, {"distributor", 4, false, true},
    {"dateline", 5}, {"abstract", 6}, {"series", 7, false, true}};
constexpr AllowedChild hedline[] = {{"hl1", 0, true, true}, {"hl2", 1}};
constexpr AllowedChild blocks[] = {{"block", 0}, {"p", 0},    {"hl2", 0}, {"table", 0}, {"nitf-table", 0},
                                   {"media", 0}, {"ol", 0},   {"ul", 0},  {"dl", 0},    {"bq", 0},
                                   {"fn", 0},    {"note", 0}, {"pre", 0}, {"hr", 0}};
constexpr AllowedChild body_end[] = {{"tagline", 0, false, true}, {"bibliography", 1, false, true}};
constexpr AllowedChild media[] = {{"media-metadata", 0},
                                  {"media-reference", 1, true},
                                  {"media-object", 1},
                                  {"media-caption", 2},
                                  {"media-producer", 3}};
constexpr AllowedChild list[] = {{"li", 0, true}};
constexpr AllowedChild quote[] = {{"block", 0}, {"credit", 0}};
constexpr AllowedChild note[] = {{"body.content", 0, true}};
constexpr AllowedChild key_list[] = {{"keyword", 0}};
constexpr AllowedChild row[] = {{"th", 0}, {"td", 0}};

struct Tabled {
    std::string_view element;
    std::span<const AllowedChild> children;
};

constexpr Tabled tables[] = {
    {"body", body},
    {"body.content", blocks},
    {"body.end", body_end},
    {"body.head", body_head},
    {"bq", quote},
    {"docdata", docdata},
    {"fn", note},
    {"head", head},
    {"hedline", hedline},
    {"key-list", key_list},
    {"media", media},
    {"nitf", nitf},
    {"note", note},
    {"ol", list},
    {"tr", row},
    {"ul", list},
};
static_assert(std::ranges::is_sorted(tables, {}, &Tabled::element));

// NITF 3.6, date.issue: ISO 8601's basic form; the extended one is read by nobody's rule and by most programs.
bool is_basic_date(std::string_view norm) {
    const std::string_view date = norm.substr(0, norm.find('T'));
    const std::string_view clock = date.size() == norm.size() ? std::string_view() : norm.substr(date.size() + 1);
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    const std::string_view time = clock.substr(0, clock.find_first_of("Z+-"));
    const std::string_view zone = clock.substr(time.size());
    return date.size() == 8 && std::ranges::all_of(date, is_digit) && std::ranges::all_of(time, is_digit) &&
           (time.empty() || time.size() == 4 || time.size() == 6) &&
           (zone.empty() || zone == "Z" ||
            ((zone.size() == 5 || zone.size() == 3) && std::ranges::all_of(zone.substr(1), is_digit)));
}

}  // namespace

void lint_nitf(const XmlNode& root, const OnNitfFault& on_fault, const OnNitfFault& on_norm) {
    const auto* const tabled = std::ranges::lower_bound(tables, root.name, {}, &Tabled::element);
    if (tabled != std::end(tables) && tabled->element == root.name) {
        check_children(root, tabled->children,
                       [&](ChildFault, const XmlNode& at, std::string message) { on_fault(at, std::move(message)); });
    }
    if (const XmlAttribute* norm = root.attribute("norm");
        norm != nullptr && root.name != "chron" && !is_basic_date(norm->value)) {
        on_norm(root,
                "'" + path_of(root) + "' has norm '" + std::string(norm->value) + "', which is no basic ISO 8601");
    }
    for (const XmlNode* child = root.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && child->name_space == root.name_space) {
            lint_nitf(*child, on_fault, on_norm);
        }
    }
}

}  // namespace galley::newsml
