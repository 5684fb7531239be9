// The text of properties: labels on one line, dates in their form.

#include "converters/newsml/g2_lint.h"
#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_vocabulary.h"
#include "converters/newsml/schema_numbers.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

namespace galley::newsml {

namespace {

bool has_text(const XmlNode& node) {
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element || (child->kind == XmlKind::text && !utf8::trim(child->value).empty())) {
            return true;
        }
    }
    return false;
}

// g2normalizedString forbids line ends, which labels with markup may have.
bool is_normalized(std::string_view name) {
    return name == "name" || name == "slugline" || name == "keyword" || name == "creditline" || name == "fileName" ||
           name == "postalCode" || name == "generator" || name == "profile" || name == "line";
}

}  // namespace

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
            breaks_schema_ =
                breaks_schema_ || (is_normalized(node.name) && value.find_first_of("\t\r\n") != std::string_view::npos);
            say(G2Rule::white_space, node, "'" + path_of(node) + "' has white space at its ends, or tabs or line ends");
        }
        return;
    }
    std::string storage;
    const std::string_view value = text_of(node, storage);
    if (kind == G2Text::one_to_nine) {
        number(node, value, {}, is_number(value, 1, 9));
        return;
    }
    if (value.empty()) {
        if (kind != G2Text::optional_full_date && has_text(node) == false) {
            say(G2Rule::date_form, node, "'" + path_of(node) + "' holds no date");
        }
        return;
    }
    // libxml2 allows no white space before an xs:dateTime, and some after it.
    breaks_schema_ = breaks_schema_ || (kind != G2Text::date && node.first->kind == XmlKind::text &&
                                        !node.first->value.starts_with(value));
    date(node, value, {});
}

void G2Lint::number(const XmlNode& node, std::string_view value, std::string_view attribute, bool fits) {
    if (!fits && !inside_content_) {
        say(G2Rule::value, node,
            "'" + path_of(node) + "' has " + std::string(attribute) + (attribute.empty() ? "" : " ") + quoted(value) +
                ", which the schema does not allow",
            attribute);
    }
}

// Guide, introduction: a time has an offset, and the offset its colon (xs:dateTime).
void G2Lint::date(const XmlNode& node, std::string_view value, std::string_view attribute) {
    const std::string_view trimmed = utf8::trim(value);
    const auto read = read_iso_date(trimmed);
    if (!read) {
        say(G2Rule::date_form, node, "'" + path_of(node) + "' has " + quoted(value) + ", which is no date", attribute);
        return;
    }
    const std::size_t time = trimmed.find('T');
    const std::string_view clock = time == std::string_view::npos ? std::string_view() : trimmed.substr(time);
    const std::size_t sign = clock.find_first_of("+-");
    const bool basic_offset = sign != std::string_view::npos && clock.find(':', sign) == std::string_view::npos;
    const G2Text kind = attribute.empty() ? text_kind(node.name) : G2Text::date;
    breaks_schema_ = breaks_schema_ || basic_offset;
    if ((read->time && !read->offset) || basic_offset) {
        say(G2Rule::time_zone, node,
            "'" + path_of(node) + "' has " + quoted(value) +
                (basic_offset ? ", whose offset has no colon" : ", a time without an offset from UTC"),
            attribute);
    } else if ((kind == G2Text::full_date || kind == G2Text::optional_full_date) && !(read->is_full() && read->time)) {
        say(G2Rule::date_form, node, "'" + path_of(node) + "' has " + quoted(value) + ", and must have date and time",
            attribute);
    }
}

}  // namespace galley::newsml
