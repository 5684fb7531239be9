#pragma once

#include "cli/command.h"

namespace galley::cli {

/// The options that every command has which reads stories; `Job` understands them.
inline constexpr CommandOption from_option{.name = "from",
                                           .value = "FORMAT",
                                           .help = "read every input as FORMAT instead of finding out",
                                           .completes = Completes::format};
inline constexpr CommandOption encoding_option{
    .name = "encoding", .value = "NAME", .help = "character encoding of the input (IANA name) instead of finding out"};
inline constexpr CommandOption language_option{
    .name = "language", .value = "TAG", .help = "language of the story (BCP 47: en, fr-CA)"};
inline constexpr CommandOption option_option{.name = "option",
                                             .letter = 'O',
                                             .value = "FORMAT.NAME=VALUE",
                                             .help = "an option of a format, see `galley formats FORMAT`",
                                             .repeatable = true};
inline constexpr CommandOption repair_option{
    .name = "repair",
    .help =
        "fill in what a story lacks that its format demands from the profile and the "
        "clock, each with a warning, where it would be refused"};
inline constexpr CommandOption profile_option{.name = "profile",
                                              .value = "FILE",
                                              .help = "YAML file with the values a newsroom gives all its stories",
                                              .completes = Completes::file};
inline constexpr CommandOption set_option{.name = "set",
                                          .value = "KEY=VALUE",
                                          .help =
                                              "one value of a profile, as in --set provider.name='Example Press' or "
                                              "--set status=withheld; lists as in --set 'keywords=[Paris, talks]'",
                                          .repeatable = true};
inline constexpr CommandOption timestamp_option{
    .name = "timestamp", .value = "TIME", .help = "the clock of the run: ISO date and time, or seconds since 1970"};
inline constexpr CommandOption guid_option{
    .name = "guid", .value = "URI", .help = "identifier of the story for all its versions"};
inline constexpr CommandOption title_option{
    .name = "title", .value = "TEXT", .help = "name of the story for windows and lists; never set as a headline"};
inline constexpr CommandOption previous_option{
    .name = "previous",
    .value = "FILE",
    .help = "an earlier version: its identifier is kept, the version counts on",
    .completes = Completes::file};
inline constexpr CommandOption schema_option{.name = "schema",
                                             .value = "DIR",
                                             .help = "folder of schemas to check by (default: $GALLEY_SCHEMAS)",
                                             .completes = Completes::folder};

inline constexpr std::string_view severity_names[] = {"error", "warning"};
inline constexpr CommandOption fail_on_option{.name = "fail-on",
                                              .value = "SEVERITY",
                                              .help = "what makes the exit status tell of it (3 for warnings)",
                                              .completes = Completes::choice,
                                              .choices = severity_names};
inline constexpr std::string_view self_checks[] = {"quick", "full"};
inline constexpr CommandOption self_check_option{
    .name = "self-check",
    .value = "HOW",
    .help =
        "what each output must pass before it is published; full also runs its "
        "format's validator",
    .completes = Completes::choice,
    .choices = self_checks};

/// What --fail-on says.
[[nodiscard]] inline Severity fail_on(const Arguments& arguments) {
    return arguments.value("fail-on") == "warning" ? Severity::warning : Severity::error;
}

}  // namespace galley::cli
