// The text of properties: labels on one line, dates in their form.

#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_vocabulary.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

namespace galley::newsml {

namespace {}  // namespace

void G2Lint::text(const XmlNode& node) {
    const G2Text kind = text_kind(node.name);
    if (kind == G2Text::other || kind == G2Text::block) {
        return;
    }
    if (kind == G2Text::label) {
        if (node.first == nullptr || node.first != node.last || node.first->kind != XmlKind::text) {
            return;
        }
        const std::string_view value = node.first->value;
        if (utf8::trim(value).size() != value.size() || value.find_first_of("\t\r\n") != std::string_view::npos) {
            say(G2Rule::white_space, node, "'" + path_of(node) + "' has white space at its ends, or tabs or line ends");
        }
        return;
    }
    std::string storage;
    date(node, text_of(node, storage), {});
}

// Guide, introduction: a time has an offset, and the offset its colon (xs:dateTime).
std::string_view zone_fault(std::string_view value) {
    value = utf8::trim(value);
    const std::size_t time = value.find('T');
    const auto read = time == std::string_view::npos ? Result<PartialDate>(PartialDate{}) : read_iso_date(value);
    if (!read || !read->time) {
        return {};
    }
    const std::size_t sign = value.find_first_of("+-", time);
    if (sign != std::string_view::npos && value.find(':', sign) == std::string_view::npos) {
        return ", whose offset has no colon";
    }
    return read->offset ? "" : ", a time without an offset from UTC";
}

void G2Lint::date(const XmlNode& node, std::string_view value, std::string_view attribute) {
    if (const std::string_view fault = zone_fault(value); !fault.empty()) {
        say(G2Rule::time_zone, node, "'" + path_of(node) + "' has " + quoted(value) + std::string(fault), attribute);
    }
}

}  // namespace galley::newsml
