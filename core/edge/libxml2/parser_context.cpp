#include "core/edge/libxml2/parser_context.h"

#include <functional>
#include <limits>

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

bool is_in_buffer(const xmlParserCtxt& context, const xmlChar* place) {
    const xmlParserInput* input = document_input(context);
    return input != nullptr && std::less_equal<>()(input->base, place) && std::less<>()(place, input->end);
}

std::uint64_t offset_in(const xmlParserCtxt& context, const xmlChar* place) {
    return is_in_buffer(context, place)
               ? document_input(context)->consumed + static_cast<std::uint64_t>(place - document_input(context)->base)
               : std::numeric_limits<std::uint64_t>::max();
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
