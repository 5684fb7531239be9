#include "core/text/decode_call.h"

#include "core/edge/icu/charset.h"
#include "core/text/binary_signature.h"
#include "galley/suggest.h"
#include "galley/utf8.h"

#include <fmt/format.h>

namespace galley {

namespace {

// The line and column after `text`, which begins a source. CR, LF and both together end a line.
Where place_after(std::string_view text, std::string_view source, Span span) {
    std::uint64_t line = 1;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends) {
            ++line;
            start = i + 1;
        }
    }
    return {.source = std::string(source),
            .line = line,
            .column = utf8::count_characters(text.substr(start)) + 1,
            .span = span};
}

}  // namespace

void warn(const DecodeCall& call, std::string code, std::string message, std::vector<std::string> hints) {
    call.diagnostics.push_back({.severity = Severity::warning,
                                .code = std::move(code),
                                .message = std::move(message),
                                .where = {.source = std::string(call.name)},
                                .hints = std::move(hints)});
}

void warn_of_guess(const DecodeCall& call, const Found<std::string>& encoding) {
    warn(call, "decode.guessed-encoding",
         fmt::format("'{}' does not say its encoding; read as {} ({} % sure)", call.name, encoding.value,
                     encoding.confidence),
         {"name the encoding with --encoding to be sure"});
}

std::unexpected<Diagnostic> invalid_bytes(const DecodeCall& call, std::string_view encoding,
                                          std::string_view text_before, Span span) {
    const std::string hint = call.options.encoding.empty() ? "if it is in another encoding, name it with --encoding"
                                                           : "leave the encoding out to have it found, or name another";
    return fail({.code = "decode.invalid-bytes",
                 .message = fmt::format("'{}' is not {}: no character has the byte {:02X} at offset {}", call.name,
                                        encoding, static_cast<unsigned char>(call.bytes[span.begin]), span.begin),
                 .where = place_after(text_before, call.name, span),
                 .hints = {hint}});
}

std::unexpected<Diagnostic> unknown_encoding(const DecodeCall& call) {
    std::vector<std::string_view> names = icu::charset_names();
    names.emplace_back("UTF-8");
    std::vector<std::string> hints = suggest(call.options.encoding, names);
    if (hints.empty()) {
        hints.emplace_back("give its IANA name, as in windows-1252 or Shift_JIS");
    }
    return fail({.cause = Cause::usage,
                 .code = "decode.unknown-encoding",
                 .message = fmt::format("nobody knows an encoding '{}'", call.options.encoding),
                 .where = {.source = std::string(call.name)},
                 .hints = std::move(hints)});
}

std::unexpected<Diagnostic> undecided(const DecodeCall& call) {
    return fail({.code = "decode.undecided",
                 .message = fmt::format("the encoding of '{}' cannot be told from its bytes", call.name),
                 .where = {.source = std::string(call.name)},
                 .hints = {"name it with --encoding"}});
}

// The first control that no copy has; wire copy has SOH, STX, ETX, ENQ, SYN and US, ISO 2022 has SO, SI and ESC.
std::size_t find_binary_control(std::string_view bytes) {
    constexpr std::string_view controls("\0\x04\x06\x07\x08\x10\x11\x12\x13\x14\x15\x17\x18\x19\x1A\x1C\x1D\x1E", 18);
    return bytes.find_first_of(controls);
}

std::unexpected<Diagnostic> binary(const DecodeCall& call) {
    const std::string_view signature = find_binary_signature(call.bytes);
    std::string message = fmt::format("'{}' is not text", call.name);
    if (!signature.empty()) {
        message += fmt::format(": it looks like {}", signature);
    } else if (const std::size_t nul = call.bytes.find('\0'); nul != std::string_view::npos) {
        message += fmt::format(": it has a NUL byte at offset {}", nul);
    } else if (const std::size_t control = find_binary_control(call.bytes); control != std::string_view::npos) {
        message += fmt::format(": it has the control byte {:02X} at offset {}",
                               static_cast<unsigned char>(call.bytes[control]), control);
    }
    return fail({.code = "decode.binary",
                 .message = std::move(message),
                 .where = {.source = std::string(call.name)},
                 .hints = {"if it is text all the same, name its encoding with --encoding"}});
}

}  // namespace galley
