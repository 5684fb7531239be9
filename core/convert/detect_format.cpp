#include "core/text/binary_signature.h"
#include "core/text/markup_signature.h"
#include "galley/registry.h"

#include <algorithm>

namespace galley {

namespace {

constexpr std::size_t most_looked_at = 4096;
constexpr SniffScore whatever = 20;  ///< what a format that takes anything gives; a name says more than that

/// For the message alone.
std::string_view look_of(std::string_view head) {
    for (const std::string_view look : {find_binary_signature(head), find_markup_signature(head)}) {
        if (!look.empty()) {
            return look;
        }
    }
    return head.find('\0') != std::string_view::npos ? "binary" : "none of the formats at hand";
}

std::string_view extension_of(std::string_view name) {
    const std::size_t slash = name.find_last_of('/');
    const std::size_t dot = name.find_last_of('.');
    const bool inside_name = dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash);
    return inside_name ? name.substr(dot) : std::string_view();
}

bool has_extension(const Format& format, std::string_view extension) {
    return std::ranges::any_of(format.extensions, [&](std::string_view one) {
        return std::ranges::equal(one, extension, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    });
}

}  // namespace

Result<Detection> detect_format(const Registry& registry, std::string_view name, std::string_view head) {
    head = head.substr(0, most_looked_at);
    const std::string_view extension = extension_of(name);
    Detection best;
    bool best_by_extension = false;
    const Format* named = nullptr;  // by its extension alone
    for (const Format* format : registry.formats()) {
        if (format->sniff == nullptr || format->make_reader == nullptr) {
            continue;
        }
        const SniffScore score = format->sniff(head);
        const bool by_extension = !extension.empty() && has_extension(*format, extension);
        named = by_extension && score == 0 ? format : named;
        if (score > best.score || (score > 0 && score == best.score && by_extension && !best_by_extension)) {
            best = {format, score};
            best_by_extension = by_extension;
        }
    }
    if (best.format == nullptr) {
        return fail({.code = "format.not-recognised",
                     .message = "'" + std::string(name) + "' is not in a format that can be read: it looks like " +
                                std::string(look_of(head)),
                     .where = {.source = std::string(name)},
                     .hints = {"name its format with --from if you know better"}});
    }
    if (named != nullptr && !best_by_extension && best.score <= whatever) {
        return fail({.code = "format.not-recognised",
                     .message = "'" + std::string(name) + "' is named as " + std::string(named->name) +
                                ", but holds none that can be read",
                     .where = {.source = std::string(name)},
                     .hints = {"name its format if you know better: --from " + std::string(best.format->name)}});
    }
    return best;
}

}  // namespace galley
