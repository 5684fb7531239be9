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

/// PoDoFo writes into this: at the end of a file in memory.
class Collector : public PdfOutputDevice {
public:
    explicit Collector(std::string& file) : bytes(file) {}

    [[nodiscard]] size_t GetLength() const override { return bytes.size(); }
    [[nodiscard]] size_t Tell() const override { return bytes.size(); }
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
        const int size =
            std::vsnprintf(line, sizeof line, format, arguments);  // the library's own formats: %i, %s, %010lu
        if (size < 0 || static_cast<size_t>(size) >= sizeof line) {
            PODOFO_RAISE_ERROR(ePdfError_OutOfMemory);
        }
        bytes.append(line, static_cast<size_t>(size));
    }

    std::string& bytes;
};

/// ISO 19005-3, 6.1.7.1: one end of line before the data and one after it.
constexpr std::string_view stream_begin = "\nstream\n", stream_end = "\nendstream";

/// For one object, a stream: where the library writes its value, which is a mark that takes no memory, stand its
/// dictionary and its data. Handed to the library, they would be copied four times.
class StreamCollector final : public Collector {
public:
    static constexpr std::string_view mark = "-";

    StreamCollector(std::string_view dictionary, std::string_view stored, std::string& file)
        : Collector(file),
          dictionary_(dictionary),
          stored_(stored) {}

    void Write(const char*, size_t) override { (((bytes += dictionary_) += stream_begin) += stored_) += stream_end; }

private:
    std::string_view dictionary_;
    std::string_view stored_;
};

std::string stream_body(std::string_view dictionary, std::string_view stored) {
    std::string body;
    body.reserve(dictionary.size() + stream_begin.size() + stored.size() + stream_end.size());
    (((body += dictionary) += stream_begin) += stored) += stream_end;
    return body;
}

PdfVariant as_written(std::string_view body) { return PdfVariant(PdfData(body.data(), body.size())); }

PdfObject* make_object(std::uint32_t number, const ListedObject& listed) {
    const PdfVariant body =
        listed.is_stream ? as_written(stream_body(listed.value, listed.stored())) : as_written(listed.value);
    return new PdfObject(PdfReference(number, 0), body);
}

/// The library hashes the information dictionary for an /ID of its own and takes the clock when there is none: it has
/// to be a dictionary of the library's kind, not text as all others are.
PdfObject* make_information(const ObjectList& objects) {
    PdfDictionary dictionary;
    for (const auto& [key, entry] : objects.information()) {
        dictionary.AddKey(PdfName(key), PdfVariant(PdfData(entry.data(), entry.size())));
    }
    return new PdfObject(PdfReference(objects.information_number(), 0), PdfVariant(dictionary));
}

/// Puts our identifier, which comes from the content, in place of the library's in the trailer.
Result<> set_identifier(const std::string& identifier, std::string& file) {
    std::string ours;
    append_hex_string(identifier, ours);
    const std::size_t key = file.rfind("/ID");
    const std::size_t first = key == std::string::npos ? key : file.find('<', key);
    const std::size_t second = first == std::string::npos ? first : file.find('<', first + 1);
    if (second == std::string::npos || second + ours.size() > file.size() || file[first + ours.size() - 1] != '>') {
        return fail({.cause = Cause::internal,
                     .code = "pdf.internal",
                     .message = "the PDF library wrote no trailer with an /ID"});
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
        numbered.push_back(number == objects.information_number() ? make_information(objects)
                                                                  : make_object(number, listed));
    }

    PdfObject trailer{PdfVariant(PdfDictionary())};
    trailer.GetDictionary().AddKey("Root", PdfReference(objects.catalog, 0));
    trailer.GetDictionary().AddKey("Info", PdfReference(objects.information_number(), 0));
    PdfWriter writer(&numbered, &trailer);
    writer.SetPdfVersion(ePdfVersion_1_7);
    writer.SetWriteMode(ePdfWriteMode_Clean);  // ISO 19005-3, 6.1.9: ends of line around obj and endobj
    std::string file;
    Collector collector{file};
    writer.Write(&collector);
    return file;
}

Diagnostic library_failure(const std::string& what) {
    return {.cause = Cause::internal, .code = "pdf.internal", .message = "the PDF library failed: " + what};
}

/// Does `work`, and turns what the library throws into our codes.
template <class Work>
Result<> at_edge(Work work) {
    try {
        work();
        return {};
    } catch (const PdfError& error) {  // no std::exception in this version
        const char* const message = PdfError::ErrorMessage(error.GetError());
        return fail(library_failure(message != nullptr ? message : "without saying why"));
    } catch (const std::exception& error) {
        return fail(library_failure(error.what()));
    }
}

}  // namespace

Result<> append_stream_object(std::uint32_t number, std::string_view dictionary, std::string_view stored,
                              std::string& file) {
    return at_edge([&] {
        const PdfObject object(PdfReference(number, 0), as_written(StreamCollector::mark));
        StreamCollector collector{dictionary, stored, file};
        object.WriteObject(&collector, ePdfWriteMode_Clean,
                           nullptr);  // ISO 19005-3, 6.1.9: ends of line around obj and endobj
    });
}

Result<std::string> write_with_table(const ObjectList& objects) {
    std::string file;
    GALLEY_CHECK(at_edge([&] { file = write_objects(objects); }));
    GALLEY_CHECK(set_identifier(objects.identifier, file));
    return file;
}

}  // namespace galley::pdf
