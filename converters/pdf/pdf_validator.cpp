#include "converters/pdf/pdf_validator.h"

#include "converters/pdf/check/object_checks.h"
#include "converters/pdf/finished_file.h"
#include "galley/try.h"

#include <algorithm>
#include <optional>
#include <string>

namespace galley::pdf {

namespace {

/// What the file itself says it is.
std::optional<Standard> claim_of(const CheckedFile& file) {
    if (file.catalog == 0 || file.catalog > file.objects.size()) {
        return std::nullopt;
    }
    const Value* const metadata = file.objects[file.catalog - 1].value.find("Metadata");
    const CheckedObject* const packet = metadata == nullptr ? nullptr : file.object(*metadata);
    if (packet == nullptr) {
        return std::nullopt;
    }
    const auto says = [&](std::string_view what) { return packet->data.find(what) != std::string_view::npos; };
    if (says("<pdfaid:part>2</pdfaid:part>")) {
        return Standard::a_2a;
    }
    if (!says("<pdfaid:part>3</pdfaid:part>")) {
        return std::nullopt;
    }
    return says("<pdfaid:conformance>U</pdfaid:conformance>") ? Standard::a_3u : Standard::a_3a;
}

/// ISO 19005-3, 6.1.2 and 6.1.3.
void check_bytes(std::string_view bytes, Findings& findings) {
    const bool has_header = bytes.starts_with("%PDF-1.") && bytes.size() > 16 && bytes[7] >= '0' && bytes[7] <= '7';
    findings.require(has_header, "ISO 19005-3, 6.1.2", "the file does not begin with a PDF header");
    const std::size_t comment = bytes.find('%', 1);
    const bool is_binary =
        comment <= 10 && bytes.size() > comment + 4 &&
        std::ranges::all_of(bytes.substr(comment + 1, 4), [](char c) { return static_cast<unsigned char>(c) > 127; });
    findings.require(is_binary, "ISO 19005-3, 6.1.2",
                     "the header is not followed by a comment with four bytes above 127");
    const std::size_t end = bytes.rfind("%%EOF");
    const std::string_view rest = end == std::string_view::npos ? std::string_view{"?"} : bytes.substr(end + 5);
    findings.require(rest.empty() || rest == "\n" || rest == "\r" || rest == "\r\n", "ISO 19005-3, 6.1.3",
                     "something follows the end of the file");
}

}  // namespace

Result<> validate_pdf(std::string_view name, std::string_view bytes, std::string_view, Context& context) {
    GALLEY_TRY(FinishedFile file, FinishedFile::read(std::string(name), bytes));
    Findings findings;
    check_bytes(bytes, findings);
    findings.require(file.as_read().has_identifier, "ISO 19005-3, 6.1.3", "the trailer has no /ID");
    for (const std::string& warning : file.as_read().warnings) {
        findings.add("ISO 32000-1, 7", warning);
    }
    file.unpack_all(context.limits().story_bytes, findings);
    const auto claim = claim_of(file.checked());
    file.checked().standard = claim.value_or(Standard::plain);
    if (!claim) {
        context.say({.severity = Severity::warning,
                     .code = "pdf.no-claim",
                     .message = "the file claims to be no PDF/A",
                     .where = {.source = std::string(name)}});
    }
    const Findings rules = check_file(file.checked());
    for (const Findings* const found : {static_cast<const Findings*>(&findings), &rules}) {
        for (const Finding& finding : found->all()) {
            context.say({.code = "pdf.broken-rule",
                         .message = finding.message + " (" + finding.clause + ")",
                         .where = {.source = std::string(name)}});
        }
    }
    return {};
}

}  // namespace galley::pdf
