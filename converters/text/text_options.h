#pragma once

#include "converters/text/date_parser.h"
#include "converters/text/story_text.h"
#include "galley/option.h"
#include "galley/partial_date.h"
#include "galley/result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace galley::text {

/// The options of plain text, for reading and for writing.
[[nodiscard]] std::span<const OptionSpec> text_options();

struct ReadOptions {
    std::string encoding;  ///< empty: find out
    std::string language;  ///< BCP 47; empty: find out
    DateOrder date_order = DateOrder::automatic;
    std::optional<PartialDate> reference_date;  ///< gives dates without a year theirs
    std::string conventions;                    ///< path of a conventions file; empty: only the built-in ones
    bool repair_double_encoding = false;
    HeadlineRule headline = HeadlineRule::automatic;

    /// Fails with `option.bad-value` when the reference date is no full date.
    [[nodiscard]] static Result<ReadOptions> from(const OptionValues& values);
};

struct WriteOptions {
    std::size_t width = 0;    ///< columns to wrap at; 0: one line a paragraph
    bool head_matter = true;  ///< headline, byline and date before the text

    [[nodiscard]] static WriteOptions from(const OptionValues& values);
};

}  // namespace galley::text
