#include "converters/newsml/newsml_validator.h"

#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml1_lint.h"
#include "converters/newsml/nitf_lint.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_schema.h"
#include "galley/try.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace galley::newsml {

namespace {

// `driver.xsd` imports NITF's schema, too: NewsML-G2's own lets any XML stand inside inlineXML.
Result<std::shared_ptr<const XmlSchema>> schema_in(std::string_view folder, std::string_view own) {
    if (folder.empty()) {
        return nullptr;
    }
    std::error_code error;
    for (const std::string_view file : {std::string_view("driver.xsd"), own}) {
        const std::filesystem::path path = std::filesystem::path(folder) / file;
        if (std::filesystem::is_regular_file(path, error)) {
            return XmlSchema::load(path.string());
        }
    }
    return fail({.cause = Cause::usage,
                 .code = "schema.missing",
                 .message = "'" + std::string(folder) + "' holds no schema for this format",
                 .hints = {"put driver.xsd or " + std::string(own) + " there, with what they import"}});
}

/// The root of `text`; null, and told, where it is not well-formed.
const XmlNode* parse_or_say(XmlText& text, XmlTree& tree, const XmlParseOptions& options, Context& context) {
    auto parsed = parse_xml(text, tree, options, context);
    if (!parsed) {
        context.say(std::move(parsed).error());
        return nullptr;
    }
    return parsed->root;
}

void say_all(Diagnostics&& said, Context& context) {
    std::ranges::move(said, std::back_inserter(context.diagnostics()));
}

}  // namespace

Result<> validate_newsml(std::string_view name, std::string_view bytes, std::string_view schemas, Context& context) {
    GALLEY_TRY(const auto schema, schema_in(schemas, "NewsML-G2_2.35-spec-All-Power.xsd"));
    GALLEY_TRY(XmlText text, XmlText::of_bytes(name, bytes, context.diagnostics()));
    const Catalogs catalogs(context);
    G2Lint lint(&text, context.diagnostics(), &catalogs);
    // Items of a message go one by one: a thousand trees at once cost more to reach than to check.
    const auto check_item = [&](const XmlNode& item, const XmlNode& root, const XmlDoctype&) -> Result<> {
        if (root.is(nar, "newsMessage")) {
            lint.check_item(item, root);
        }
        return {};
    };
    Diagnostics faults;
    const XmlParseOptions options{.items_space = nar,
                                  .items_parent = "itemSet",
                                  .on_item = check_item,
                                  .schema = schema.get(),
                                  .schema_faults = &faults};
    XmlTree tree;
    const XmlNode* root = parse_or_say(text, tree, options, context);
    if (root == nullptr) {
        return {};
    }
    lint.check(*root);
    say_all(std::move(faults), context);
    return {};
}

Result<> validate_nitf(std::string_view name, std::string_view bytes, std::string_view schemas, Context& context) {
    GALLEY_TRY(const auto schema, schema_in(schemas, "nitf-3-6.xsd"));
    GALLEY_TRY(XmlText text, XmlText::of_bytes(name, bytes, context.diagnostics()));
    Diagnostics faults;
    XmlTree tree;
    const XmlNode* root = parse_or_say(text, tree, {.schema = schema.get(), .schema_faults = &faults}, context);
    if (root == nullptr) {
        return {};
    }
    const auto say = [&](Severity severity, std::string_view code, const XmlNode& at, std::string message,
                         std::string_view attribute = {}) {
        context.say({.severity = severity,
                     .code = std::string(code),
                     .message = std::move(message),
                     .where = place_of(text, at, attribute)});
    };
    lint_nitf(*root, [&](const SchemaFault& fault) {
        say(Severity::error, nitf_rule(fault.kind), fault.at, fault.message, fault.attribute);
    });
    lint_norm_dates(*root, [&](const XmlNode& at, std::string message) {
        say(Severity::warning, "nitf.norm-date", at, std::move(message), "norm");
    });
    // Texts of the DTD's time have no namespace, and the schema says nothing about them.
    if (root->name_space == nitf_space) {
        say_all(std::move(faults), context);
    }
    return {};
}

Result<> validate_newsml1(std::string_view name, std::string_view bytes, std::string_view /*schemas*/,
                          Context& context) {
    GALLEY_TRY(XmlText text, XmlText::of_bytes(name, bytes, context.diagnostics()));
    XmlTree tree;
    const XmlNode* root = parse_or_say(text, tree, {}, context);
    if (root == nullptr) {
        return {};
    }
    lint_newsml1(*root, text, context.diagnostics());
    return {};
}

}  // namespace galley::newsml
