#include "converters/newsml/newsml_options.h"

namespace galley::newsml {

namespace {

constexpr std::string_view bodies[] = {"nitf", "xhtml", "text"};

constexpr OptionSpec table[] = {
    {"body", OptionKind::choices, "nitf", "how the text is written: nitf, xhtml, text, or several of them", bodies},
    {"catalog", OptionKind::text, "", "URL of the provider's own catalog, when QCodes of its own are used"},
    {"message", OptionKind::flag, "false", "put a single item into a newsMessage, too"},
    {"derived-from", OptionKind::flag, "true", "name the source by its SHA-256 digest in a link"},
};

}  // namespace

std::span<const OptionSpec> newsml_options() {
    return table;
}

NewsmlOptions NewsmlOptions::from(const OptionValues& values) {
    NewsmlOptions options;
    for (const std::size_t index : values.choices("body")) {
        options.body.push_back(static_cast<BodyFormat>(index));
    }
    options.provider_catalog = values.text("catalog");
    options.message = values.flag("message");
    options.derived_from = values.flag("derived-from");
    return options;
}

}  // namespace galley::newsml
