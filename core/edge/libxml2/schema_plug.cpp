#include "core/edge/libxml2/schema_plug.h"

#include "core/edge/libxml2/parser_context.h"

#include <fmt/format.h>

#include <new>

namespace galley {

namespace {

constexpr std::size_t most_errors = 100;

}  // namespace

std::string schema_message(const xmlError& error) {
    std::string message = error.message != nullptr ? error.message : "unknown error";
    message.erase(message.find_last_not_of(" \n.") + 1);
    return message;
}

SchemaPlug::SchemaPlug(const XmlSchema& schema, xmlParserCtxt& parser, const XmlText& text, Diagnostics& faults)
    : parser_(parser),
      text_(text),
      faults_(faults),
      validator_(xmlSchemaNewValidCtxt(schema.compiled_->schema.get())) {
    if (validator_ != nullptr) {
        xmlSchemaSetValidStructuredErrors(validator_.get(), report, this);
        plug_ = xmlSchemaSAXPlug(validator_.get(), &parser.sax, &parser.userData);
    }
    if (plug_ == nullptr) {
        throw std::bad_alloc();
    }
}

SchemaPlug::~SchemaPlug() { xmlSchemaSAXUnplug(plug_); }

void SchemaPlug::report(void* plug, xmlError* error) {
    auto& self = *static_cast<SchemaPlug*>(plug);
    if (++self.errors_ > most_errors) {
        return;
    }
    const std::uint64_t offset = tag_offset(self.parser_);
    self.faults_.push_back(
        {.code = "schema.invalid", .message = schema_message(*error), .where = self.text_.where(offset, offset)});
}

void SchemaPlug::end() {
    if (errors_ > most_errors) {
        faults_.push_back({.severity = Severity::info,
                           .code = "schema.more",
                           .message = fmt::format("{} more errors against the schema", errors_ - most_errors),
                           .where = {.source = text_.name()}});
    }
}

}  // namespace galley
