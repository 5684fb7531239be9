#pragma once

#include "galley/export.h"
#include "galley/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

enum class OptionKind : std::uint8_t {
    flag,     ///< "true" or "false"
    integer,  ///< decimal, with `OptionSpec::least` and `most`
    text,     ///< any text
    choice,   ///< one of `OptionSpec::choices`
    choices   ///< any of them, with commas between, in the order given; may be empty
};

/// One option of a format, as data: help, completion, checks and documentation come from it.
struct OptionSpec {
    std::string_view name{};  ///< "page"; on the command line `--option pdf.page=letter`
    OptionKind kind = OptionKind::text;
    std::string_view fallback{};  ///< its value when it is not given, in the same notation
    std::string_view help{};      ///< one line
    std::span<const std::string_view> choices{};
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// The options of one format, checked against its table. Every option of the table has a value.
class OptionValues {
public:
    /// Checks `given` (option name without the format's prefix, value) against `table`. Fails with `option.unknown` and
    /// a suggestion, or `option.bad-value`. `format` names the format in messages. `table` must outlive the result.
    [[nodiscard]] static Result<OptionValues> create(std::string_view format, std::span<const OptionSpec> table,
                                                     const std::map<std::string, std::string>& given);

    /// REQUIRES: the table has `name` with a fitting kind.
    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] std::string_view text(std::string_view name) const;
    /// Index into the option's `choices`.
    [[nodiscard]] std::size_t choice(std::string_view name) const;
    /// Indexes into the option's `choices`, in the order given.
    [[nodiscard]] std::vector<std::size_t> choices(std::string_view name) const;
    /// True when the caller gave it, even if he gave the fallback.
    [[nodiscard]] bool is_given(std::string_view name) const;

    /// All options as "name=value", sorted by name, with a line end after each: equal for equal behaviour.
    [[nodiscard]] std::string canonical() const;

private:
    std::span<const OptionSpec> table_;
    std::map<std::string, std::string, std::less<>> given_;
};

}  // namespace galley
