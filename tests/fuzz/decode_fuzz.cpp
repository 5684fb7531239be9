#include "galley/decode.h"
#include "galley/identify_language.h"
#include "galley/utf8.h"
#include "tests/fuzz/require.h"

#include <string>

using namespace galley;
using fuzz::require;

namespace {

constexpr std::string_view encodings[] = {
    "",           "",          "",       "UTF-8",       "UTF-16",  "UTF-16LE", "UTF-32BE",     "windows-1252",
    "ISO-8859-1", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "GB18030", "Big5",     "windows-1255", "EUC-KR"};
constexpr std::size_t encoding_count = std::size(encodings);
constexpr std::size_t checked_characters = 4096;

void check(const DecodedText& decoded, std::size_t source_size) {
    require(utf8::is_valid(decoded.text), "decoded text is valid UTF-8");
    std::uint64_t last = 0;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < decoded.text.size() && characters < checked_characters; ++characters) {
        const std::size_t size = utf8::at(decoded.text, at).size;
        const Span span = decoded.map.to_source(at, at + size);
        require(span.begin >= last, "characters come from the source in order, without sharing bytes");
        require(span.end > span.begin, "every character comes from some byte");
        require(span.end <= source_size, "no character comes from behind the source's end");
        last = span.end;
        at += size;
    }
    const Span whole = decoded.map.to_source(0, decoded.text.size());
    require(whole.end <= source_size, "the text comes from inside the source");
    require(!decoded.encoding.value.empty(), "the encoding has a name");
}

void check(const Diagnostic& error, std::size_t source_size) {
    require(error.code.starts_with("decode."), "what fails says so under the decoder's codes");
    require(!error.where.span || error.where.span->end <= source_size, "the place of an error is inside the source");
    require(
        error.code != "decode.invalid-bytes" || (error.where.span && error.where.line > 0 && error.where.column > 0),
        "invalid bytes are named with their place");
}

}  // namespace

// The first byte chooses the options, the rest is the source.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    DecodeOptions options;
    options.encoding = encodings[data[0] % encoding_count];
    options.repair_double_encoding = (data[0] & 0x40U) != 0;
    options.language = (data[0] & 0x80U) != 0 ? "ru" : "";
    const std::string_view bytes{reinterpret_cast<const char*>(data + 1), size - 1};
    Diagnostics diagnostics;
    const auto decoded = decode("fuzz", bytes, options, diagnostics);
    if (!decoded) {
        check(decoded.error(), bytes.size());
        return 0;
    }
    check(*decoded, bytes.size());
    if (const auto language = identify_language(decoded->text)) {
        require(language->method == Method::inferred && language->confidence < 100,
                "a language is inferred and never certain");
    }
    return 0;
}
