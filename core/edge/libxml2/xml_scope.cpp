#include "core/edge/libxml2/xml_scope.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace galley {

namespace {

constexpr XmlScope::Binding usual_prefixes[] = {
    {"xsi", "http://www.w3.org/2001/XMLSchema-instance"},
    {"xlink", "http://www.w3.org/1999/xlink"},
};

}  // namespace

void XmlScope::enter(const XmlNode& element) {
    open_.push_back({{}, bindings_.size()});
    for (const XmlNamespace* own = element.first_namespace; own != nullptr; own = own->next) {
        if (uri_of(own->prefix) != own->uri) {
            bindings_.push_back({own->prefix, own->uri});
        }
    }
    open_.back().prefix = element_prefix(element);
    for (const XmlAttribute* at = element.first_attribute; at != nullptr; at = at->next) {
        if (!at->name_space.empty() && at->name_space != xml_namespace) {
            bind_attribute(*at);
        }
    }
}

std::string_view XmlScope::element_prefix(const XmlNode& element) {
    if (uri_of(element.prefix) == element.name_space) {
        return element.prefix;
    }
    if (const Binding* known = element.name_space.empty() ? nullptr : find_prefix(element.name_space, false)) {
        return known->prefix;
    }
    if (element.name_space.empty()) {
        return clear_default();
    }
    std::string_view prefix = is_declared_here(element.prefix) ? std::string_view() : element.prefix;
    if (is_declared_here(prefix)) {
        prefix = new_prefix();
    }
    bindings_.push_back({prefix, element.name_space});
    return prefix;
}

// Only the default can stand for no namespace, whatever the element itself declares it to be.
std::string_view XmlScope::clear_default() {
    for (std::size_t at = open_.back().first_binding; at < bindings_.size(); ++at) {
        if (bindings_[at].prefix.empty()) {
            bindings_[at].uri = {};
            return {};
        }
    }
    bindings_.push_back({});
    return {};
}

std::string_view XmlScope::new_prefix() {
    std::string_view prefix;
    do {
        prefix = made_.emplace_back("n" + std::to_string(made_.size() + 1));
    } while (!uri_of(prefix).empty());
    return prefix;
}

void XmlScope::bind_attribute(const XmlAttribute& attribute) {
    if (find_prefix(attribute.name_space, true) != nullptr) {
        return;
    }
    std::string_view prefix = attribute.prefix;
    if (prefix.empty()) {
        const auto* const usual = std::ranges::find(usual_prefixes, attribute.name_space, &Binding::uri);
        prefix = usual != std::end(usual_prefixes) ? usual->prefix : std::string_view();
    }
    if (prefix.empty() || !uri_of(prefix).empty()) {
        prefix = new_prefix();
    }
    bindings_.push_back({prefix, attribute.name_space});
}

std::string_view XmlScope::prefix_of(const XmlAttribute& attribute) const {
    if (attribute.name_space.empty()) {
        return {};
    }
    if (attribute.name_space == xml_namespace) {
        return "xml";
    }
    if (!attribute.prefix.empty() && uri_of(attribute.prefix) == attribute.name_space) {
        return attribute.prefix;
    }
    const Binding* known = find_prefix(attribute.name_space, true);
    return known != nullptr ? known->prefix : std::string_view();
}

void XmlScope::leave() {
    bindings_.resize(open_.back().first_binding);
    open_.pop_back();
}

std::string_view XmlScope::uri_of(std::string_view prefix) const {
    const auto all = std::views::reverse(bindings_);
    const auto found = std::ranges::find(all, prefix, &Binding::prefix);
    return found != all.end() ? found->uri : std::string_view();
}

const XmlScope::Binding* XmlScope::find_prefix(std::string_view uri, bool for_attribute) const {
    const auto all = std::views::reverse(bindings_);
    const auto found = std::ranges::find_if(all, [&](const Binding& binding) {
        return binding.uri == uri && !(for_attribute && binding.prefix.empty()) && uri_of(binding.prefix) == uri;
    });
    return found != all.end() ? &*found : nullptr;
}

bool XmlScope::is_declared_here(std::string_view prefix) const {
    return std::ranges::any_of(declared(), [&](const Binding& binding) { return binding.prefix == prefix; });
}

}  // namespace galley
