#include "converters/pdf/check/object_checks.h"

#include "converters/pdf/check/checks.h"

#include <optional>

namespace galley::pdf {

Findings check_file(const CheckedFile& file) {
    Findings findings;
    check_values(file, findings);
    check_document(file, findings);
    check_fonts(file, findings);
    check_structure(file, findings);
    check_metadata(file, findings);
    return findings;
}

Result<> check_objects(const ObjectList& objects, Standard standard) {
    CheckedFile file{.objects = {},
                     .catalog = objects.catalog,
                     .information = objects.information_number(),
                     .standard = standard,
                     .store = {}};
    file.objects.reserve(objects.objects().size());
    Findings findings;
    for (const ListedObject& listed : objects.objects()) {
        std::optional<Value> value = read_value(listed.value, file.store);
        findings.require(value.has_value(), "ISO 32000-1, 7.3", "an object is not well-formed");
        file.objects.push_back(
            {.value = std::move(value).value_or(Value{}), .data = listed.plain, .is_stream = listed.is_stream});
        if (!listed.is_stream) {
            continue;
        }
        const Value& length = file.entry(file.objects.back().value, "Length");
        findings.require(length.integer == static_cast<std::int64_t>(listed.stored().size()), "ISO 19005-3, 6.1.7.1",
                         "a stream is not as long as it says");
    }
    if (findings.empty()) {
        findings = check_file(file);
    }
    if (findings.empty()) {
        return {};
    }
    const Finding& first = findings.all().front();
    return fail({.cause = Cause::self_check,
                 .code = "pdf.broken-rule",
                 .message = first.message + " (" + first.clause + ")",
                 .hints = {"this is a fault of Galley's: please report it with the story"}});
}

}  // namespace galley::pdf
