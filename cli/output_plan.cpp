#include "cli/output_plan.h"

#include "galley/try.h"

#include <sys/stat.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace galley::cli {
namespace {

namespace fs = std::filesystem;

std::string stem_of(const std::string& input) { return input == "-" ? "stdin" : fs::path(input).stem().string(); }

std::vector<std::string> extensions_of(const std::vector<const Format*>& formats) {
    std::map<std::string_view, int> uses;
    for (const Format* format : formats) {
        ++uses[format->extensions.front()];
    }
    std::vector<std::string> extensions;
    for (const Format* format : formats) {
        const std::string_view extension = format->extensions.front();
        extensions.push_back((uses[extension] > 1 ? "." + std::string(format->name) : "") + std::string(extension));
    }
    return extensions;
}

/// What tells files apart, whatever their names.
using FileIdentity = std::pair<dev_t, ino_t>;

/// Nothing for a file that is not there.
std::optional<FileIdentity> identity_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return FileIdentity(status.st_dev, status.st_ino);
}

Diagnostic usage(std::string code, std::string message, std::string hint) {
    return {.cause = Cause::usage, .code = std::move(code), .message = std::move(message), .hints = {std::move(hint)}};
}

Diagnostic no_folder(std::string message, std::string hint) {
    return {
        .cause = Cause::output, .code = "output.no-folder", .message = std::move(message), .hints = {std::move(hint)}};
}

/// Whether an output may have the name `name`.
Result<> check_file(const std::string& name, const std::set<FileIdentity>& sources, bool force) {
    const auto identity = identity_of(name);
    if (!identity) {
        return {};
    }
    std::error_code ignored;
    if (fs::is_directory(name, ignored)) {
        return fail({.cause = Cause::output,
                     .code = "output.is-directory",
                     .message = "'" + name + "' is a folder",
                     .hints = {"name a file, or the folder with --output-dir"}});
    }
    if (sources.contains(*identity)) {
        return fail(usage("output.is-input", "'" + name + "' would be written over the story it comes from",
                          "write to another folder or name"));
    }
    if (!force && fs::is_regular_file(name, ignored)) {
        return fail({.cause = Cause::output,
                     .code = "output.exists",
                     .message = "'" + name + "' is there already",
                     .hints = {"give --force to replace it"}});
    }
    return {};
}

}  // namespace

Result<OutputPlan> OutputPlan::create(const Arguments& arguments, const std::vector<const Format*>& formats,
                                      bool output_is_terminal) {
    OutputPlan plan;
    plan.inputs_ = arguments.operands;
    plan.extensions_ = extensions_of(formats);
    GALLEY_CHECK(plan.choose_place(arguments, formats));
    if (plan.single()) {
        GALLEY_CHECK(plan.check_single(arguments, formats, output_is_terminal));
    }
    GALLEY_CHECK(plan.check_names());
    GALLEY_CHECK(plan.check_files(arguments.has("force")));
    return plan;
}

Result<> OutputPlan::choose_place(const Arguments& arguments, const std::vector<const Format*>& formats) {
    if (arguments.has("output") && arguments.has("output-dir")) {
        return fail(usage("usage.two-places", "-o and --output-dir exclude each other", "keep the one you mean"));
    }
    if (arguments.has("output-dir")) {
        folder_ = arguments.value("output-dir");
        if (folder_ == "-") {
            return fail(usage("usage.two-places", "standard output is no folder", "use -o - for one output"));
        }
        return {};
    }
    if (formats.size() > 1) {
        return fail(usage("usage.needs-output-dir", "several formats do not go into one output",
                          "name a folder with --output-dir; '.' is this one"));
    }
    file_ = arguments.has("output") ? arguments.value("output") : "-";
    return {};
}

Result<> OutputPlan::check_single(const Arguments&, const std::vector<const Format*>& formats,
                                  bool output_is_terminal) const {
    const Format& format = *formats.front();
    if (inputs_.size() > 1 && !format.many_stories) {
        return fail(usage("usage.needs-output-dir",
                          "several stories do not go into one output: " + std::string(format.name) + " holds one",
                          "name a folder with --output-dir; '.' is this one"));
    }
    if (file_ == "-" && format.binary && output_is_terminal) {
        return fail(usage("usage.binary-to-terminal", std::string(format.name) + " is not for a terminal",
                          "name a file with -o, or send standard output elsewhere"));
    }
    return {};
}

std::string OutputPlan::path(std::size_t input, std::size_t format, std::size_t story) const {
    if (single()) {
        return file_;
    }
    const std::string number = story > 1 ? "-" + std::to_string(story) : "";
    return (fs::path(folder_) / (stem_of(inputs_[input]) + number + extensions_[format])).string();
}

Result<> OutputPlan::check_names() const {
    if (single()) {
        return {};
    }
    std::map<std::string, std::size_t> taken;
    for (std::size_t input = 0; input < inputs_.size(); ++input) {
        for (std::size_t format = 0; format < extensions_.size(); ++format) {
            const std::string name = path(input, format, 1);
            const auto [other, fresh] = taken.try_emplace(name, input);
            if (!fresh) {
                const std::string& first = inputs_[other->second];
                return fail(
                    usage("output.same-name",
                          "'" + first + "' and '" + inputs_[input] + "' would both be written to '" + name + "'",
                          other->second == input ? "name each format once" : "convert them into different folders"));
            }
        }
    }
    return {};
}

/// The folder of a -o is not made: a mistyped name would leave folders behind.
Result<> OutputPlan::check_folder() const {
    std::error_code ignored;
    const std::string folder = single() ? fs::path(file_).parent_path().string() : folder_;
    const fs::file_status status = fs::status(folder, ignored);
    if (folder.empty() || fs::is_directory(status)) {
        return {};
    }
    if (fs::exists(status)) {
        return fail(no_folder("'" + folder + "' is not a folder", "name another"));
    }
    return single() ? fail(no_folder("there is no folder '" + folder + "'", "make it with: mkdir -p '" + folder + "'"))
                    : Result<>();
}

Result<> OutputPlan::make_folder() const {
    std::error_code error;
    if (!single()) {
        fs::create_directories(folder_, error);
    }
    return error ? fail(no_folder("the folder '" + folder_ + "' cannot be made: " + error.message(), "name another"))
                 : Result<>();
}

Result<> OutputPlan::check_files(bool force) const {
    if (single() && file_ == "-") {
        return {};
    }
    GALLEY_CHECK(check_folder());
    std::set<FileIdentity> sources;
    for (const std::string& input : inputs_) {
        if (const auto identity = identity_of(input)) {
            sources.insert(*identity);
        }
    }
    for (std::size_t input = 0; input < inputs_.size(); ++input) {
        for (std::size_t format = 0; format < extensions_.size(); ++format) {
            GALLEY_CHECK(check_file(path(input, format, 1), sources, force));
        }
    }
    return {};
}

}  // namespace galley::cli
