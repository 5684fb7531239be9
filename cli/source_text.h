#pragma once

#include "galley/decode.h"
#include "galley/document.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace galley::cli {

/// The text of a story as it was received, decoded, with the way from a span of its bytes to lines and columns.
class SourceText {
public:
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Position {
        std::size_t line = 0;    ///< from 1
        std::size_t column = 0;  ///< from 1, in characters
    };

    /// Nothing when the document does not keep its bytes or they cannot be decoded. `document` must outlive the result.
    [[nodiscard]] static std::optional<SourceText> of(const Document& document);

    [[nodiscard]] std::string_view text() const { return decoded_.text; }
    /// Where each line lies in `text()`, without its line end.
    [[nodiscard]] const std::vector<Range>& lines() const { return lines_; }
    [[nodiscard]] Range locate(Span span) const;
    [[nodiscard]] Position position(Span span) const;

private:
    explicit SourceText(DecodedText decoded);
    [[nodiscard]] std::size_t locate(std::uint64_t byte) const;

    DecodedText decoded_;
    std::vector<Range> lines_;
};

}  // namespace galley::cli
