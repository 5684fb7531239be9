#include "converters/text/text_options.h"

#include "galley/iso_date.h"

namespace galley::text {
namespace {

constexpr std::string_view date_orders[] = {"auto", "day-first", "month-first"};
constexpr std::string_view headline_rules[] = {"auto", "none", "first-line"};

constexpr OptionSpec options[] = {
    {"encoding", OptionKind::text, "", "reading: character encoding of the text; empty finds out"},
    {"language", OptionKind::text, "", "reading: language of the text (BCP 47); empty finds out"},
    {"date-order", OptionKind::choice, "auto", "reading: how 02/01/2026 is meant where nothing decides", date_orders},
    {"reference-date", OptionKind::text, "",
     "reading: a date (2026-01-31) near the story's, from which dates without a year take theirs"},
    {"conventions", OptionKind::text, "",
     "reading: a YAML file with the newsroom's own agencies, by-words and furniture"},
    {"repair-double-encoding", OptionKind::flag, "false", "reading: undo UTF-8 that was encoded twice"},
    {"headline", OptionKind::choice, "auto", "reading: whether the text begins with a headline", headline_rules},
    {"width", OptionKind::integer, "0", "writing: columns to wrap at; 0 writes one line a paragraph", {}, 0, 10000},
    {"head-matter", OptionKind::flag, "true",
     "writing: headline, byline and date before the text, the copyright notice after it"},
};

}  // namespace

std::span<const OptionSpec> text_options() { return options; }

Result<ReadOptions> ReadOptions::from(const OptionValues& values) {
    ReadOptions read;
    read.encoding = values.text("encoding");
    read.language = values.text("language");
    read.date_order = static_cast<DateOrder>(values.choice("date-order"));
    read.conventions = values.text("conventions");
    read.repair_double_encoding = values.flag("repair-double-encoding");
    read.headline = static_cast<HeadlineRule>(values.choice("headline"));
    if (const std::string_view reference = values.text("reference-date"); !reference.empty()) {
        const auto date = read_iso_date(reference);
        if (!date || !date->is_full()) {
            return fail({.cause = Cause::usage,
                         .code = "option.bad-value",
                         .message = "'text.reference-date' is '" + std::string(reference) + "', which is no full date",
                         .hints = {"write it as 2026-01-31"}});
        }
        read.reference_date = *date;
    }
    return read;
}

WriteOptions WriteOptions::from(const OptionValues& values) {
    return {.width = static_cast<std::size_t>(values.integer("width")), .head_matter = values.flag("head-matter")};
}

}  // namespace galley::text
