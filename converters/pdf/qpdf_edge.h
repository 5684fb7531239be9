#pragma once

#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// libqpdf, which reads finished files: the only parser here that sees bytes of strangers.
namespace galley::pdf {

/// One object of a file as it was read.
struct ReadObject {
    std::string value;          ///< in PDF's notation; of a stream, its dictionary. "null" where the file has no such object
    std::string stored;         ///< a stream's bytes with their filters
    bool is_stream = false;
};

struct ReadPdf {
    std::vector<ReadObject> objects;        ///< object n is at n - 1
    std::uint32_t catalog = 0;
    std::uint32_t information = 0;          ///< 0 when the trailer names none
    bool has_identifier = false;
    std::vector<std::string> warnings;      ///< what the parser had to say; empty for a sound file
};

/// Reads all objects of the PDF in `bytes`, those in object streams, too. Nothing is repaired. Safe on hostile input: the time
/// is bounded by the file's size, objects are at most two million, and the library inflates nothing: compressed
/// cross-references are taken apart before it sees the file (references/plain_copy.h). Thread-safe. Fails with
/// `pdf.unreadable`, `pdf.encrypted` and as `plain_copy`.
[[nodiscard]] Result<ReadPdf> read_pdf(const std::string& name, std::string_view bytes);

}  // namespace galley::pdf
