#include "cli/targets.h"

#include "galley/try.h"

#include <algorithm>
#include <filesystem>

namespace galley::cli {
namespace {

std::vector<std::string> split_at_commas(const std::vector<std::string>& values) {
    std::vector<std::string> names;
    for (const std::string& value : values) {
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t end = std::min(value.find(',', begin), value.size());
            if (end > begin) {
                names.push_back(value.substr(begin, end - begin));
            }
            begin = end + 1;
        }
    }
    return names;
}

std::string writable_names(const Registry& registry) {
    std::string names;
    for (const Format* format : registry.formats()) {
        if (format->make_writer != nullptr) {
            names += (names.empty() ? "" : ", ") + std::string(format->name);
        }
    }
    return names;
}

Result<const Format*> format_of_extension(const std::string& file, const Registry& registry) {
    const std::string extension = std::filesystem::path(file).extension().string();
    const Format* found = nullptr;
    for (const Format* format : registry.formats()) {
        if (format->make_writer == nullptr ||
            std::ranges::find(format->extensions, extension) == format->extensions.end()) {
            continue;
        }
        if (found != nullptr) {
            return fail({.cause = Cause::usage,
                         .code = "usage.unclear-extension",
                         .message = "'" + extension + "' is the extension of several formats",
                         .hints = {"say which with --to " + std::string(found->name) + " or --to " +
                                   std::string(format->name)}});
        }
        found = format;
    }
    if (found == nullptr) {
        return fail({.cause = Cause::usage,
                     .code = "usage.no-target",
                     .message = "no format to write was named, and '" + file + "' does not tell it",
                     .hints = {"name one with --to: " + writable_names(registry)}});
    }
    return found;
}

}  // namespace

Result<std::vector<const Format*>> chosen_formats(const Arguments& arguments, const Registry& registry) {
    const std::vector<std::string> names = split_at_commas(arguments.values("to"));
    if (names.empty()) {
        const std::string file = arguments.value("output");
        if (file.empty() || file == "-") {
            return fail({.cause = Cause::usage,
                         .code = "usage.no-target",
                         .message = "no format to write was named",
                         .hints = {"name one or more with --to: " + writable_names(registry)}});
        }
        GALLEY_TRY(const Format* format, format_of_extension(file, registry));
        return std::vector{format};
    }
    std::vector<const Format*> formats;
    for (const std::string& name : names) {
        GALLEY_TRY(const Format* format, registry.find(name));
        if (format->make_writer == nullptr) {
            return fail({.cause = Cause::usage,
                         .code = "format.cannot-write",
                         .message = "'" + name + "' can be read but not written",
                         .hints = {"what can be written: " + writable_names(registry)}});
        }
        formats.push_back(format);
    }
    return formats;
}

Result<std::vector<Target>> make_targets(const std::vector<const Format*>& formats, const Job& job) {
    std::vector<Target> targets;
    for (const Format* format : formats) {
        GALLEY_TRY(Target target, Target::create(*format, job.given_for(*format), job.host()));
        targets.push_back(std::move(target));
    }
    return targets;
}

}  // namespace galley::cli
