#include "galley/decode.h"

#include "core/edge/icu/charset.h"
#include "core/text/binary_signature.h"
#include "core/text/byte_order_mark.h"
#include "core/text/double_encoding.h"
#include "core/text/guess_encoding.h"
#include "core/text/wide_text.h"
#include "galley/suggest.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace galley {

namespace {

// One call's input and what it says beside its result.
struct Call {
    std::string_view name;
    std::string_view bytes;
    const DecodeOptions& options;
    Diagnostics& diagnostics;
};

void warn(const Call& call, std::string code, std::string message, std::vector<std::string> hints) {
    call.diagnostics.push_back({.severity = Severity::warning,
                                .code = std::move(code),
                                .message = std::move(message),
                                .where = {.source = std::string(call.name)},
                                .hints = std::move(hints)});
}

Found<std::string> stated(std::string_view encoding) { return {std::string(encoding)}; }

Found<std::string> inferred(std::string_view encoding, std::uint8_t confidence) {
    Found<std::string> found{std::string(encoding)};
    found.method = Method::inferred;
    found.confidence = confidence;
    return found;
}

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
    return {.source = std::string(source), .line = line, .column = utf8::count_characters(text.substr(start)) + 1, .span = span};
}

std::unexpected<Diagnostic> invalid_bytes(const Call& call, std::string_view encoding, std::string_view text_before, Span span) {
    const std::string hint = call.options.encoding.empty() ? "if it is in another encoding, name it with --encoding"
                                                           : "leave the encoding out to have it found, or name another";
    return fail({.code = "decode.invalid-bytes",
                 .message = fmt::format("'{}' is not {}: no character has the byte {:02X} at offset {}", call.name, encoding,
                                        static_cast<unsigned char>(call.bytes[span.begin]), span.begin),
                 .where = place_after(text_before, call.name, span),
                 .hints = {hint}});
}

Result<DecodedText> keep(const Call& call, Found<std::string> encoding, Transcoded transcoded, std::size_t skipped) {
    if (transcoded.invalid) {
        const Span span{transcoded.invalid->begin + skipped, transcoded.invalid->end + skipped};
        return invalid_bytes(call, encoding.value, transcoded.text, span);
    }
    DecodedText decoded;
    decoded.storage = std::move(transcoded.text);
    decoded.text = decoded.storage;
    decoded.map = std::move(transcoded.map);
    decoded.map.shift(skipped);
    decoded.encoding = std::move(encoding);
    return decoded;
}

// The text after `skipped` bytes of mark, which is valid UTF-8.
DecodedText take_utf8(const Call& call, Found<std::string> encoding, std::size_t skipped) {
    DecodedText decoded;
    decoded.text = call.bytes.substr(skipped);
    decoded.map = SourceMap(skipped);
    decoded.encoding = std::move(encoding);
    const auto twice = find_double_encoding(decoded.text);
    if (!twice) { return decoded; }
    if (!call.options.repair_double_encoding) {
        warn(call, "decode.double-encoded",
             fmt::format("{} characters of '{}' seem to be encoded twice (the first at offset {})", twice->count, call.name,
                         twice->first + skipped),
             {"have them repaired with --repair-encoding"});
        return decoded;
    }
    warn(call, "decode.double-encoded", fmt::format("repaired {} characters of '{}' that were encoded twice", twice->count, call.name), {});
    Transcoded repaired = undo_double_encoding(decoded.text);
    decoded.storage = std::move(repaired.text);
    decoded.text = decoded.storage;
    decoded.map = std::move(repaired.map);
    decoded.map.shift(skipped);
    return decoded;
}

Result<DecodedText> decode_utf8(const Call& call, Found<std::string> encoding, std::size_t skipped) {
    const std::string_view text = call.bytes.substr(skipped);
    const std::size_t invalid = utf8::find_invalid(text);
    if (invalid == std::string_view::npos) { return take_utf8(call, std::move(encoding), skipped); }
    const Span span{skipped + invalid, skipped + invalid + 1};
    return invalid_bytes(call, encoding.value, text.substr(0, invalid), span);
}

// `name` in lower case without anything but letters and digits: how IANA's names are compared, roughly.
std::string folded(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) { result.push_back(c); }
        if (c >= 'A' && c <= 'Z') { result.push_back(static_cast<char>(c - 'A' + 'a')); }
    }
    return result;
}

// The wide encoding called `name`; UTF-16 and UTF-32 without an order have the one that reads as text, else big-endian
// (RFC 2781, 4.3).
std::optional<WideEncoding> wide_encoding(std::string_view name, std::string_view bytes) {
    const std::string key = folded(name);
    for (const std::uint8_t unit : {std::uint8_t{2}, std::uint8_t{4}}) {
        const std::string family = unit == 2 ? "utf16" : "utf32";
        if (key == family + "le") { return WideEncoding{unit, false}; }
        if (key == family + "be") { return WideEncoding{unit, true}; }
        if (key == family) {
            const auto found = find_wide_encoding(bytes);
            return found && found->unit == unit ? *found : WideEncoding{unit, true};
        }
    }
    return std::nullopt;
}

std::unexpected<Diagnostic> unknown_encoding(const Call& call) {
    std::vector<std::string_view> names = icu::charset_names();
    names.emplace_back("UTF-8");
    return fail({.cause = Cause::usage,
                 .code = "decode.unknown-encoding",
                 .message = fmt::format("nobody knows an encoding '{}'", call.options.encoding),
                 .where = {.source = std::string(call.name)},
                 .hints = suggest(call.options.encoding, names)});
}

// What is called ISO 8859-1 and has bytes 80 to 9F is windows-1252: the standard's controls there are in no text.
bool is_really_windows_1252(std::string_view encoding, std::string_view bytes) {
    return encoding == "ISO-8859-1" &&
           std::ranges::any_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0xE0U) == 0x80U; });
}

Transcoded decode_charset(icu::Charset& charset, std::string_view bytes) {
    return charset.is_single_byte() ? decode_single_byte(bytes, charset.byte_table()) : charset.decode(bytes);
}

Result<DecodedText> decode_stated(const Call& call, std::string_view name, std::size_t skipped) {
    const std::string_view bytes = call.bytes.substr(skipped);
    if (folded(name) == "utf8") { return decode_utf8(call, stated("UTF-8"), skipped); }
    if (const auto wide = wide_encoding(name, bytes)) {
        return keep(call, stated(name_of(*wide)), decode_wide(bytes, *wide), skipped);
    }
    auto charset = icu::Charset::open(name);
    if (!charset) { return unknown_encoding(call); }
    if (is_really_windows_1252(charset->name(), bytes)) {
        warn(call, "decode.contradicted-encoding",
             fmt::format("'{}' has bytes that ISO-8859-1 has no printable characters for; read as windows-1252", call.name), {});
        charset = icu::Charset::open("windows-1252");
    }
    return keep(call, stated(charset->name()), decode_charset(*charset, bytes), skipped);
}

Result<DecodedText> decode_marked(const Call& call, const ByteOrderMark& mark) {
    const std::string asked = folded(call.options.encoding);
    if (!asked.empty() && !folded(mark.encoding).starts_with(asked)) {
        warn(call, "decode.contradicted-encoding",
             fmt::format("'{}' begins with the byte order mark of {}; not read as '{}'", call.name, mark.encoding, call.options.encoding), {});
    }
    return decode_stated(call, mark.encoding, mark.size);
}

// The first control that no copy has; wire copy has SOH, STX, ETX, ENQ, SYN and US, ISO 2022 has SO, SI and ESC.
std::size_t find_binary_control(std::string_view bytes) {
    constexpr std::string_view controls("\0\x04\x06\x07\x08\x10\x11\x12\x13\x14\x15\x17\x18\x19\x1A\x1C\x1D\x1E", 18);
    return bytes.find_first_of(controls);
}

std::unexpected<Diagnostic> binary(const Call& call) {
    const std::string_view signature = find_binary_signature(call.bytes);
    std::string message = fmt::format("'{}' is not text", call.name);
    if (!signature.empty()) {
        message += fmt::format(": it looks like {}", signature);
    } else if (const std::size_t nul = call.bytes.find('\0'); nul != std::string_view::npos) {
        message += fmt::format(": it has a NUL byte at offset {}", nul);
    } else if (const std::size_t control = find_binary_control(call.bytes); control != std::string_view::npos) {
        message += fmt::format(": it has the control byte {:02X} at offset {}", static_cast<unsigned char>(call.bytes[control]), control);
    }
    return fail({.code = "decode.binary",
                 .message = std::move(message),
                 .where = {.source = std::string(call.name)},
                 .hints = {"if it is text all the same, name its encoding with --encoding"}});
}

void warn_of_guess(const Call& call, const Found<std::string>& encoding) {
    warn(call, "decode.guessed-encoding",
         fmt::format("'{}' does not say its encoding; read as {} ({} % sure)", call.name, encoding.value, encoding.confidence),
         {"name the encoding with --encoding to be sure"});
}

Result<DecodedText> decode_guessed(const Call& call, Found<std::string> encoding) {
    if (encoding.value == "UTF-8") { return decode_utf8(call, std::move(encoding), 0); }
    Transcoded transcoded;
    if (const auto wide = wide_encoding(encoding.value, call.bytes)) {
        transcoded = decode_wide(call.bytes, *wide);
    } else {
        auto charset = icu::Charset::open(encoding.value);
        if (!charset) { return unknown_encoding(call); }
        transcoded = decode_charset(*charset, call.bytes);
    }
    GALLEY_TRY(DecodedText decoded, keep(call, std::move(encoding), std::move(transcoded), 0));
    warn_of_guess(call, decoded.encoding);
    return decoded;
}

// ISO 2022 in seven bits: an escape sequence that designates a set of two-byte characters.
bool has_seven_bit_shifts(std::string_view bytes) {
    for (std::size_t at = bytes.find('\x1B'); at != std::string_view::npos; at = bytes.find('\x1B', at + 1)) {
        const std::string_view sequence = bytes.substr(at + 1, 2);
        if (sequence == "$B" || sequence == "$@") { return true; }
    }
    return false;
}

Result<DecodedText> find_out(const Call& call) {
    constexpr std::uint8_t nearly_sure = 98;
    const bool has_nul = call.bytes.contains('\0');
    if (!has_nul && utf8::is_valid(call.bytes) && !call.bytes.starts_with("%PDF-")) {
        if (!has_seven_bit_shifts(call.bytes)) { return take_utf8(call, stated("UTF-8"), 0); }
        return decode_guessed(call, inferred("ISO-2022-JP", nearly_sure));
    }
    if (!find_binary_signature(call.bytes).empty()) { return binary(call); }
    if (has_nul) {
        const auto wide = find_wide_encoding(call.bytes);
        if (!wide) { return binary(call); }
        return decode_guessed(call, inferred(name_of(*wide), nearly_sure));
    }
    const auto guess = guess_encoding(call.bytes, call.options.language);
    if (guess) { return decode_guessed(call, inferred(guess->encoding, guess->confidence)); }
    if (find_binary_control(call.bytes) != std::string_view::npos) { return binary(call); }
    return fail({.code = "decode.undecided",
                 .message = fmt::format("the encoding of '{}' cannot be told from its bytes", call.name),
                 .where = {.source = std::string(call.name)},
                 .hints = {"name it with --encoding"}});
}

}  // namespace

DecodedText::DecodedText(DecodedText&& other) noexcept { *this = std::move(other); }

DecodedText& DecodedText::operator=(DecodedText&& other) noexcept {
    if (this == &other) { return *this; }
    // A short string's bytes move with it, so a view of them has to follow.
    const char* const old = other.storage.data();
    const bool owned = !std::less<>{}(other.text.data(), old) && !std::less<>{}(old + other.storage.size(), other.text.data());
    const std::size_t offset = owned ? static_cast<std::size_t>(other.text.data() - old) : 0;
    storage = std::move(other.storage);
    text = owned ? std::string_view(storage).substr(offset, other.text.size()) : other.text;
    map = std::move(other.map);
    encoding = std::move(other.encoding);
    other.text = {};
    return *this;
}

Result<DecodedText> decode(std::string_view name, std::string_view bytes, const DecodeOptions& options, Diagnostics& diagnostics) {
    const Call call{name, bytes, options, diagnostics};
    if (const auto mark = find_byte_order_mark(bytes)) { return decode_marked(call, *mark); }
    if (!options.encoding.empty()) { return decode_stated(call, options.encoding, 0); }
    return find_out(call);
}

}  // namespace galley
