#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// libqpdf, which reads finished files: the only parser here that sees bytes of strangers. Its headers are no C++20 to
/// clang, so that what stands here and in qpdf_edge.cpp is C++17 and knows nothing of the rest.
namespace galley::pdf {

/// One object of a file as it was read.
struct ReadObject {
    std::string value =
        "null";          ///< in PDF's notation; of a stream, its dictionary. "null" where the file has no such object
    std::string stored;  ///< a stream's bytes with their filters
    bool is_stream = false;
};

struct ReadPdf {
    std::vector<ReadObject> objects;  ///< object n is at n - 1
    std::uint32_t catalog = 0;
    std::uint32_t information = 0;  ///< 0 when the trailer names none
    bool has_identifier = false;
    std::vector<std::string> warnings;  ///< what the parser had to say; empty for a sound file
};

/// What came of reading a file: the file, or why there is none.
struct QpdfReading {
    ReadPdf pdf;
    bool is_encrypted = false;
    std::string fault;  ///< not empty: it cannot be read
};

/// Reads `bytes`, every one of them six times at most. Repairs nothing. REQUIRES: no compressed cross-references or
/// objects, which the library would unpack without a bound. Throws nothing. Thread-safe.
[[nodiscard]] QpdfReading read_with_qpdf(const std::string& name, std::string_view bytes);

}  // namespace galley::pdf
