#pragma once

#include "galley/diagnostic.h"
#include "galley/export.h"
#include "galley/found.h"
#include "galley/result.h"
#include "galley/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// The way from decoded text back to the bytes it came from. Both sides count bytes.
///
/// Runs of characters with equal lengths are packed into two bytes or so each, so UTF-8 takes nothing and Latin text in
/// a legacy encoding a fifth of its size; a look-up reads at most 64 of them.
class SourceMap {
public:
    /// Identity, but for `offset` bytes in front (a byte order mark, earlier stories).
    explicit SourceMap(std::uint64_t offset = 0) : base_(offset) {}

    /// `count` characters follow that have `decoded` bytes each in the text and `source` bytes each in the source.
    void add(std::uint32_t decoded, std::uint32_t source, std::uint64_t count = 1);

    /// Where the decoded range came from. Positions inside a character go to its start (begin) or its end (end).
    [[nodiscard]] Span to_source(std::uint64_t begin, std::uint64_t end) const;

    /// Adds `bytes` to every source offset: the story lies that far into its source.
    void shift(std::uint64_t bytes) { base_ += bytes; }

private:
    struct Run {
        std::uint64_t decoded_begin = 0;
        std::uint64_t source_begin = 0;
        std::uint32_t decoded_size = 0;  ///< bytes of a character in the text
        std::uint32_t source_size = 0;   ///< bytes of a character in the source
        std::uint64_t count = 0;         ///< characters
    };
    struct Checkpoint {
        std::uint64_t decoded_begin = 0;
        std::uint64_t source_begin = 0;
        std::size_t packed = 0;  ///< offset in `packed_` of the run that begins there
    };
    void pack(const Run& run);
    [[nodiscard]] Run unpack(std::size_t& at, std::uint64_t decoded_begin, std::uint64_t source_begin) const;
    [[nodiscard]] Run find_run(std::uint64_t decoded, bool up) const;
    [[nodiscard]] std::uint64_t locate(std::uint64_t decoded, bool up) const;

    std::uint64_t base_;
    Run last_;                          ///< still growing; without characters when nothing was added: identity
    std::vector<std::uint8_t> packed_;  ///< the runs before it
    std::vector<Checkpoint> checkpoints_;
    std::uint64_t packed_runs_ = 0;
};

struct DecodeOptions {
    std::string encoding{};               ///< IANA name or alias; empty: find out
    std::string language{};               ///< BCP 47, where it is known: it helps to tell encodings apart
    bool repair_double_encoding = false;  ///< undo UTF-8 that was encoded twice
};

/// Text in UTF-8. `text` views the bytes given to `decode` where they needed no change, else `storage`.
struct DecodedText {
    std::string_view text;
    std::string storage;
    SourceMap map;
    Found<std::string> encoding;  ///< IANA name; inferred with a confidence unless it was stated or sure

    DecodedText() = default;
    DecodedText(const DecodedText&) = delete;
    DecodedText& operator=(const DecodedText&) = delete;
    DecodedText(DecodedText&& other) noexcept;
    DecodedText& operator=(DecodedText&& other) noexcept;
    ~DecodedText() = default;
};

/// Decodes `bytes`, which must outlive the result: byte order mark, then the stated encoding, else UTF-8, then UTF-16
/// and UTF-32 without a mark, then detection of legacy encodings. `name` is the source's, for messages. Thread-safe.
///
/// Warns with `decode.guessed-encoding` (a guess; its confidence is calibrated, see core/text/CONFORMANCE.md),
/// `decode.double-encoded` (UTF-8 encoded twice, repaired or not) and `decode.contradicted-encoding` (a byte order
/// mark, or bytes that only windows-1252 has, speak against the stated one). Fails with `decode.unknown-encoding` (an
/// `options.encoding` nobody knows, with a suggestion), `decode.invalid-bytes` (naming the first byte that is not of
/// the encoding), `decode.undecided` (nothing fits) and `decode.binary` (no text at all: NUL bytes, a picture, an
/// archive).
[[nodiscard]] Result<DecodedText> decode(std::string_view name, std::string_view bytes, const DecodeOptions& options,
                                         Diagnostics& diagnostics);

}  // namespace galley
