#include "converters/newsml/schemes.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace galley::newsml {

namespace {

constexpr Scheme schemes[] = {
#include "converters/newsml/data/iptc_schemes.inc"
};
static_assert(std::ranges::is_sorted(schemes, {}, &Scheme::alias));

constexpr std::string_view news_item_natures[] = {"animation", "audio", "composite", "graphic",
                                                  "picture",   "text",  "video"};
constexpr std::string_view concept_item_natures[] = {"concept", "scheme"};
constexpr std::string_view planning_item_natures[] = {"newscoverage"};
constexpr std::string_view statuses[] = {"canceled", "usable", "withheld"};

constexpr std::string_view iptc_catalog = "/catalog.IPTC-G2-Standards_";

constexpr std::string_view retired_codes[] = {"irel:associatedWith", "irel:prevVersion"};

}  // namespace

const Scheme* find_iptc_scheme(std::string_view alias) {
    const auto* const found = std::ranges::lower_bound(schemes, alias, {}, &Scheme::alias);
    return found != std::end(schemes) && found->alias == alias ? found : nullptr;
}

bool is_iptc_catalog(std::string_view href) { return href.find(iptc_catalog) != std::string_view::npos; }

unsigned iptc_catalog_number(std::string_view href) {
    const std::size_t at = href.find(iptc_catalog);
    unsigned number = 0;
    if (at != std::string_view::npos) {
        const std::string_view rest = href.substr(at + iptc_catalog.size());
        std::from_chars(rest.data(), rest.data() + rest.size(), number);
    }
    return number;
}

std::span<const std::string_view> mandatory_codes(std::string_view alias) {
    if (alias == "ninat") {
        return news_item_natures;
    }
    if (alias == "stat") {
        return statuses;
    }
    if (alias == "cinat") {
        return concept_item_natures;
    }
    if (alias == "plinat") {
        return planning_item_natures;
    }
    return {};
}

bool is_retired_code(std::string_view qcode) {
    return std::ranges::find(retired_codes, qcode) != std::end(retired_codes);
}

}  // namespace galley::newsml
