#include "cli/batch_settings.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/host.h"
#include "galley/suggest.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::cli {
namespace {

constexpr std::uint64_t largest_config = 1 << 20;

std::unexpected<Diagnostic> bad_config(const Where& where, const std::string& message, std::vector<std::string> hints) {
    return fail({.cause = Cause::usage, .code = "batch.bad-config", .message = message, .where = where, .hints = std::move(hints)});
}

/// One value, or the values of a list.
Result<std::vector<std::string>> values_of(const std::string& file, const YamlEntry& entry) {
    std::vector<std::string> values;
    const YamlNode* first = entry.value.is_sequence() ? entry.value.items.data() : &entry.value;
    const std::size_t count = entry.value.is_sequence() ? entry.value.items.size() : 1;
    for (const YamlNode* node = first; node != first + count; ++node) {
        if (!node->is_scalar()) {
            return bad_config(node->where(file), "'" + entry.key + "' takes a value or a list of values", {"write it as on the command line"});
        }
        values.push_back(node->text);
    }
    return values;
}

const CommandOption* find_option(const Command& command, std::string_view name) {
    const auto found = std::ranges::find(command.options, name, &CommandOption::name);
    return found == command.options.end() ? nullptr : &*found;
}

Result<> take(const std::string& file, const YamlEntry& entry, const Command& command, Arguments& arguments) {
    GALLEY_TRY(std::vector<std::string> values, values_of(file, entry));
    if (entry.key == "sources") {
        if (arguments.operands.empty()) {
            arguments.operands = std::move(values);
        }
        return {};
    }
    const CommandOption* option = find_option(command, entry.key);
    if (option == nullptr || entry.key == "config") {
        std::vector<std::string_view> names{"sources"};
        std::ranges::transform(command.options, std::back_inserter(names), &CommandOption::name);
        return bad_config(entry.where(file), "there is no option '" + entry.key + "'", suggest(entry.key, names));
    }
    if (option->value.empty()) {
        const bool is_flag = values.size() == 1 && (values.front() == "true" || values.front() == "false");
        if (!is_flag) {
            return bad_config(entry.where(file), "'" + entry.key + "' is true or false", {"leave it out for false"});
        }
        if (values.front() == "true" && !arguments.has(entry.key)) {
            arguments.give(entry.key, {});
        }
        return {};
    }
    const bool fits = !values.empty() && (option->repeatable || values.size() == 1) &&
                      (option->choices.empty() || std::ranges::find(option->choices, values.front()) != option->choices.end());
    if (!fits) {
        return bad_config(entry.where(file), "'" + entry.key + "' does not take this value", {"`galley batch --help` tells what it takes"});
    }
    if (!arguments.has(entry.key)) {
        arguments.give(entry.key, std::move(values));
    }
    return {};
}

}  // namespace

Result<> read_batch_config(const Command& command, Arguments& arguments) {
    if (!arguments.has("config")) {
        return {};
    }
    const std::string file = arguments.value("config");
    const auto host = system_host({});
    GALLEY_TRY(const auto source, host->open_source(file));
    std::string buffer;
    GALLEY_TRY(const std::string_view text, read_whole(*source, buffer, largest_config));
    GALLEY_TRY(const YamlNode config, read_yaml(file, text));
    if (!config.is_mapping()) {
        return bad_config(config.where(file), "'" + file + "' is no mapping of options to values", {"write lines like: jobs: 4"});
    }
    for (const YamlEntry& entry : config.entries) {
        GALLEY_CHECK(take(file, entry, command, arguments));
    }
    return {};
}

}  // namespace galley::cli
