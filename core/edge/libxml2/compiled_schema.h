#pragma once

#include "core/edge/libxml2/xml_schema.h"

#include <memory>
#include <string>

#include <libxml/xmlschemas.h>

namespace galley {

struct FreeSchema {
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
};

/// Only for the sources of this folder.
struct XmlSchema::Compiled {
    std::unique_ptr<xmlSchema, FreeSchema> schema;
};

/// What libxml2 says of a schema or a document, in the manner of our messages.
std::string schema_message(const xmlError& error);

}  // namespace galley
