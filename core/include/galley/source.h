#pragma once

#include "galley/digest.h"
#include "galley/export.h"
#include "galley/found.h"
#include "galley/span.h"

#include <cstdint>
#include <optional>
#include <string>

namespace GALLEY_API galley {

enum class Newline : std::uint8_t { none, lf, crlf, cr, mixed };

/// Where the story was read from.
struct Source {
    std::string name{};    ///< file name as the caller gave it, "-" for standard input; may be empty
    std::string format{};  ///< name of the format that read it
    std::string media_type{};
    std::optional<Found<std::string>> encoding{};  ///< IANA name: "UTF-8", "windows-1252"
    Newline newline = Newline::none;
    std::uint64_t size = 0;              ///< bytes of the story in the source
    std::optional<Span> extent{};        ///< where the story lies, in a source that holds several
    std::optional<Digest> sha256{};      ///< of the story's bytes as received
    std::optional<std::string> bytes{};  ///< those bytes, when the caller asked to keep them

    friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace galley
