#include "converters/pdf/qpdf_edge.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf 11: std::shared_ptr instead of its own
#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <exception>
#include <memory>
#include <stdexcept>

namespace galley::pdf {

namespace {

constexpr std::uint32_t sparse_by = 4;  // object numbers may be this many times as high as there are objects
// A sound file, small objects and all, is read less than twice over.
constexpr std::uint64_t readings_of_a_byte = 6;
constexpr std::uint64_t readings_of_any_file = 1 << 16;

/// The file's bytes, and a meter on how often they are read: objects that overlap, strings that never end and chains of
/// tables would otherwise be read over and over.
class MeteredInput final : public BufferInputSource {
public:
    MeteredInput(const std::string& name, Buffer* bytes, std::uint64_t size)
        : BufferInputSource(name, bytes),
          left_(readings_of_any_file + readings_of_a_byte * size) {}

    size_t read(char* to, size_t length) override {
        spend(length);
        return BufferInputSource::read(to, length);
    }
    qpdf_offset_t findAndSkipNextEOL() override {
        const qpdf_offset_t from = tell();
        const qpdf_offset_t end = BufferInputSource::findAndSkipNextEOL();
        spend(static_cast<std::uint64_t>(tell() - from));
        return end;
    }

    [[nodiscard]] bool is_exhausted() const { return exhausted_; }

private:
    /// The library takes the failure for a damaged object, and goes on: nothing is read any more.
    void spend(std::uint64_t bytes) {
        if (bytes > left_) {
            left_ = 0;
            exhausted_ = true;
            throw std::runtime_error("its parts overlap");
        }
        left_ -= bytes;
    }

    std::uint64_t left_;
    bool exhausted_ = false;
};

void copy_objects(QPDF& pdf, ReadPdf& read) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        const int number = object.getObjectID();
        if (number < 1 || static_cast<std::size_t>(number) > read.objects.size()) {
            continue;
        }
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

/// What read_with_qpdf does; throws what the library throws.
QpdfReading read(const std::string& name, std::string_view bytes) {
    QpdfReading reading;
    // The library only reads from it.
    Buffer buffer{reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())), bytes.size()};
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    const auto input = std::make_shared<MeteredInput>(name, &buffer, bytes.size());
    pdf.processInputSource(input);
    reading.is_encrypted = pdf.isEncrypted();
    if (reading.is_encrypted) {
        return reading;
    }
    const auto objects = pdf.getAllObjects();
    int highest = 0;
    for (const QPDFObjectHandle& object : objects) {
        highest = std::max(highest, object.getObjectID());
    }
    if (static_cast<std::size_t>(highest) > (objects.size() + 64) * sparse_by) {
        reading.fault = "its object numbers are scattered";
        return reading;
    }
    reading.pdf.objects.resize(static_cast<std::size_t>(highest));
    copy_objects(pdf, reading.pdf);
    if (input->is_exhausted()) {
        reading.fault = "its parts overlap";
        return reading;
    }
    QPDFObjectHandle trailer = pdf.getTrailer();
    reading.pdf.catalog = static_cast<std::uint32_t>(std::max(trailer.getKey("/Root").getObjectID(), 0));
    reading.pdf.information = static_cast<std::uint32_t>(std::max(trailer.getKey("/Info").getObjectID(), 0));
    reading.pdf.has_identifier = trailer.getKey("/ID").isArray();
    for (const QPDFExc& warning : pdf.getWarnings()) {
        reading.pdf.warnings.emplace_back(warning.getMessageDetail());
    }
    return reading;
}

QpdfReading failed(bool is_encrypted, std::string fault) {
    QpdfReading reading;
    reading.is_encrypted = is_encrypted;
    reading.fault = fault.empty() ? "it is damaged" : std::move(fault);
    return reading;
}

}  // namespace

QpdfReading read_with_qpdf(const std::string& name, std::string_view bytes) {
    try {
        return read(name, bytes);
    } catch (const QPDFExc& error) {
        return failed(error.getErrorCode() == qpdf_e_password, error.getMessageDetail());
    } catch (const std::exception& error) {
        return failed(false, error.what());
    }
}

}  // namespace galley::pdf
