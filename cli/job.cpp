#include "cli/job.h"

#include "cli/profile_values.h"
#include "cli/program_registry.h"
#include "cli/timestamp.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstdlib>

namespace galley::cli {
namespace {

constexpr std::uint64_t profile_bytes = 1 << 20;

bool has_option(const Format& format, std::string_view name) {
    return std::ranges::find(format.options, name, &OptionSpec::name) != format.options.end();
}

/// The shell hands over bytes; everything in a document is UTF-8.
Result<> check_utf8(const Arguments& arguments, std::string_view option) {
    for (const std::string& value : arguments.values(option)) {
        if (!utf8::is_valid(value)) {
            return fail({.cause = Cause::usage,
                         .code = "usage.bad-value",
                         .message = "--" + std::string(option) + " is not UTF-8",
                         .hints = {"use a UTF-8 locale in the terminal"}});
        }
    }
    return {};
}

std::string schemas_of(const Arguments& arguments) {
    if (arguments.has("schema")) {
        return arguments.value("schema");
    }
    const char* folder = std::getenv("GALLEY_SCHEMAS");
    return folder == nullptr ? std::string() : std::string(folder);
}

}  // namespace

Result<std::unique_ptr<Job>> Job::create(const Arguments& arguments) {
    auto job = std::make_unique<Job>();
    for (const char* option : {"set", "option", "title", "guid", "language", "encoding"}) {
        GALLEY_CHECK(check_utf8(arguments, option));
    }
    GALLEY_CHECK(register_formats(job->registry_));
    GALLEY_CHECK(job->read_clock(arguments));
    if (arguments.has("from")) {
        GALLEY_TRY(job->options_.from, job->registry_.find(arguments.value("from")));
    }
    GALLEY_CHECK(job->read_profile_and_values(arguments));
    GALLEY_CHECK(job->read_format_options(arguments));
    GALLEY_CHECK(job->read_reader_options(arguments));
    GALLEY_CHECK(job->read_previous(arguments));
    job->options_.schemas = schemas_of(arguments);
    job->options_.self_check = arguments.value("self-check") == "full" ? SelfCheck::full : SelfCheck::quick;
    return job;
}

GivenOptions Job::given_for(const Format& format) const {
    const auto found = writing_.find(format.name);
    return found == writing_.end() ? GivenOptions() : found->second;
}

std::unique_ptr<Context> Job::context(std::stop_token stop) const {
    auto made = std::make_unique<Context>(registry_, *host_, Limits(), std::move(stop));
    made->nested_options = writing_;
    return made;
}

Result<> Job::read_clock(const Arguments& arguments) {
    GALLEY_TRY(const auto now,
               arguments.has("timestamp") ? read_timestamp(arguments.value("timestamp")) : run_instant());
    host_ = system_host(now);
    return {};
}

Result<> Job::read_profile_and_values(const Arguments& arguments) {
    Profile& profile = options_.profile;
    if (arguments.has("profile")) {
        const std::string path = arguments.value("profile");
        GALLEY_TRY(const auto source, host_->open_source(path));
        std::string buffer;
        GALLEY_TRY(const std::string_view yaml, read_whole(*source, buffer, profile_bytes));
        GALLEY_TRY(profile, read_profile(path, yaml));
    }
    if (arguments.has("set")) {
        GALLEY_TRY(const Profile over, profile_of_values(arguments.values("set")));
        profile = merge(std::move(profile), over);
    }
    if (arguments.has("guid")) {
        profile.guid = arguments.value("guid");
    }
    if (arguments.has("title")) {
        profile.title = arguments.value("title");
    }
    if (arguments.has("language")) {
        profile.language = arguments.value("language");
    }
    return {};
}

Result<> Job::read_format_options(const Arguments& arguments) {
    for (const std::string& setting : arguments.values("option")) {
        const std::size_t equals = setting.find('=');
        const std::size_t dot = setting.substr(0, equals).rfind('.');
        if (equals == std::string::npos || dot == std::string::npos) {
            return fail({.cause = Cause::usage,
                         .code = "usage.bad-option",
                         .message = "--option '" + setting + "' is not FORMAT.NAME=VALUE",
                         .hints = {"as in --option pdf.page=letter; `galley formats FORMAT` lists the options"}});
        }
        options_.profile.options[setting.substr(0, dot)][setting.substr(dot + 1, equals - dot - 1)] =
            setting.substr(equals + 1);
    }
    for (const Format* format : registry_.formats()) {
        if (arguments.has("repair") && has_option(*format, "repair")) {
            options_.profile.options[std::string(format->name)].try_emplace("repair", "true");
        }
    }
    for (const auto& [name, given] : options_.profile.options) {
        GALLEY_TRY(const Format* format, registry_.find(name));
        GALLEY_CHECK(OptionValues::create(format->name, format->options, given));
    }
    writing_ = options_.profile.options;
    return {};
}

Result<> Job::read_reader_options(const Arguments& arguments) {
    for (const char* name : {"encoding", "language"}) {
        if (!arguments.has(name)) {
            continue;
        }
        if (options_.from != nullptr && std::string_view(name) == "encoding" && !has_option(*options_.from, name)) {
            return fail(
                {.cause = Cause::usage,
                 .code = "usage.encoding-in-format",
                 .message = std::string(options_.from->name) + " states its encoding itself; --encoding does not apply",
                 .hints = {"leave --encoding out"}});
        }
        for (const Format* format : registry_.formats()) {
            if (format->make_reader != nullptr && has_option(*format, name)) {
                options_.profile.options[std::string(format->name)].try_emplace(name, arguments.value(name));
            }
        }
    }
    return {};
}

Result<> Job::read_previous(const Arguments& arguments) {
    if (!arguments.has("previous")) {
        return {};
    }
    const std::string path = arguments.value("previous");
    GALLEY_TRY(const auto source, host_->open_source(path));
    const auto reading = context();
    GALLEY_CHECK(read_stories(
        *source, ConvertOptions{},
        [this](Document&& story) -> Result<> {
            if (!previous_) {
                previous_ = std::move(story);
            }
            return {};
        },
        *reading));
    if (!previous_) {
        return fail(
            {.cause = Cause::missing_input, .code = "format.no-story", .message = "'" + path + "' holds no story"});
    }
    options_.previous = &*previous_;
    return {};
}

}  // namespace galley::cli
