#include "converters/newsml/newsml_validator.h"

#include "converters/newsml/g2_lint.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_schema.h"
#include "galley/try.h"

#include <filesystem>

namespace galley::newsml {

namespace {

// `driver.xsd` imports NITF's schema, too: NewsML-G2's own lets any XML stand inside inlineXML.
Result<std::string> schema_in(std::string_view folder) {
    std::error_code error;
    for (const std::string_view file : {"driver.xsd", "NewsML-G2_2.35-spec-All-Power.xsd"}) {
        const std::filesystem::path path = std::filesystem::path(folder) / file;
        if (std::filesystem::is_regular_file(path, error)) {
            return path.string();
        }
    }
    return fail({.cause = Cause::usage,
                 .code = "schema.missing",
                 .message = "'" + std::string(folder) + "' holds no schema of NewsML-G2",
                 .hints = {"put driver.xsd and NewsML-G2_2.35-spec-All-Power.xsd with what they import there"}});
}

}  // namespace

Result<> validate_newsml(std::string_view name, std::string_view bytes, std::string_view schemas, Context& context) {
    GALLEY_TRY(XmlText text, XmlText::of_bytes(name, bytes, context.diagnostics()));
    XmlTree tree;
    auto parsed = parse_xml(text, tree, {}, context);
    if (!parsed) {
        context.say(std::move(parsed).error());
        return {};
    }
    G2Lint(&text, context.diagnostics()).check(*parsed->root);
    if (schemas.empty()) {
        return {};
    }
    GALLEY_TRY(const std::string path, schema_in(schemas));
    GALLEY_TRY(const auto schema, XmlSchema::load(path));
    return schema->validate(name, bytes, context);
}

}  // namespace galley::newsml
