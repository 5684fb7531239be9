#include "galley/option.h"
#include "galley/suggest.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace galley {

namespace {

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        text += (text.empty() ? "" : ", ") + std::string(word);
    }
    return text;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::vector<std::string_view> split_at_commas(std::string_view list) {
    std::vector<std::string_view> words;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        words.push_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return words;
}

std::vector<std::string_view> names_of(std::span<const OptionSpec> table) {
    std::vector<std::string_view> names;
    for (const OptionSpec& option : table) {
        names.push_back(option.name);
    }
    return names;
}

/// What the option wants, for a message; empty when `value` is that.
std::string complaint(const OptionSpec& option, std::string_view value) {
    const auto is_choice = [&](std::string_view word) {
        return std::ranges::find(option.choices, word) != option.choices.end();
    };
    switch (option.kind) {
        case OptionKind::flag: return value == "true" || value == "false" ? "" : "true or false";
        case OptionKind::integer: {
            const auto number = read_integer(value);
            const bool fits = number && *number >= option.least && *number <= option.most;
            return fits ? ""
                        : "a whole number from " + std::to_string(option.least) + " to " + std::to_string(option.most);
        }
        case OptionKind::choice: return is_choice(value) ? "" : "one of " + joined(option.choices);
        case OptionKind::choices:
            return std::ranges::all_of(split_at_commas(value), is_choice)
                       ? ""
                       : "any of " + joined(option.choices) + ", with commas between";
        case OptionKind::text: return "";
    }
    return "";
}

}  // namespace

Result<OptionValues> OptionValues::create(std::string_view format, std::span<const OptionSpec> table,
                                          const std::map<std::string, std::string>& given) {
    OptionValues values;
    values.table_ = table;
    for (const auto& [name, value] : given) {
        const auto option = std::ranges::find(table, name, &OptionSpec::name);
        const std::string full_name = std::string(format) + '.' + name;
        if (option == table.end()) {
            std::vector<std::string> hints = suggest(name, names_of(table));
            hints.push_back(table.empty()
                                ? "'" + std::string(format) + "' has no options"
                                : "the options of '" + std::string(format) + "' are " + joined(names_of(table)));
            return fail({.cause = Cause::usage,
                         .code = "option.unknown",
                         .message = "there is no option '" + full_name + "'",
                         .hints = std::move(hints)});
        }
        if (const std::string wanted = complaint(*option, value); !wanted.empty()) {
            return fail({.cause = Cause::usage,
                         .code = "option.bad-value",
                         .message = "'" + full_name + "' cannot be '" + value + "'",
                         .hints = {"give " + wanted}});
        }
        values.given_.emplace(name, value);
    }
    return values;
}

std::string_view OptionValues::text(std::string_view name) const {
    if (const auto given = given_.find(name); given != given_.end()) {
        return given->second;
    }
    const auto option = std::ranges::find(table_, name, &OptionSpec::name);
    if (option == table_.end()) {
        std::abort();  // a converter asked for an option that its own table lacks
    }
    return option->fallback;
}

bool OptionValues::flag(std::string_view name) const { return text(name) == "true"; }

std::int64_t OptionValues::integer(std::string_view name) const { return read_integer(text(name)).value_or(0); }

std::size_t OptionValues::choice(std::string_view name) const {
    const std::string_view value = text(name);
    const auto option = std::ranges::find(table_, name, &OptionSpec::name);
    return static_cast<std::size_t>(std::ranges::find(option->choices, value) - option->choices.begin());
}

std::vector<std::size_t> OptionValues::choices(std::string_view name) const {
    std::vector<std::size_t> indexes;
    const auto option = std::ranges::find(table_, name, &OptionSpec::name);
    for (const std::string_view word : split_at_commas(text(name))) {
        indexes.push_back(static_cast<std::size_t>(std::ranges::find(option->choices, word) - option->choices.begin()));
    }
    return indexes;
}

bool OptionValues::is_given(std::string_view name) const { return given_.contains(name); }

std::string OptionValues::canonical() const {
    std::vector<std::string_view> names = names_of(table_);
    std::ranges::sort(names);
    std::string lines;
    for (const std::string_view name : names) {
        lines += std::string(name) + '=' + std::string(text(name)) + '\n';
    }
    return lines;
}

}  // namespace galley
