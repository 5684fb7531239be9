#include "galley/registry.h"
#include "galley/suggest.h"

#include <algorithm>

namespace galley {

Result<> Registry::add(const Format& format) {
    const std::string name(format.name);
    if (name.empty() ||
        (format.make_reader == nullptr && format.make_writer == nullptr && format.validate == nullptr)) {
        return fail({.cause = Cause::internal,
                     .code = "registry.bad-format",
                     .message = "format '" + name + "' has no name or can neither be read, written nor validated",
                     .hints = {"give its descriptor a name and at least one factory"}});
    }
    if (std::ranges::any_of(formats_, [&](const Format* known) { return known->name == format.name; })) {
        return fail({.cause = Cause::internal,
                     .code = "registry.duplicate",
                     .message = "a format called '" + name + "' is in the registry already",
                     .hints = {"register each format once, under a name of its own"}});
    }
    formats_.push_back(&format);
    return {};
}

Result<const Format*> Registry::find(std::string_view name) const {
    const auto found = std::ranges::find(formats_, name, [](const Format* format) { return format->name; });
    if (found != formats_.end()) {
        return *found;
    }
    std::vector<std::string_view> names;
    std::string known;
    for (const Format* format : formats_) {
        names.push_back(format->name);
        known += (known.empty() ? "" : ", ") + std::string(format->name);
    }
    std::vector<std::string> hints = suggest(name, names);
    hints.push_back("the formats are " + known);
    return fail({.cause = Cause::usage,
                 .code = "format.unknown",
                 .message = "there is no format '" + std::string(name) + "'",
                 .hints = std::move(hints)});
}

const Format* Registry::find_media_type(std::string_view media_type) const {
    const std::string_view type = media_type.substr(0, media_type.find(';'));
    const Format* also = nullptr;
    for (const Format* format : formats_) {
        const auto& types = format->media_types;
        if (!types.empty() && types.front() == type) {
            return format;
        }
        if (also == nullptr && std::ranges::find(types, type) != types.end()) {
            also = format;
        }
    }
    return also;
}

}  // namespace galley
