#include "converters/newsml/newsml_options.h"

#include "converters/newsml/g2_versions.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

constexpr std::string_view bodies[] = {"nitf", "xhtml", "text"};

constexpr std::string_view versions[] = {"2.28", "2.29", "2.30", "2.31", "2.32", "2.33", "2.34", "2.35"};
static_assert(std::size(versions) == newest_written_version - oldest_written_version + 1);

constexpr OptionSpec table[] = {
    {"version", OptionKind::choice, "2.35",
     "version of the standard to write; what it does not have yet is left out (items read from NewsML-G2 keep theirs)",
     versions},
    {"body", OptionKind::choices, "nitf", "how the text is written: nitf, xhtml, text, or several of them", bodies},
    {"catalog", OptionKind::text, "", "URL of the provider's own catalog, when QCodes of its own are used"},
    {"schemes", OptionKind::text, "",
     "the provider's own schemes of codes, ALIAS=URI with commas between, declared where used"},
    {"message", OptionKind::flag, "false", "put a single item into a newsMessage, too"},
    {"derived-from", OptionKind::flag, "true", "name the source by its SHA-256 digest in a link"},
    {"repair", OptionKind::flag, "false",
     "give an item that lacks its guid, provider or version's date those of the run, and say so"},
};

// A comma within a URI would be no fault of the caller's, but is percent-encoded in those that schemes have.
Result<std::vector<OwnScheme>> read_schemes(std::string_view list) {
    std::vector<OwnScheme> schemes;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view entry = utf8::trim(list.substr(0, end));
        const std::size_t equals = entry.find('=');
        if (equals == std::string_view::npos || equals == 0 || entry.find(':', equals) == std::string_view::npos ||
            entry.substr(0, equals).find_first_of(": \t") != std::string_view::npos) {
            return fail({.cause = Cause::usage,
                         .code = "newsml.bad-scheme",
                         .message = "'" + std::string(entry) + "' is not ALIAS=URI",
                         .hints = {"as in --option newsml-g2.schemes=desk=http://example.org/desks/"}});
        }
        schemes.push_back({std::string(entry.substr(0, equals)), std::string(entry.substr(equals + 1))});
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return schemes;
}

}  // namespace

std::span<const OptionSpec> newsml_options() { return table; }

Result<NewsmlOptions> NewsmlOptions::from(const OptionValues& values) {
    NewsmlOptions options;
    for (const std::size_t index : values.choices("body")) {
        options.body.push_back(static_cast<BodyFormat>(index));
    }
    if (values.is_given("version")) {
        options.minor_version = oldest_written_version + static_cast<unsigned>(values.choice("version"));
    }
    GALLEY_TRY(options.own_schemes, read_schemes(values.text("schemes")));
    options.repair = values.flag("repair");
    options.provider_catalog = values.text("catalog");
    options.message = values.flag("message");
    options.derived_from = values.flag("derived-from");
    return options;
}

}  // namespace galley::newsml
