#include "converters/pdf/qpdf_edge.h"

#define POINTERHOLDER_TRANSITION 4     // qpdf 11: std::shared_ptr instead of its own
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <exception>

namespace galley::pdf {

namespace {

constexpr std::size_t largest_packed = 1 << 20;     // files with compressed cross-references
constexpr std::uint32_t sparse_by = 16;             // object numbers may be this many times as high as there are objects

Diagnostic unreadable(const std::string& name, const std::string& why) {
    return {.code = "pdf.unreadable", .message = "'" + name + "' is no PDF that can be read: " + why, .where = {.source = name}};
}

void copy_objects(QPDF& pdf, ReadPdf& read) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        const int number = object.getObjectID();
        if (number < 1 || static_cast<std::size_t>(number) > read.objects.size()) { continue; }
        ReadObject& into = read.objects[static_cast<std::size_t>(number) - 1];
        into.is_stream = object.isStream();
        if (!into.is_stream) {
            into.value = object.unparseResolved();
            continue;
        }
        into.value = object.getDict().unparse();
        const auto stored = object.getRawStreamData();
        into.stored.assign(reinterpret_cast<const char*>(stored->getBuffer()), stored->getSize());
    }
}

}  // namespace

Result<ReadPdf> read_pdf(const std::string& name, std::string_view bytes) {
    const bool is_packed = bytes.find("/ObjStm") != std::string_view::npos || bytes.find("/XRef") != std::string_view::npos;
    if (is_packed && bytes.size() > largest_packed) {
        return fail(unreadable(name, "its cross-references are compressed, and it is larger than a megabyte"));
    }
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile(name.c_str(), bytes.data(), bytes.size());
        if (pdf.isEncrypted()) {
            return fail({.code = "pdf.encrypted", .message = "'" + name + "' is encrypted", .where = {.source = name},
                         .hints = {"decrypt it first"}});
        }
        ReadPdf read;
        const auto objects = pdf.getAllObjects();
        int highest = 0;
        for (const QPDFObjectHandle& object : objects) { highest = std::max(highest, object.getObjectID()); }
        if (static_cast<std::size_t>(highest) > (objects.size() + 64) * sparse_by) {
            return fail(unreadable(name, "its object numbers are scattered"));
        }
        read.objects.assign(static_cast<std::size_t>(highest), {.value = "null", .stored = {}});
        copy_objects(pdf, read);
        QPDFObjectHandle trailer = pdf.getTrailer();
        read.catalog = static_cast<std::uint32_t>(std::max(trailer.getKey("/Root").getObjectID(), 0));
        read.information = static_cast<std::uint32_t>(std::max(trailer.getKey("/Info").getObjectID(), 0));
        read.has_identifier = trailer.getKey("/ID").isArray();
        for (const QPDFExc& warning : pdf.getWarnings()) { read.warnings.emplace_back(warning.getMessageDetail()); }
        return read;
    } catch (const std::exception& error) {
        return fail(unreadable(name, error.what()));
    }
}

}  // namespace galley::pdf
