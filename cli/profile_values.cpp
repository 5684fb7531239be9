#include "cli/profile_values.h"

#include "cli/json_text.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace galley::cli {
namespace {

std::string yaml_value(std::string_view value) {
    const bool collection =
        (value.starts_with('[') && value.ends_with(']')) || (value.starts_with('{') && value.ends_with('}'));
    return collection ? std::string(value) : json_string(value);
}

/// "name: value" pairs of one mapping as YAML in flow style.
std::string flow_mapping(const std::map<std::string, std::string>& pairs) {
    std::string text;
    for (const auto& [key, value] : pairs) {
        text += (text.empty() ? "{" : ", ") + json_string(key) + ": " + value;
    }
    return text + "}";
}

}  // namespace

Result<Profile> profile_of_values(const std::vector<std::string>& settings) {
    std::map<std::string, std::string> top;
    std::map<std::string, std::map<std::string, std::string>> inner;
    for (const std::string& setting : settings) {
        const std::size_t equals = setting.find('=');
        const std::string key = setting.substr(0, equals);
        if (equals == std::string::npos || key.empty() || std::ranges::count(key, '.') > 1) {
            return fail({.cause = Cause::usage,
                         .code = "usage.bad-set",
                         .message = "--set '" + setting + "' is not KEY=VALUE",
                         .hints = {"as in --set status=withheld or --set provider.name='Example Press'"}});
        }
        const std::string value = yaml_value(std::string_view(setting).substr(equals + 1));
        if (const std::size_t dot = key.find('.'); dot != std::string::npos) {
            inner[key.substr(0, dot)][key.substr(dot + 1)] = value;
        } else {
            top[key] = value;
        }
    }
    for (const auto& [key, pairs] : inner) {
        top[key] = flow_mapping(pairs);
    }
    std::string yaml;
    for (const auto& [key, value] : top) {
        yaml += json_string(key) + ": " + value + "\n";
    }
    return read_profile("--set", yaml);
}

}  // namespace galley::cli
