#include "converters/pdf/podofo_edge.h"

#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"

#include <podofo/podofo-base.h>

#include <cstdarg>
#include <cstdio>
#include <string>

namespace galley::pdf {

namespace {

using namespace PoDoFo;

/// PoDoFo writes into this; it keeps the file in memory, since the trailer's /ID has to be set afterwards.
class Collector final : public PdfOutputDevice {
public:
    size_t GetLength() const override { return bytes.size(); }
    size_t Tell() const override { return bytes.size(); }
    void Seek(size_t) override { PODOFO_RAISE_ERROR(ePdfError_InternalLogic); }
    void Flush() override {}
    size_t Read(char*, size_t) override { return 0; }

    void Write(const char* buffer, size_t size) override { bytes.append(buffer, size); }

    void Print(const char* format, ...) override {
        va_list arguments;
        va_start(arguments, format);
        PrintV(format, 0, arguments);
        va_end(arguments);
    }

    void PrintV(const char* format, long, va_list arguments) override {
        char line[512];
        const int size = std::vsnprintf(line, sizeof line, format, arguments);  // the library's own formats: %i, %s, %010lu
        if (size < 0 || static_cast<size_t>(size) >= sizeof line) { PODOFO_RAISE_ERROR(ePdfError_OutOfMemory); }
        bytes.append(line, static_cast<size_t>(size));
    }

    std::string bytes;
};

PdfObject* make_object(std::uint32_t number, const ListedObject& listed) {
    std::string body;
    const std::string_view stored = listed.is_stream ? std::string_view{listed.stored()} : std::string_view{};
    body.reserve(listed.value.size() + stored.size() + 24);
    body += listed.value;
    if (listed.is_stream) {
        body += "\nstream\n";       // ISO 19005-3, 6.1.7.1: one end of line before the data and one after it
        body += stored;
        body += "\nendstream";
    }
    return new PdfObject(PdfReference(number, 0), PdfVariant(PdfData(body.data(), body.size())));
}

/// The library hashes the information dictionary for an /ID of its own and takes the clock when there is none: it has to be
/// a dictionary of the library's kind, not text as all others are.
PdfObject* make_information(const ObjectList& objects) {
    PdfDictionary dictionary;
    for (const auto& [key, entry] : objects.information()) {
        dictionary.AddKey(PdfName(key), PdfVariant(PdfData(entry.data(), entry.size())));
    }
    return new PdfObject(PdfReference(objects.information_number(), 0), PdfVariant(dictionary));
}

std::size_t expected_size(const ObjectList& objects) {
    std::size_t size = 1024;
    for (const ListedObject& listed : objects.objects()) { size += listed.value.size() + listed.stored().size() + 64; }
    return size;
}

/// Puts our identifier, which comes from the content, in place of the library's in the trailer.
Result<> set_identifier(const std::string& identifier, std::string& file) {
    std::string ours;
    append_hex_string(identifier, ours);
    const std::size_t key = file.rfind("/ID");
    const std::size_t first = key == std::string::npos ? key : file.find('<', key);
    const std::size_t second = first == std::string::npos ? first : file.find('<', first + 1);
    if (second == std::string::npos || second + ours.size() > file.size() || file[first + ours.size() - 1] != '>') {
        return fail({.cause = Cause::internal, .code = "pdf.internal", .message = "the PDF library wrote no trailer with an /ID"});
    }
    file.replace(first, ours.size(), ours);
    file.replace(second, ours.size(), ours);
    return {};
}

std::string write_objects(const ObjectList& objects) {
    PdfVecObjects numbered;
    numbered.SetAutoDelete(true);
    numbered.Reserve(objects.objects().size() + 1);
    std::uint32_t number = 0;
    for (const ListedObject& listed : objects.objects()) {
        ++number;
        numbered.push_back(number == objects.information_number() ? make_information(objects) : make_object(number, listed));
    }

    PdfObject trailer{PdfVariant(PdfDictionary())};
    trailer.GetDictionary().AddKey("Root", PdfReference(objects.catalog, 0));
    trailer.GetDictionary().AddKey("Info", PdfReference(objects.information_number(), 0));
    PdfWriter writer(&numbered, &trailer);
    writer.SetPdfVersion(ePdfVersion_1_7);
    writer.SetWriteMode(ePdfWriteMode_Clean);   // ISO 19005-3, 6.1.9: ends of line around obj and endobj
    Collector collector;
    collector.bytes.reserve(expected_size(objects));
    writer.Write(&collector);
    return std::move(collector.bytes);
}

Diagnostic library_failure(const std::string& what) {
    return {.cause = Cause::internal, .code = "pdf.internal", .message = "the PDF library failed: " + what};
}

}  // namespace

Result<> serialize(const ObjectList& objects, std::uint64_t limit, Sink& sink) {
    if (expected_size(objects) > limit) {
        return fail({.code = "limit.output-bytes",
                     .message = "the PDF would be larger than " + std::to_string(limit) + " bytes",
                     .hints = {"split the story, or raise the limit"}});
    }
    std::string file;
    try {
        file = write_objects(objects);
    } catch (const PdfError& error) {       // no std::exception in this version
        return fail(library_failure(PdfError::ErrorMessage(error.GetError()) != nullptr
                                        ? PdfError::ErrorMessage(error.GetError()) : "without saying why"));
    } catch (const std::exception& error) {
        return fail(library_failure(error.what()));
    }
    GALLEY_CHECK(set_identifier(objects.identifier, file));
    return sink.write(file);
}

}  // namespace galley::pdf
