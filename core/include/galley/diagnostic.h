#pragma once

#include "galley/export.h"
#include "galley/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace GALLEY_API galley {

enum class Severity : std::uint8_t { info, warning, error };

/// What kind of thing went wrong, for those who act on it: the command line's exit code, a batch's decision to stop.
enum class Cause : std::uint8_t {
    input,          ///< the story cannot be read or converted
    usage,          ///< the caller asked for something that does not exist or does not fit
    missing_input,  ///< there is nothing there to read
    output,         ///< the result cannot be stored: permission, space, an existing file
    self_check,     ///< the result was made and failed its own check: a bug of ours
    cancelled,      ///< the caller asked to stop
    internal        ///< a library failed in a way it should not: a bug of ours or theirs
};

/// A place in a source. Lines and columns count from 1, columns in characters; 0 means not known.
struct Where {
    std::string source{};  ///< name of the file or other source
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::optional<Span> span{};

    friend bool operator==(const Where&, const Where&) = default;
};

/// Something that went wrong or that the user should know.
///
/// `code` is stable ("text.invalid-utf8"): scripts and tests match it, never the message. `message` is one line, lower
/// case at its start, without a full stop; it names the thing. Each hint says what to do.
struct Diagnostic {
    Severity severity = Severity::error;
    Cause cause = Cause::input;
    std::string code{};
    std::string message{};
    Where where{};
    std::vector<std::string> hints{};

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// What was said beside a result, in the order it happened.
using Diagnostics = std::vector<Diagnostic>;

/// The name that stands in output and reports: "info", "warning", "error".
[[nodiscard]] const char* name_of(Severity severity);

/// The highest severity in `diagnostics`; nothing when there are none.
[[nodiscard]] std::optional<Severity> worst(const Diagnostics& diagnostics);

}  // namespace galley
