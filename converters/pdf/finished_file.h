#pragma once

#include "converters/pdf/check/checked_file.h"
#include "converters/pdf/read_pdf.h"
#include "galley/result.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A file that the PDF in `FinishedFile` carries.
struct CarriedFile {
    std::string name;
    std::string media_type;
    std::string relationship;  ///< /AFRelationship, empty when it has none
    const ReadObject* stream = nullptr;
};

/// A PDF read back: its objects parsed, its streams unpacked on demand and within a bound.
class FinishedFile {
public:
    /// Fails as `read_pdf`, with `pdf.unreadable` when an object is not well-formed.
    [[nodiscard]] static Result<FinishedFile> read(const std::string& name, std::string_view bytes);

    /// The bytes of a stream without its filters, at most `limit`. Fails with `pdf.bad-stream` for filters that Galley
    /// does not write, and as `inflate`.
    [[nodiscard]] Result<std::string> unpacked(const ReadObject& stream, std::size_t limit) const;

    /// The embedded files, in the order of their objects.
    [[nodiscard]] std::vector<CarriedFile> carried() const;

    /// Fills the streams' bytes for the checks, all together at most `limit`; streams that cannot be had stay empty and
    /// are reported. Pictures stay as they are.
    void unpack_all(std::size_t limit, Findings& findings);

    [[nodiscard]] const ReadPdf& as_read() const { return *read_; }
    [[nodiscard]] CheckedFile& checked() { return checked_; }

private:
    FinishedFile() = default;

    std::unique_ptr<ReadPdf> read_;  ///< what the parsed values view: it must not move
    CheckedFile checked_;
    std::deque<std::string> unpacked_;
};

}  // namespace galley::pdf
