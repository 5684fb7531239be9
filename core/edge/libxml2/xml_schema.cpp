#include "core/edge/libxml2/xml_schema.h"

#include "core/edge/libxml2/compiled_schema.h"
#include "core/edge/libxml2/libxml2_start.h"

#include <fmt/format.h>

#include <map>
#include <mutex>

namespace galley {

namespace {

using SchemaParser =
    std::unique_ptr<xmlSchemaParserCtxt, decltype([](xmlSchemaParserCtxt* it) { xmlSchemaFreeParserCtxt(it); })>;

void keep_first_message(void* to, xmlError* error) {
    auto& kept = *static_cast<std::string*>(to);
    if (kept.empty()) {
        kept = schema_message(*error) + (error->line > 0 ? fmt::format(" in line {}", error->line) : "");
    }
}

void ignore_structured(void*, xmlError*) {}

/// While one lives, libxml2 fetches nothing: the compiler of schemas knows no XML_PARSE_NONET, only the loader of the
/// process, which would print what it refuses.
class NoNetwork {
public:
    NoNetwork()
        : loader_(xmlGetExternalEntityLoader()),
          report_(xmlStructuredError),
          report_to_(xmlStructuredErrorContext) {
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
    std::unique_ptr<xmlSchema, FreeSchema> schema(xmlSchemaParse(parser.get()));
    if (!schema) {
        return fail({.code = "schema.broken",
                     .message = "the schema '" + path + "' cannot be used: " + first_message,
                     .where = {},
                     .hints = {"keep the schemas it imports in the same folder"}});
    }
    return std::shared_ptr<const XmlSchema>(new XmlSchema(std::make_unique<Compiled>(std::move(schema))));
}

}  // namespace galley
