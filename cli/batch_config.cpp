#include "cli/batch_settings.h"
#include "galley/host.h"
#include "galley/suggest.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::cli {
namespace {

constexpr std::uint64_t largest_config = 1 << 20;

std::unexpected<Diagnostic> bad_config(const Where& where, const std::string& message, std::vector<std::string> hints) {
    return fail({.cause = Cause::usage,
                 .code = "batch.bad-config",
                 .message = message,
                 .where = where,
                 .hints = std::move(hints)});
}

const CommandOption* find_option(const Command& command, std::string_view name) {
    const auto found = std::ranges::find(command.options, name, &CommandOption::name);
    return found == command.options.end() ? nullptr : &*found;
}

Result<> take(const BatchConfigEntry& entry, const Command& command, Arguments& arguments) {
    const std::vector<std::string>& values = entry.values;
    if (entry.key == "sources") {
        if (arguments.operands.empty()) {
            arguments.operands = values;
        }
        return {};
    }
    const CommandOption* option = find_option(command, entry.key);
    if (option == nullptr || entry.key == "config") {
        std::vector<std::string_view> names{"sources"};
        std::ranges::transform(command.options, std::back_inserter(names), &CommandOption::name);
        return bad_config(entry.where, "there is no option '" + entry.key + "'", suggest(entry.key, names));
    }
    if (option->value.empty()) {
        const bool is_flag = values.size() == 1 && (values.front() == "true" || values.front() == "false");
        if (!is_flag) {
            return bad_config(entry.where, "'" + entry.key + "' is true or false", {"leave it out for false"});
        }
        if (values.front() == "true" && !arguments.has(entry.key)) {
            arguments.give(entry.key, {});
        }
        return {};
    }
    const bool fits =
        !values.empty() && (option->repeatable || values.size() == 1) &&
        (option->choices.empty() || std::ranges::find(option->choices, values.front()) != option->choices.end());
    if (!fits) {
        return bad_config(entry.where, "'" + entry.key + "' does not take this value",
                          {"`galley batch --help` tells what it takes"});
    }
    if (!arguments.has(entry.key)) {
        arguments.give(entry.key, values);
    }
    return {};
}

}  // namespace

Result<std::optional<Digest>> take_batch_config(const Command& command, Arguments& arguments) {
    if (!arguments.has("config")) {
        return std::nullopt;
    }
    const std::string file = arguments.value("config");
    const auto host = system_host({});
    GALLEY_TRY(const auto source, host->open_source(file));
    std::string buffer;
    GALLEY_TRY(const std::string_view text, read_whole(*source, buffer, largest_config));
    GALLEY_TRY(const auto entries, galley::read_batch_config(file, text));
    for (const BatchConfigEntry& entry : entries) {
        GALLEY_CHECK(take(entry, command, arguments));
    }
    return sha256(text);
}

}  // namespace galley::cli
