#include "cli/batch_settings.h"

#include "cli/targets.h"
#include "galley/try.h"

#include <charconv>
#include <limits>
#include <optional>

namespace galley::cli {
namespace {

constexpr std::uint64_t profile_bytes = 1 << 20;

std::unexpected<Diagnostic> bad_value(std::string_view option, const std::string& value, const char* hint) {
    return fail({.cause = Cause::usage,
                 .code = "usage.bad-value",
                 .message = "--" + std::string(option) + " '" + value + "' makes no sense",
                 .hints = {hint}});
}

std::optional<std::uint64_t> read_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Result<std::uint64_t> number_of(const Arguments& arguments, std::string_view option, std::uint64_t fallback,
                                std::uint64_t most) {
    if (!arguments.has(option)) {
        return fallback;
    }
    const auto number = read_number(arguments.value(option));
    if (!number || *number > most) {
        return bad_value(option, arguments.value(option), "give it a whole number");
    }
    return *number;
}

Result<> read_shard(const Arguments& arguments, BatchSource& source) {
    if (!arguments.has("shard")) {
        return {};
    }
    const std::string value = arguments.value("shard");
    const std::size_t slash = value.find('/');
    const auto shard = read_number(std::string_view(value).substr(0, slash));
    const auto shards =
        slash == std::string::npos ? std::nullopt : read_number(std::string_view(value).substr(slash + 1));
    if (!shard || !shards || *shard == 0 || *shard > *shards || *shards > std::numeric_limits<std::uint32_t>::max()) {
        return bad_value("shard", value, "write it as 1/8 to 8/8");
    }
    source.shard = static_cast<std::uint32_t>(*shard);
    source.shards = static_cast<std::uint32_t>(*shards);
    return {};
}

Result<std::vector<std::pair<std::string, std::string>>> read_bag_info(const Arguments& arguments) {
    std::vector<std::pair<std::string, std::string>> elements;
    for (const std::string& element : arguments.values("bag-info")) {
        const std::size_t equals = element.find('=');
        // RFC 8493, 2.2.2: a label, a colon, a value, on one line.
        const std::string label = element.substr(0, equals);
        if (equals == 0 || equals == std::string::npos || label.find(':') != std::string::npos ||
            element.find('\n') != std::string::npos) {
            return bad_value("bag-info", element, "write it as Source-Organization='Example Press'");
        }
        elements.emplace_back(label, element.substr(equals + 1));
    }
    return elements;
}

Result<> read_limits(const Arguments& arguments, Limits& limits) {
    constexpr std::uint64_t most_counted = std::numeric_limits<std::uint32_t>::max();
    for (const std::string& limit : arguments.values("limit")) {
        const std::size_t equals = limit.find('=');
        const std::string_view name = std::string_view(limit).substr(0, equals);
        const auto number =
            equals == std::string::npos ? std::nullopt : read_number(std::string_view(limit).substr(equals + 1));
        const bool counted = name == "blocks" || name == "pages";
        if (!number || *number == 0 || (counted && *number > most_counted)) {
            return bad_value("limit", limit,
                             "write it as story-bytes=1000000; others are output-bytes, blocks and pages");
        }
        if (name == "story-bytes") {
            limits.story_bytes = *number;
        } else if (name == "output-bytes") {
            limits.output_bytes = *number;
        } else if (name == "blocks") {
            limits.blocks = static_cast<std::uint32_t>(*number);
        } else if (name == "pages") {
            limits.pages = static_cast<std::uint32_t>(*number);
        } else {
            return bad_value("limit", limit,
                             "write it as story-bytes=1000000; others are output-bytes, blocks and pages");
        }
    }
    return {};
}

/// What outputs depend on besides the options of the formats that are written.
Result<std::string> identity_of(const Arguments& arguments, const Job& job) {
    std::string identity;
    if (arguments.has("profile")) {
        GALLEY_TRY(const auto source, job.host().open_source(arguments.value("profile")));
        std::string buffer;
        GALLEY_TRY(const std::string_view profile, read_whole(*source, buffer, profile_bytes));
        identity += profile;
    }
    for (const char* option : {"set", "option", "language", "encoding"}) {
        for (const std::string& value : arguments.values(option)) {
            identity += std::string(1, '\0') + option + "=" + value;
        }
    }
    return identity;
}

}  // namespace

Result<BatchDestination> batch_destination(const Arguments& arguments) {
    const int named = arguments.has("output-dir") + arguments.has("tar") + arguments.has("bag");
    if (named != 1) {
        return fail({.cause = Cause::usage,
                     .code = "usage.no-destination",
                     .message = named == 0 ? "no destination was named" : "more than one destination was named",
                     .hints = {"name one, with --output-dir DIR, --tar FILE or --bag DIR"}});
    }
    BatchDestination destination;
    if (arguments.has("tar")) {
        destination.path = arguments.value("tar");
        const bool compressed = destination.path.ends_with(".zst") || destination.path.ends_with(".tzst");
        destination.form = compressed ? BatchForm::tar_zstd : BatchForm::tar;
    } else {
        destination.path = arguments.has("bag") ? arguments.value("bag") : arguments.value("output-dir");
        destination.form = arguments.has("bag") ? BatchForm::bag : BatchForm::folder;
        while (destination.path.size() > 1 && destination.path.ends_with('/')) {
            destination.path.pop_back();
        }
    }
    destination.layout = arguments.value("layout") == "hashed" ? BatchLayout::hashed : BatchLayout::mirror;
    GALLEY_TRY(destination.bag_info, read_bag_info(arguments));
    return destination;
}

Result<BatchSettings> batch_settings(const Arguments& arguments, const BatchDestination& destination, const Job& job) {
    BatchSettings settings;
    settings.destination = destination;
    settings.source.paths = arguments.operands;
    settings.source.list = arguments.has("files-from");
    settings.source.list_path = arguments.value("files-from");
    settings.source.list_separator = arguments.has("null") ? '\0' : '\n';
    settings.source.include = arguments.values("include");
    settings.source.exclude = arguments.values("exclude");
    GALLEY_CHECK(read_shard(arguments, settings.source));
    GALLEY_TRY(const auto formats, chosen_formats(arguments, job.registry()));
    GALLEY_TRY(settings.targets, make_targets(formats, job));
    if (arguments.has("check-reproducible")) {
        GALLEY_TRY(settings.second_targets, make_targets(formats, job));
    }
    for (const Format* format : job.registry().formats()) {
        if (auto given = job.given_for(*format); !given.empty()) {
            settings.nested_options.emplace(format->name, std::move(given));
        }
    }
    settings.options = job.options();
    GALLEY_CHECK(read_limits(arguments, settings.limits));
    constexpr std::uint64_t most_seconds = 1'000'000'000;
    GALLEY_TRY(const std::uint64_t seconds, number_of(arguments, "deadline", 600, most_seconds));
    settings.deadline = std::chrono::seconds(seconds);
    GALLEY_TRY(const std::uint64_t jobs, number_of(arguments, "jobs", 0, 512));
    settings.jobs = static_cast<std::uint32_t>(jobs);
    GALLEY_TRY(settings.max_failures,
               number_of(arguments, "max-failures", 0, std::numeric_limits<std::uint64_t>::max()));
    settings.resume = arguments.has("resume");
    settings.premis = arguments.has("premis");
    settings.durable = !arguments.has("no-sync");
    settings.mark_crashes = true;
    GALLEY_TRY(settings.identity, identity_of(arguments, job));
    return settings;
}

}  // namespace galley::cli
