#pragma once

#include "cli/arguments.h"
#include "galley/convert.h"
#include "galley/document.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "galley/result.h"

#include <memory>
#include <optional>
#include <string>

namespace galley::cli {

/// What the options in job_options.h amount to: the formats, the world, and how to read and convert each story.
class Job {
public:
    /// Fails with `usage.*`, `clock.bad-epoch`, `format.unknown`, `option.*`, `profile.*` and as reading the files does
    /// that the options name.
    [[nodiscard]] static Result<std::unique_ptr<Job>> create(const Arguments& arguments);

    [[nodiscard]] const Registry& registry() const { return registry_; }
    [[nodiscard]] const Host& host() const { return *host_; }
    [[nodiscard]] const ConvertOptions& options() const { return options_; }

    /// The options given for `format`, by --option and the profile.
    [[nodiscard]] GivenOptions given_for(const Format& format) const;

    /// A context for one input, with the options of formats that stand inside others.
    [[nodiscard]] std::unique_ptr<Context> context(std::stop_token stop = {}) const;

private:
    Result<> read_clock(const Arguments& arguments);
    Result<> read_profile_and_values(const Arguments& arguments);
    Result<> read_format_options(const Arguments& arguments);
    Result<> read_reader_options(const Arguments& arguments);
    Result<> read_previous(const Arguments& arguments);

    Registry registry_;
    std::unique_ptr<Host> host_;
    ConvertOptions options_;
    std::map<std::string, GivenOptions, std::less<>>
        writing_;  ///< options_.profile.options without what is for readers alone
    std::optional<Document> previous_;
};

}  // namespace galley::cli
