#include "converters/newsml/nitf_lint.h"

#include "converters/newsml/child_order.h"

#include <algorithm>

namespace galley::newsml {

namespace {

// NITF 3.6, date.issue: ISO 8601's basic form; the extended one is read by nobody's rule and by most programs.
bool is_basic_date(std::string_view norm) {
    const std::string_view date = norm.substr(0, norm.find('T'));
    const std::string_view clock = date.size() == norm.size() ? std::string_view() : norm.substr(date.size() + 1);
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    const std::string_view time = clock.substr(0, clock.find_first_of("Z+-"));
    const std::string_view zone = clock.substr(time.size());
    return date.size() == 8 && std::ranges::all_of(date, is_digit) && std::ranges::all_of(time, is_digit) &&
           (time.empty() || time.size() == 4 || time.size() == 6) &&
           (zone.empty() || zone == "Z" ||
            ((zone.size() == 5 || zone.size() == 3) && std::ranges::all_of(zone.substr(1), is_digit)));
}

// Texts of the DTD's time say the version of that.
bool is_about_version(const SchemaFault& fault) {
    return fault.at.name_space.empty() && fault.kind == SchemaFaultKind::value && fault.at.name == "nitf" &&
           (fault.attribute == "version" || fault.attribute == "change.date" || fault.attribute == "change.time");
}

}  // namespace

void lint_nitf(const XmlNode& root, const OnSchemaFault& on_fault) {
    SchemaCheck([&](const SchemaFault& fault) {
        if (!is_about_version(fault)) {
            on_fault(fault);
        }
    }).check_nitf(root);
}

std::string_view nitf_rule(SchemaFaultKind kind) {
    return kind >= SchemaFaultKind::unknown_attribute ? "nitf.value" : "nitf.structure";
}

void lint_norm_dates(const XmlNode& root, const OnNitfFault& on_norm) {
    if (const XmlAttribute* norm = root.attribute("norm");
        norm != nullptr && root.name != "chron" && !is_basic_date(norm->value)) {
        on_norm(root,
                "'" + path_of(root) + "' has norm '" + std::string(norm->value) + "', which is no basic ISO 8601");
    }
    for (const XmlNode* child = root.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && child->name_space == root.name_space) {
            lint_norm_dates(*child, on_norm);
        }
    }
}

}  // namespace galley::newsml
