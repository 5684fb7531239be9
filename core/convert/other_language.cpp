#include "core/convert/other_language.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace galley {

namespace {

constexpr std::uint8_t sure = 95;

/// "FR" of "fr-CA", in small letters, or the one that stands for its like.
std::string primary_language(std::string_view tag) {
    std::string language(tag.substr(0, tag.find_first_of("-_")));
    std::ranges::transform(language, language.begin(),
                           [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | ' ') : byte; });
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> alike{{
        {"nb", "no"},
        {"nn", "no"},
        {"bs", "hr"},
        {"sr", "hr"},
        {"sh", "hr"},
        {"ms", "id"},
        {"cmn", "zh"},
        {"yue", "zh"},
        {"fil", "tl"},
    }};
    const auto like =
        std::ranges::find(alike, std::string_view(language), &std::pair<std::string_view, std::string_view>::first);
    return like == alike.end() ? language : std::string(like->second);
}

}  // namespace

std::optional<Diagnostic> other_language(const Profile& profile, const Document& story) {
    const auto& read = story.meta.language;
    if (!profile.language || !read || read->method != Method::inferred || read->confidence < sure ||
        primary_language(*profile.language) == primary_language(read->value) || *profile.language == "und" ||
        *profile.language == "mul") {
        return std::nullopt;
    }
    return Diagnostic{.severity = Severity::warning,
                      .code = "profile.other-language",
                      .message = "the language is set to '" + *profile.language + "', but the text reads as '" +
                                 read->value + "' (" + std::to_string(read->confidence) + " % sure); '" +
                                 *profile.language + "' is written",
                      .where = {.source = story.source.name},
                      .hints = {"leave the language out of the profile where stories have several: each is found out"}};
}

}  // namespace galley
