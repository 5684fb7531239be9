#include "converters/newsml/g2_structure.h"

#include "converters/newsml/namespaces.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace galley::newsml {

namespace {

constexpr AllowedChild news_message[] = {{"header", 0, true, true}, {"itemSet", 1, true, true}};
constexpr AllowedChild item_set[] = {{"newsItem", 0},      {"packageItem", 0},  {"conceptItem", 0},
                                     {"knowledgeItem", 0}, {"planningItem", 0}, {"catalogItem", 0}};
constexpr AllowedChild header[] = {{"sent", 0, true, true},
                                   {"catalogRef", 1},
                                   {"catalog", 1},
                                   {"sender", 2, false, true},
                                   {"transmitId", 3, false, true},
                                   {"priority", 4, false, true},
                                   {"origin", 5, false, true},
                                   {"timestamp", 6},
                                   {"destination", 6},
                                   {"channel", 6},
                                   {"signal", 6},
                                   {"headerExtProperty", 6}};

// What all items begin with, and then what is each kind's own.
#define GALLEY_ITEM_HEAD                                                                               \
    {"catalogRef", 0}, {"catalog", 0}, {"hopHistory", 1, false, true}, {"pubHistory", 2, false, true}, \
        {"rightsInfo", 3}, {"itemMeta", 4, true, true}, {                                              \
        "contentMeta", 5, false, true                                                                  \
    }
constexpr AllowedChild news_item[] = {GALLEY_ITEM_HEAD,
                                      {"partMeta", 6},
                                      {"assert", 7},
                                      {"inlineRef", 8},
                                      {"derivedFrom", 9},
                                      {"derivedFromValue", 9},
                                      {"contentSet", 10, false, true}};
constexpr AllowedChild package_item[] = {GALLEY_ITEM_HEAD,
                                         {"partMeta", 6},
                                         {"assert", 7},
                                         {"inlineRef", 8},
                                         {"derivedFrom", 9},
                                         {"derivedFromValue", 9},
                                         {"groupSet", 10, false, true}};
constexpr AllowedChild concept_item[] = {GALLEY_ITEM_HEAD,   {"assert", 7},           {"inlineRef", 8},
                                         {"derivedFrom", 9}, {"derivedFromValue", 9}, {"concept", 10, false, true}};
constexpr AllowedChild knowledge_item[] = {GALLEY_ITEM_HEAD,
                                           {"partMeta", 6},
                                           {"assert", 7},
                                           {"inlineRef", 8},
                                           {"derivedFrom", 9},
                                           {"derivedFromValue", 9},
                                           {"conceptSet", 10, false, true},
                                           {"schemeMeta", 11, false, true}};
constexpr AllowedChild planning_item[] = {GALLEY_ITEM_HEAD,        {"assert", 7},
                                          {"inlineRef", 8},        {"derivedFrom", 9},
                                          {"derivedFromValue", 9}, {"newsCoverageSet", 10, false, true}};
constexpr AllowedChild catalog_item[] = {GALLEY_ITEM_HEAD, {"catalogContainer", 6, true, true}};
#undef GALLEY_ITEM_HEAD

constexpr AllowedChild item_meta[] = {{"itemClass", 0, true, true},
                                      {"provider", 1, true, true},
                                      {"versionCreated", 2, true, true},
                                      {"firstCreated", 3, false, true},
                                      {"embargoed", 4, false, true},
                                      {"pubStatus", 5, false, true},
                                      {"role", 6, false, true},
                                      {"fileName", 7, false, true},
                                      {"generator", 8},
                                      {"profile", 9, false, true},
                                      {"service", 10},
                                      {"title", 11},
                                      {"edNote", 12},
                                      {"memberOf", 13},
                                      {"instanceOf", 14},
                                      {"signal", 15},
                                      {"altRep", 16},
                                      {"deliverableOf", 17},
                                      {"hash", 18},
                                      {"expires", 19},
                                      {"origRep", 20},
                                      {"incomingFeedId", 21},
                                      {"metadataCreator", 22, false, true},
                                      {"link", 23},
                                      {"itemMetaExtProperty", 24}};
constexpr AllowedChild content_meta[] = {{"icon", 0},
                                         {"urgency", 1, false, true},
                                         {"contentCreated", 2, false, true},
                                         {"contentModified", 3, false, true},
                                         {"digitalSourceType", 4, false, true},
                                         {"located", 5},
                                         {"infoSource", 5},
                                         {"creator", 5},
                                         {"contributor", 5},
                                         {"audience", 5},
                                         {"exclAudience", 5},
                                         {"altId", 5},
                                         {"rating", 5},
                                         {"userInteraction", 5},
                                         {"aiInfo", 5},
                                         {"language", 6},
                                         {"genre", 6},
                                         {"keyword", 6},
                                         {"subject", 6},
                                         {"slugline", 6},
                                         {"headline", 6},
                                         {"dateline", 6},
                                         {"by", 6},
                                         {"creditline", 6},
                                         {"description", 6},
                                         {"contentMetaExtProperty", 7}};
constexpr AllowedChild content_set[] = {{"inlineXML", 0}, {"inlineData", 0}, {"remoteContent", 0}};
constexpr AllowedChild rights_info[] = {{"accountable", 0, false, true},
                                        {"copyrightHolder", 1, false, true},
                                        {"copyrightNotice", 2},
                                        {"usageTerms", 2},
                                        {"link", 2},
                                        {"rightsInfoExtProperty", 2},
                                        {"rightsExpressionXML", 2},
                                        {"rightsExpressionData", 2},
                                        {"dataMining", 3, false, true}};
constexpr AllowedChild group_set[] = {{"group", 0, true}};
constexpr AllowedChild catalog[] = {{"title", 0}, {"scheme", 1, true}};

struct Tabled {
    std::string_view element;
    std::span<const AllowedChild> children;
};

constexpr Tabled tables[] = {
    {"catalog", catalog},
    {"catalogItem", catalog_item},
    {"conceptItem", concept_item},
    {"contentMeta", content_meta},
    {"contentSet", content_set},
    {"groupSet", group_set},
    {"header", header},
    {"itemMeta", item_meta},
    {"itemSet", item_set},
    {"knowledgeItem", knowledge_item},
    {"newsItem", news_item},
    {"newsMessage", news_message},
    {"packageItem", package_item},
    {"planningItem", planning_item},
    {"rightsInfo", rights_info},
};
static_assert(std::ranges::is_sorted(tables, {}, &Tabled::element));

}  // namespace

std::span<const AllowedChild> children_of(std::string_view element) {
    const auto* const found = std::ranges::lower_bound(tables, element, {}, &Tabled::element);
    return found != std::end(tables) && found->element == element ? found->children : std::span<const AllowedChild>();
}

void set_children_in_order(XmlNode& parent, const std::vector<XmlNode*>& children) {
    constexpr std::size_t last = 255;
    const auto order = children_of(parent.name);
    std::vector<std::pair<std::size_t, XmlNode*>> placed;
    placed.reserve(children.size());
    std::size_t place = 0;
    for (XmlNode* child : children) {
        if (child->kind == XmlKind::element) {
            const auto known = std::ranges::find(order, child->name, &AllowedChild::name);
            place = known != order.end() && child->name_space == nar ? known->place : last;
        }
        placed.emplace_back(place, child);
    }
    std::ranges::stable_sort(placed, {}, &std::pair<std::size_t, XmlNode*>::first);
    parent.first = parent.last = nullptr;
    for (const auto& [_, child] : placed) {
        child->next = nullptr;
        XmlTree::append(parent, *child);
    }
}

}  // namespace galley::newsml
