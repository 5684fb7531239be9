#include "converters/newsml/kept_markup.h"

#include "core/edge/libxml2/xml_serializer.h"
#include "galley/diagnostic.h"

#include <algorithm>
#include <string>

namespace galley::newsml {

namespace {

std::string markup_of(const XmlNode& element, std::string_view markup) {
    std::string kept;
    if (!stands_alone(element, markup)) {
        Diagnostics ignored;
        XmlSerializer(kept, ignored).write(element);
        return kept;
    }
    const std::size_t name_end = 1 + element.prefix.size() + (element.prefix.empty() ? 0 : 1) + element.name.size();
    kept = markup.substr(0, name_end);
    for (const XmlNamespace* known = element.first_namespace; known != nullptr; known = known->next) {
        if (known->inherited) {
            ((kept += known->prefix.empty() ? " xmlns" : " xmlns:") += known->prefix) += "=\"";
            (kept += known->uri) += '"';
        }
    }
    return kept.append(markup, name_end);
}

}  // namespace

bool stands_alone(const XmlNode& element, std::string_view markup) {
    constexpr std::string_view own_references[] = {"amp;", "lt;", "gt;", "quot;", "apos;", "#"};
    for (std::size_t at = markup.find('&'); at != std::string_view::npos; at = markup.find('&', at + 1)) {
        const std::string_view name = markup.substr(at + 1, 5);
        if (std::ranges::none_of(own_references, [&](std::string_view own) { return name.starts_with(own); })) {
            return false;
        }
    }
    bool is_declared = false;
    for (const XmlNamespace* known = element.first_namespace; known != nullptr; known = known->next) {
        is_declared = is_declared || known->prefix == element.prefix;
        if (known->inherited && known->uri.find_first_of("&<\"") != std::string_view::npos) {
            return false;
        }
    }
    return is_declared || element.name_space.empty();
}

void keep_markup(const XmlNode& element, std::string_view markup, std::string_view format, Document& document) {
    document.extra.push_back({.kind = ExtraKind::element,
                              .format = std::string(format),
                              .name = std::string(element.name),
                              .name_space = std::string(element.name_space),
                              .value = markup_of(element, markup)});
}

const Extra* find_markup(const Document& document, std::string_view format) {
    const auto found = std::ranges::find_if(
        document.extra, [&](const Extra& extra) { return extra.format == format && extra.kind == ExtraKind::element; });
    return found != document.extra.end() ? &*found : nullptr;
}

}  // namespace galley::newsml
