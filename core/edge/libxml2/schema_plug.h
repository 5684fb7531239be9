#pragma once

#include "core/edge/libxml2/compiled_schema.h"
#include "core/edge/libxml2/xml_text.h"
#include "galley/diagnostic.h"

#include <cstddef>
#include <memory>

#include <libxml/parser.h>

namespace galley {

/// Checks by a schema what a parser reports, on its way to the parser's own handlers. Only for the sources of this
/// folder.
///
/// Of the parser's handlers for errors none is called while a plug lives: set `sax->serror` once it is in.
class SchemaPlug {
public:
    /// Faults go to `faults` with their line. All must outlive the plug.
    SchemaPlug(const XmlSchema& schema, xmlParserCtxt& parser, const XmlText& text, Diagnostics& faults);
    SchemaPlug(const SchemaPlug&) = delete;
    SchemaPlug& operator=(const SchemaPlug&) = delete;
    ~SchemaPlug();

    /// Says how many faults there were beyond those that were told. Called once, when the document is read.
    void end();

private:
    struct FreeValidator {
        void operator()(xmlSchemaValidCtxt* validator) const { xmlSchemaFreeValidCtxt(validator); }
    };

    static void report(void* plug, xmlError* error);

    xmlParserCtxt& parser_;
    const XmlText& text_;
    Diagnostics& faults_;
    std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> validator_;
    xmlSchemaSAXPlugStruct* plug_ = nullptr;
    std::size_t errors_ = 0;
};

}  // namespace galley
