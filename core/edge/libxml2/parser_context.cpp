#include "core/edge/libxml2/parser_context.h"

namespace galley {

namespace {

const xmlParserInput* document_input(const xmlParserCtxt& context) {
    return context.inputNr > 0 ? context.inputTab[0] : context.input;
}

}  // namespace

std::uint64_t offset_of(const xmlParserCtxt& context) {
    const xmlParserInput* input = document_input(context);
    return input == nullptr ? 0 : input->consumed + static_cast<std::uint64_t>(input->cur - input->base);
}

std::uint64_t tag_offset(const xmlParserCtxt& context) {
    const xmlParserInput* input = document_input(context);
    if (input == nullptr) {
        return 0;
    }
    const xmlChar* at = input->cur;
    while (at > input->base && *--at != '<') {
    }
    return input->consumed + static_cast<std::uint64_t>((*at == '<' ? at : input->cur) - input->base);
}

}  // namespace galley
