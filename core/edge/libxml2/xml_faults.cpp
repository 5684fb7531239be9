#include "core/edge/libxml2/xml_faults.h"

#include "core/edge/libxml2/tag_scan.h"

namespace galley {

Diagnostic xml_malformed(const XmlText& text, std::string fault, std::uint64_t offset) {
    return {.code = "xml.malformed",
            .message = "'" + text.name() + "' is no well-formed XML: " + std::move(fault),
            .where = text.where(offset, offset)};
}

Diagnostic xml_entity(const XmlText& text, std::string_view name, std::uint64_t offset) {
    return {.code = "xml.entity",
            .message = "the entity '" + std::string(name) + "' is none of XML's own; others are never expanded",
            .where = text.where(offset, offset),
            .hints = {"put its text in its place"}};
}

Diagnostic xml_too_large(const XmlText& text, std::uint64_t limit) {
    return {.code = "limit.story-bytes",
            .message = "a story in '" + text.name() + "' is larger than " + std::to_string(limit) + " bytes",
            .where = {.source = text.name()},
            .hints = {"raise the limit, or split the story"}};
}

Diagnostic xml_crowded(const XmlText& text) {
    return {.code = "limit.attributes",
            .message = "a tag of '" + text.name() + "' has more than " + std::to_string(TagScan::most_attributes) +
                       " attributes",
            .where = {.source = text.name()}};
}

}  // namespace galley
