#include "converters/pdf/qpdf_edge.h"

#include "converters/pdf/references/bounded_file.h"
#include "converters/pdf/references/plain_copy.h"
#include "galley/try.h"

#define POINTERHOLDER_TRANSITION 4     // qpdf 11: std::shared_ptr instead of its own
#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <exception>
#include <stdexcept>

namespace galley::pdf {

namespace {

constexpr std::uint32_t sparse_by = 4;              // object numbers may be this many times as high as there are objects
constexpr std::size_t most_objects = 1 << 21;       // the library holds a few hundred bytes for each
// A sound file, small objects and all, is read less than twice over.
constexpr std::uint64_t readings_of_a_byte = 6;
constexpr std::uint64_t readings_of_any_file = 1 << 16;

/// The file's bytes, and a meter on how often they are read: objects that overlap, strings that never end and chains of tables
/// would otherwise be read over and over.
class MeteredInput final : public BufferInputSource {
public:
    MeteredInput(const std::string& name, Buffer* bytes, std::uint64_t size)
        : BufferInputSource(name, bytes), left_(readings_of_any_file + readings_of_a_byte * size) {}

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

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// True when a name that starts with `start` stands anywhere in `bytes`, however it is escaped (ISO 32000-1, 7.3.5).
bool holds_name(std::string_view bytes, std::string_view start) {
    for (std::size_t slash = bytes.find('/'); slash != std::string_view::npos; slash = bytes.find('/', slash + 1)) {
        std::size_t at = slash + 1, matched = 0;
        for (; matched < start.size() && at < bytes.size(); ++matched) {
            char c = bytes[at];
            if (c == '#' && at + 2 < bytes.size() && hexadecimal(bytes[at + 1]) >= 0 && hexadecimal(bytes[at + 2]) >= 0) {
                c = static_cast<char>(hexadecimal(bytes[at + 1]) * 16 + hexadecimal(bytes[at + 2]));
                at += 2;
            }
            if (c != start[matched]) { break; }
            ++at;
        }
        if (matched == start.size()) { return true; }
    }
    return false;
}

/// How many lines of `bytes` could be entries of a cross-reference table (7.5.4).
std::size_t count_entries(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = bytes.find(' '); at != std::string_view::npos && at + 2 < bytes.size(); at = bytes.find(' ', at + 1)) {
        const char kind = bytes[at + 1], after = bytes[at + 2];
        count += (kind == 'n' || kind == 'f') && (after == ' ' || after == '\r' || after == '\n') ? 1u : 0u;
    }
    return count;
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

/// The library would unpack cross-references and object streams without a bound: they never reach it.
Result<ReadPdf> read_plain(const std::string& name, std::string_view bytes) {
    if (count_entries(bytes) > most_objects) {
        return fail(unreadable(name, "it has more than " + std::to_string(most_objects) + " objects"));
    }
    try {
        // The library only reads from it.
        Buffer buffer{reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())), bytes.size()};
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        const auto input = std::make_shared<MeteredInput>(name, &buffer, bytes.size());
        pdf.processInputSource(input);
        if (pdf.isEncrypted()) { return fail(encrypted(name)); }
        ReadPdf read;
        const auto objects = pdf.getAllObjects();
        int highest = 0;
        for (const QPDFObjectHandle& object : objects) { highest = std::max(highest, object.getObjectID()); }
        if (static_cast<std::size_t>(highest) > (objects.size() + 64) * sparse_by) {
            return fail(unreadable(name, "its object numbers are scattered"));
        }
        read.objects.assign(static_cast<std::size_t>(highest), {.value = "null", .stored = {}});
        copy_objects(pdf, read);
        if (input->is_exhausted()) { return fail(unreadable(name, "its parts overlap")); }
        QPDFObjectHandle trailer = pdf.getTrailer();
        read.catalog = static_cast<std::uint32_t>(std::max(trailer.getKey("/Root").getObjectID(), 0));
        read.information = static_cast<std::uint32_t>(std::max(trailer.getKey("/Info").getObjectID(), 0));
        read.has_identifier = trailer.getKey("/ID").isArray();
        for (const QPDFExc& warning : pdf.getWarnings()) { read.warnings.emplace_back(warning.getMessageDetail()); }
        return read;
    } catch (const QPDFExc& error) {
        return fail(error.getErrorCode() == qpdf_e_password ? encrypted(name) : unreadable(name, error.getMessageDetail()));
    } catch (const std::exception& error) {
        return fail(unreadable(name, error.what()));
    }
}

}  // namespace

Result<ReadPdf> read_pdf(const std::string& name, std::string_view bytes) {
    if (!holds_name(bytes, "XRef")) { return read_plain(name, bytes); }
    GALLEY_TRY(const std::string plain, plain_copy(name, bytes));
    return read_plain(name, plain);
}

}  // namespace galley::pdf
