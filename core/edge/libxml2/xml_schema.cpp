#include "core/edge/libxml2/xml_schema.h"

#include "core/edge/libxml2/libxml2_start.h"
#include "core/edge/libxml2/parser_context.h"
#include "core/edge/libxml2/text_position.h"

#include <fmt/format.h>
#include <libxml/xmlschemas.h>

#include <limits>
#include <map>
#include <mutex>

namespace galley {

namespace {

constexpr std::size_t most_errors = 100;

using SchemaParser =
    std::unique_ptr<xmlSchemaParserCtxt, decltype([](xmlSchemaParserCtxt* it) { xmlSchemaFreeParserCtxt(it); })>;
using SchemaPointer = std::unique_ptr<xmlSchema, decltype([](xmlSchema* it) { xmlSchemaFree(it); })>;
using SchemaValidator =
    std::unique_ptr<xmlSchemaValidCtxt, decltype([](xmlSchemaValidCtxt* it) { xmlSchemaFreeValidCtxt(it); })>;

std::string message_of(const xmlError& error) {
    std::string message = error.message != nullptr ? error.message : "unknown error";
    while (!message.empty() && (message.back() == '\n' || message.back() == ' ' || message.back() == '.')) {
        message.pop_back();
    }
    return message;
}

void keep_first_message(void* to, xmlError* error) {
    auto& kept = *static_cast<std::string*>(to);
    if (kept.empty()) {
        kept = message_of(*error) + (error->line > 0 ? fmt::format(" in line {}", error->line) : "");
    }
}

/// What one validation needs at hand when the library reports.
struct Validation {
    std::string_view name;
    xmlParserCtxt* parser = nullptr;
    TextPosition position;
    Context& context;
    std::size_t errors = 0;
};

void report(void* to, xmlError* error) {
    auto& validation = *static_cast<Validation*>(to);
    if (++validation.errors > most_errors) {
        return;
    }
    const LineAndColumn at = validation.position.at(tag_offset(*validation.parser));
    validation.context.say({.severity = Severity::error,
                            .code = "schema.invalid",
                            .message = message_of(*error),
                            .where = {std::string(validation.name), at.line, at.column, std::nullopt},
                            .hints = {}});
}

void ignore(void*, const char*, ...) {}

void ignore_structured(void*, xmlError*) {}

/// While one lives, libxml2 fetches nothing: the compiler of schemas knows no XML_PARSE_NONET, only the loader of the process,
/// which would print what it refuses.
class NoNetwork {
public:
    NoNetwork() : loader_(xmlGetExternalEntityLoader()), report_(xmlStructuredError), report_to_(xmlStructuredErrorContext) {
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
        xmlSetStructuredErrorFunc(nullptr, ignore_structured);
    }
    NoNetwork(const NoNetwork&) = delete;
    NoNetwork& operator=(const NoNetwork&) = delete;
    ~NoNetwork() {
        xmlSetExternalEntityLoader(loader_);
        xmlSetStructuredErrorFunc(report_to_, report_);
    }

private:
    xmlExternalEntityLoader loader_;
    xmlStructuredErrorFunc report_;
    void* report_to_;
};

}  // namespace

struct XmlSchema::Compiled {
    SchemaPointer schema;
};

XmlSchema::XmlSchema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
XmlSchema::~XmlSchema() = default;

Result<std::shared_ptr<const XmlSchema>> XmlSchema::load(const std::string& path) {
    static std::mutex guard;
    static std::map<std::string, std::shared_ptr<const XmlSchema>, std::less<>> loaded;
    const std::scoped_lock lock(guard);
    if (const auto found = loaded.find(path); found != loaded.end()) {
        return found->second;
    }
    auto compiled = compile(path);
    if (compiled) {
        loaded.emplace(path, *compiled);
    }
    return compiled;
}

Result<std::shared_ptr<const XmlSchema>> XmlSchema::compile(const std::string& path) {
    start_libxml2();
    const NoNetwork no_network;
    const SchemaParser parser(xmlSchemaNewParserCtxt(path.c_str()));
    if (!parser) {
        return fail({.cause = Cause::missing_input,
                     .code = "schema.missing",
                     .message = "there is no schema '" + path + "'",
                     .where = {},
                     .hints = {}});
    }
    std::string first_message;
    xmlSchemaSetParserStructuredErrors(parser.get(), keep_first_message, &first_message);
    SchemaPointer schema(xmlSchemaParse(parser.get()));
    if (!schema) {
        return fail({.code = "schema.broken",
                     .message = "the schema '" + path + "' cannot be used: " + first_message,
                     .where = {},
                     .hints = {"keep the schemas it imports in the same folder"}});
    }
    return std::shared_ptr<const XmlSchema>(new XmlSchema(std::make_unique<Compiled>(std::move(schema))));
}

Result<> XmlSchema::validate(std::string_view name, std::string_view bytes, Context& context) const {
    if (bytes.size() > std::numeric_limits<int>::max()) {
        return fail({.code = "limit.story-bytes",
                     .message = "too large to validate",
                     .where = {std::string(name), 0, 0, std::nullopt},
                     .hints = {}});
    }
    const SchemaValidator validator(xmlSchemaNewValidCtxt(compiled_->schema.get()));
    const ParserContext parser(xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())));
    if (!validator || !parser) {
        return fail(
            {.cause = Cause::internal, .code = "xml.internal", .message = "out of memory", .where = {}, .hints = {}});
    }
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET);
    Validation validation{name, parser.get(), TextPosition(bytes), context};
    xmlSchemaSetValidStructuredErrors(validator.get(), report, &validation);

    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.error = ignore;
    handler.warning = ignore;
    xmlSAXHandler* const own = parser->sax;
    parser->sax = &handler;
    parser->userData = parser.get();
    xmlSchemaSAXPlugStruct* const plug = xmlSchemaSAXPlug(validator.get(), &parser->sax, &parser->userData);
    xmlParseDocument(parser.get());
    xmlSchemaSAXUnplug(plug);
    parser->sax = own;
    if (parser->wellFormed == 0) {
        return fail({.code = "xml.malformed",
                     .message = "'" + std::string(name) + "' is not well-formed XML",
                     .where = {std::string(name), 0, 0, std::nullopt},
                     .hints = {}});
    }
    if (validation.errors > most_errors) {
        context.say({.severity = Severity::info,
                     .code = "schema.more",
                     .message = fmt::format("{} more errors against the schema", validation.errors - most_errors),
                     .where = {std::string(name), 0, 0, std::nullopt},
                     .hints = {}});
    }
    return {};
}

}  // namespace galley
