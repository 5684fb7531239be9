#pragma once

#include "galley/decode.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// One call of `decode`: its input, and where it says what stands beside its result.
struct DecodeCall {
    std::string_view name;
    std::string_view bytes;
    const DecodeOptions& options;
    Diagnostics& diagnostics;
};

void warn(const DecodeCall& call, std::string code, std::string message, std::vector<std::string> hints);
void warn_of_guess(const DecodeCall& call, const Found<std::string>& encoding);

/// `text_before` is what was decoded before `span`, the first bytes that are not of the encoding.
[[nodiscard]] std::unexpected<Diagnostic> invalid_bytes(const DecodeCall& call, std::string_view encoding,
                                                        std::string_view text_before, Span span);
[[nodiscard]] std::unexpected<Diagnostic> unknown_encoding(const DecodeCall& call);
[[nodiscard]] std::unexpected<Diagnostic> undecided(const DecodeCall& call);

/// Says what the bytes look like, or which of them is in no text.
[[nodiscard]] std::unexpected<Diagnostic> binary(const DecodeCall& call);

/// Offset of the first control that no copy has, `npos` when there is none.
[[nodiscard]] std::size_t find_binary_control(std::string_view bytes);

}  // namespace galley
