#include "core/convert/yaml_values.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/profile.h"

#include <algorithm>
#include <string>
#include <utility>

namespace galley {

namespace {

constexpr YamlCodes codes{.unknown_key = "profile.unknown-key", .bad_value = "profile.bad-value"};
constexpr std::size_t most_hints = 8;

void read_value(YamlValues& values, const YamlNode& node, GivenOptions& options) {
    if (!node.is_mapping()) {
        values.refuse(node, "a mapping of options, like 'page: letter'");
        return;
    }
    for (const YamlEntry& entry : node.entries) {
        values.key(entry.key);
        std::vector<std::string> choices;
        read_value(values, entry.value, choices);
        std::string& value = options[entry.key];
        for (const std::string& choice : choices) {
            value += value.empty() ? choice : ',' + choice;
        }
    }
}

void read_value(YamlValues& values, const YamlNode& node, std::map<std::string, GivenOptions, std::less<>>& by_format) {
    if (!node.is_mapping()) {
        values.refuse(node, "a mapping of formats, each with its options");
        return;
    }
    for (const YamlEntry& entry : node.entries) {
        values.key(entry.key);
        read_value(values, entry.value, by_format[entry.key]);
    }
}

void members(YamlMembers& visit, Profile& profile) {
    visit("guid", profile.guid);
    visit("version", profile.version);
    visit("title", profile.title);
    visit("language", profile.language);
    visit("provider", profile.provider);
    visit("status", profile.status);
    visit("urgency", profile.urgency);
    visit("embargo", profile.embargo);
    visit("rights", profile.rights);
    visit("credit", profile.credit);
    visit("slugline", profile.slugline);
    visit("subjects", profile.subjects);
    visit("genres", profile.genres);
    visit("signals", profile.signals);
    visit("keywords", profile.keywords);
    visit("notes", profile.notes);
}

bool is_language_tag(std::string_view text) {
    return !text.empty() && text.front() != '-' && text.back() != '-' && std::ranges::all_of(text, [](char letter) {
        return letter == '-' || (letter >= '0' && letter <= '9') || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
    });
}

/// What the types alone do not say.
void check_ranges(const Profile& profile, const YamlNode& root, YamlValues& values) {
    const auto check = [&](std::string_view name, bool is_right, std::string_view expected) {
        if (!is_right) {
            values.key(name);
            values.refuse(*root.find(name), expected);
        }
    };
    check("guid", !profile.guid || profile.guid->contains(':'), "a URI like 'urn:newsml:example.org:20260102:carney'");
    check("version", !profile.version || *profile.version >= 1, "a whole number from 1 on");
    check("language", !profile.language || is_language_tag(*profile.language), "a language tag like 'en' or 'fr-CA'");
    check("urgency", !profile.urgency || (*profile.urgency >= 1 && *profile.urgency <= 9),
          "a whole number from 1 to 9");
}

Diagnostic first_of(Diagnostics diagnostics) {
    Diagnostic first = std::move(diagnostics.front());
    for (std::size_t at = 1; at < std::min(diagnostics.size(), most_hints); ++at) {
        first.hints.push_back("see line " + std::to_string(diagnostics[at].where.line) +
                              ", too: " + diagnostics[at].message);
    }
    return first;
}

Diagnostic as_usage(Diagnostic diagnostic) {
    if (diagnostic.cause == Cause::input) {
        diagnostic.cause = Cause::usage;
    }
    return diagnostic;
}

}  // namespace

Result<Profile> read_profile(std::string_view name, std::string_view yaml) {
    auto root = read_yaml(name, yaml);
    if (!root) {
        Diagnostic why = as_usage(std::move(root).error());
        why.code = "profile.not-yaml";
        return fail(std::move(why));
    }
    Profile profile;
    if (root->is_null()) {
        return profile;
    }
    Diagnostics wrong;
    YamlValues values(name, codes, wrong);
    if (!root->is_mapping()) {
        values.key("a profile");
        values.refuse(*root, "a mapping with keys like 'provider' and 'rights'");
        return fail(as_usage(std::move(wrong.front())));
    }
    YamlMembers visit(values, *root);
    members(visit, profile);
    const YamlNode* options = visit.take("options");
    if (options != nullptr && !options->is_null()) {
        values.key("options");
        read_value(values, *options, profile.options);
    }
    visit.refuse_the_rest();
    check_ranges(profile, *root, values);
    if (!values.is_sound()) {
        return fail(as_usage(first_of(std::move(wrong))));
    }
    return profile;
}

}  // namespace galley
