#include "galley/decode.h"

#include "core/edge/icu/charset.h"
#include "core/text/binary_signature.h"
#include "core/text/byte_order_mark.h"
#include "core/text/decode_call.h"
#include "core/text/double_encoding.h"
#include "core/text/encoding_name.h"
#include "core/text/guess_encoding.h"
#include "core/text/wide_text.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace galley {

namespace {

Found<std::string> stated(std::string_view encoding) { return {std::string(encoding)}; }

Found<std::string> inferred(std::string_view encoding, std::uint8_t confidence) {
    Found<std::string> found{std::string(encoding)};
    found.method = Method::inferred;
    found.confidence = confidence;
    return found;
}

Result<DecodedText> keep(const DecodeCall& call, Found<std::string> encoding, Transcoded transcoded,
                         std::size_t skipped) {
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
DecodedText take_utf8(const DecodeCall& call, Found<std::string> encoding, std::size_t skipped) {
    DecodedText decoded;
    decoded.text = call.bytes.substr(skipped);
    decoded.map = SourceMap(skipped);
    decoded.encoding = std::move(encoding);
    const auto twice = find_double_encoding(decoded.text);
    if (!twice) {
        return decoded;
    }
    if (!call.options.repair_double_encoding) {
        warn(call, "decode.double-encoded",
             fmt::format("{} characters of '{}' seem to be encoded twice (the first at offset {})", twice->count,
                         call.name, twice->first + skipped),
             {"the option repair-double-encoding undoes it"});
        return decoded;
    }
    warn(call, "decode.double-encoded",
         fmt::format("repaired {} characters of '{}' that were encoded twice", twice->count, call.name), {});
    Transcoded repaired = undo_double_encoding(decoded.text);
    decoded.storage = std::move(repaired.text);
    decoded.text = decoded.storage;
    decoded.map = std::move(repaired.map);
    decoded.map.shift(skipped);
    return decoded;
}

Result<DecodedText> decode_utf8(const DecodeCall& call, Found<std::string> encoding, std::size_t skipped) {
    const std::string_view text = call.bytes.substr(skipped);
    const std::size_t invalid = utf8::find_invalid(text);
    if (invalid == std::string_view::npos) {
        return take_utf8(call, std::move(encoding), skipped);
    }
    const Span span{skipped + invalid, skipped + invalid + 1};
    return invalid_bytes(call, encoding.value, text.substr(0, invalid), span);
}

// What is called ISO 8859-1 and has bytes 80 to 9F is windows-1252: the standard's controls there are in no text.
bool is_really_windows_1252(std::string_view encoding, std::string_view bytes) {
    return encoding == "ISO-8859-1" &&
           std::ranges::any_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0xE0U) == 0x80U; });
}

Transcoded decode_charset(icu::Charset& charset, std::string_view bytes) {
    return charset.is_single_byte() ? decode_single_byte(bytes, charset.byte_table()) : charset.decode(bytes);
}

Result<DecodedText> decode_stated(const DecodeCall& call, std::string_view name, std::size_t skipped) {
    const std::string_view bytes = call.bytes.substr(skipped);
    if (folded_encoding_name(name) == "utf8") {
        return decode_utf8(call, stated("UTF-8"), skipped);
    }
    if (const auto wide = wide_encoding_named(name, bytes)) {
        return keep(call, stated(name_of(*wide)), decode_wide(bytes, *wide), skipped);
    }
    auto charset = icu::Charset::open(name);
    if (!charset) {
        return unknown_encoding(call);
    }
    if (is_really_windows_1252(charset->name(), bytes)) {
        warn(call, "decode.contradicted-encoding",
             fmt::format("'{}' has bytes that ISO-8859-1 has no printable characters for; read as windows-1252",
                         call.name),
             {});
        charset = icu::Charset::open("windows-1252");
    }
    return keep(call, stated(charset->name()), decode_charset(*charset, bytes), skipped);
}

Result<DecodedText> decode_marked(const DecodeCall& call, const ByteOrderMark& mark) {
    const std::string asked = folded_encoding_name(call.options.encoding);
    if (!asked.empty() && !folded_encoding_name(mark.encoding).starts_with(asked)) {
        warn(call, "decode.contradicted-encoding",
             fmt::format("'{}' begins with the byte order mark of {}; not read as '{}'", call.name, mark.encoding,
                         call.options.encoding),
             {});
    }
    return decode_stated(call, mark.encoding, mark.size);
}

Result<DecodedText> decode_guessed(const DecodeCall& call, Found<std::string> encoding) {
    if (encoding.value == "UTF-8") {
        return decode_utf8(call, std::move(encoding), 0);
    }
    Transcoded transcoded;
    if (const auto wide = wide_encoding_named(encoding.value, call.bytes)) {
        transcoded = decode_wide(call.bytes, *wide);
    } else {
        auto charset = icu::Charset::open(encoding.value);
        if (!charset) {
            return unknown_encoding(call);
        }
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
        if (sequence == "$B" || sequence == "$@") {
            return true;
        }
    }
    return false;
}

Result<DecodedText> find_out(const DecodeCall& call) {
    constexpr std::uint8_t nearly_sure = 98;
    const bool has_nul = call.bytes.contains('\0');
    if (!has_nul && utf8::is_valid(call.bytes) && !call.bytes.starts_with("%PDF-")) {
        if (!has_seven_bit_shifts(call.bytes)) {
            return take_utf8(call, stated("UTF-8"), 0);
        }
        return decode_guessed(call, inferred("ISO-2022-JP", nearly_sure));
    }
    if (!find_binary_signature(call.bytes).empty()) {
        return binary(call);
    }
    if (has_nul) {
        const auto wide = find_wide_encoding(call.bytes);
        if (!wide) {
            return binary(call);
        }
        return decode_guessed(call, inferred(name_of(*wide), nearly_sure));
    }
    const auto guess = guess_encoding(call.bytes, call.options.language);
    if (guess) {
        return decode_guessed(call, inferred(guess->encoding, guess->confidence));
    }
    if (find_binary_control(call.bytes) != std::string_view::npos) {
        return binary(call);
    }
    return undecided(call);
}

}  // namespace

Result<DecodedText> decode(std::string_view name, std::string_view bytes, const DecodeOptions& options,
                           Diagnostics& diagnostics) {
    const DecodeCall call{name, bytes, options, diagnostics};
    if (const auto mark = find_byte_order_mark(bytes)) {
        return decode_marked(call, *mark);
    }
    if (!options.encoding.empty()) {
        return decode_stated(call, options.encoding, 0);
    }
    return find_out(call);
}

}  // namespace galley
