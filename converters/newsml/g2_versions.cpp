#include "converters/newsml/g2_versions.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <span>
#include <tuple>

namespace galley::newsml {

namespace {

struct NewElement {
    std::string_view name;
    unsigned since;
};

struct NewChild {
    std::string_view parent;
    std::string_view name;
    unsigned since;
};

struct NewAttribute {
    std::string_view name;
    std::string_view element;  ///< empty: all that have it
    unsigned since;
};

constexpr NewElement elements[] = {
#include "converters/newsml/data/g2_new_elements.inc"
};
constexpr NewChild children[] = {
#include "converters/newsml/data/g2_new_children.inc"
};
constexpr NewAttribute attributes[] = {
#include "converters/newsml/data/g2_new_attributes.inc"
};

constexpr auto child_key = [](const NewChild& child) { return std::tuple(child.parent, child.name); };

static_assert(std::ranges::is_sorted(elements, {}, &NewElement::name));
static_assert(std::ranges::is_sorted(children, {}, child_key));
static_assert(std::ranges::is_sorted(attributes, {}, &NewAttribute::name));
static_assert(std::ranges::max(attributes, {}, &NewAttribute::since).since == newest_attribute_version);

}  // namespace

unsigned minor_version(std::string_view stated) {
    constexpr std::string_view major = "2.";
    unsigned minor = 0;
    if (!stated.starts_with(major)) {
        return 0;
    }
    const auto [end, error] = std::from_chars(stated.data() + major.size(), stated.data() + stated.size(), minor);
    return error == std::errc() && end == stated.data() + stated.size() && minor <= newest_known_version ? minor : 0;
}

unsigned since_version(std::string_view parent, std::string_view element) {
    const auto* const found = std::ranges::lower_bound(elements, element, {}, &NewElement::name);
    const unsigned since = found != std::end(elements) && found->name == element ? found->since : 0;
    const std::tuple key(parent, element);
    const auto* const child = std::ranges::lower_bound(children, key, {}, child_key);
    return child != std::end(children) && child_key(*child) == key ? std::max(since, child->since) : since;
}

unsigned attribute_since_version(std::string_view element, std::string_view attribute) {
    unsigned since = 0;
    for (const NewAttribute& known : std::ranges::equal_range(attributes, attribute, {}, &NewAttribute::name)) {
        if (known.element.empty() || known.element == element) {
            since = std::max(since, known.since);
        }
    }
    return since;
}

}  // namespace galley::newsml
