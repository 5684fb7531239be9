#include "cli/rule_book.h"

#include "cli/json_text.h"
#include "galley/suggest.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace galley::cli {
namespace {

/// A rule and the formats that have it.
struct KnownRule {
    const Rule* rule = nullptr;
    std::vector<std::string_view> formats;
};

std::map<std::string_view, KnownRule> all_rules(const Registry& registry) {
    std::map<std::string_view, KnownRule> rules;
    for (const Format* format : registry.formats()) {
        for (const Rule& rule : format->rules) {
            KnownRule& known = rules[rule.code];
            known.rule = known.rule == nullptr ? &rule : known.rule;
            known.formats.push_back(format->name);
        }
    }
    return rules;
}

bool is_meant(std::string_view code, std::string_view name) {
    return name == "all" || code == name ||
           (code.ends_with(name) && code.size() > name.size() && code[code.size() - name.size() - 1] == '.');
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string list;
    for (const std::string_view name : names) {
        (list += list.empty() ? "" : ", ") += name;
    }
    return list;
}

std::string json_of(const KnownRule& known) {
    std::vector<std::string> formats;
    formats.reserve(known.formats.size());
    for (const std::string_view name : known.formats) {
        formats.push_back(json_string(name));
    }
    return JsonObject()
               .text("code", known.rule->code)
               .text("severity", name_of(known.rule->severity))
               .member("formats", json_array(formats))
               .text("asks", known.rule->asks)
               .text("why", known.rule->why)
               .text("clause", known.rule->clause)
               .text("repair", known.rule->repair)
               .json() +
           "\n";
}

std::string text_of(const KnownRule& known, const Console& console) {
    const Rule& rule = *known.rule;
    return console.styled(rule.code, Style::bold) + " (" + name_of(rule.severity) + "; " + joined(known.formats) +
           ")\n" + "  asks    " + std::string(rule.asks) + "\n" + "  why     " + std::string(rule.why) + "\n" +
           "  clause  " + std::string(rule.clause) + "\n" + "  repair  " + std::string(rule.repair) + "\n";
}

}  // namespace

const Rule* find_rule(std::span<const Rule> rules, std::string_view code) {
    const auto found = std::ranges::find(rules, code, &Rule::code);
    return found != rules.end() ? &*found : nullptr;
}

Result<> explain_rule(const Registry& registry, std::string_view name, bool as_json, Console& console) {
    const auto rules = all_rules(registry);
    std::vector<std::string_view> codes;
    bool any = false;
    for (const auto& [code, known] : rules) {
        codes.push_back(code);
        if (is_meant(code, name)) {
            console.print(as_json ? json_of(known) : (any ? "\n" : "") + text_of(known, console));
            any = true;
        }
    }
    if (any) {
        return {};
    }
    auto hints = suggest(name, codes);
    hints.emplace_back("`galley validate --explain all` tells of every rule");
    return fail({.cause = Cause::usage,
                 .code = "validate.unknown-rule",
                 .message = "there is no rule '" + std::string(name) + "'",
                 .hints = std::move(hints)});
}

}  // namespace galley::cli
