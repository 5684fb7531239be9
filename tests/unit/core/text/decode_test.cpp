#include "galley/decode.h"

#include "galley/utf8.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace galley;
using namespace std::string_literals;

namespace {

struct Outcome {
    Result<DecodedText> decoded;
    Diagnostics diagnostics;

    [[nodiscard]] std::string code() const { return decoded ? "" : decoded.error().code; }
    [[nodiscard]] bool warns(std::string_view code) const {
        return std::ranges::any_of(diagnostics, [&](const Diagnostic& said) { return said.code == code; });
    }
};

Outcome run(std::string_view bytes, const DecodeOptions& options = {}) {
    Diagnostics diagnostics;
    auto decoded = decode("story.txt", bytes, options, diagnostics);
    return {std::move(decoded), std::move(diagnostics)};
}

Outcome run_as(std::string_view encoding, std::string_view bytes) {
    return run(bytes, {.encoding = std::string(encoding)});
}

std::string text_of(const Outcome& outcome) {
    REQUIRE(outcome.decoded);
    return std::string(outcome.decoded->text);
}

std::string bytes_of(const Outcome& outcome, std::string_view bytes, std::string_view words) {
    const std::size_t at = outcome.decoded->text.find(words);
    REQUIRE(at != std::string_view::npos);
    const Span span = outcome.decoded->map.to_source(at, at + words.size());
    return std::string(bytes.substr(span.begin, span.size()));
}

// `text` as UTF-16 or UTF-32 by hand.
std::string wide(std::u32string_view text, unsigned unit, bool big_endian) {
    std::string bytes;
    const auto put = [&](char32_t value) {
        for (unsigned i = 0; i < unit; ++i) {
            const unsigned shift = 8 * (big_endian ? unit - 1 - i : i);
            bytes.push_back(static_cast<char>(value >> shift & 0xFFU));
        }
    };
    for (const char32_t code : text) {
        if (unit == 2 && code >= 0x10000) {
            put(0xD800 + ((code - 0x10000) >> 10U));
            put(0xDC00 + ((code - 0x10000) & 0x3FFU));
        } else {
            put(code);
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is, without a copy") {
    const std::string bytes = "OTTAWA \u2014 Caf\u00e9\r\n\x01\x02\x03\x05\x16\x1f\x7f wire controls are text";
    const Outcome outcome = run(bytes);
    REQUIRE(outcome.decoded);
    CHECK(outcome.decoded->text.data() == bytes.data());
    CHECK(outcome.decoded->text.size() == bytes.size());
    CHECK(outcome.decoded->encoding.value == "UTF-8");
    CHECK(outcome.decoded->encoding.confidence == 100);
    CHECK(outcome.diagnostics.empty());
    CHECK(bytes_of(outcome, bytes, "Caf\u00e9") == "Caf\u00e9");
}

TEST_CASE("nothing is UTF-8, too") {
    CHECK(text_of(run("")).empty());
    CHECK(text_of(run("\xEF\xBB\xBF")).empty());
    CHECK(text_of(run("\xFF\xFE")).empty());
}

TEST_CASE("byte order marks decide, and offsets count them") {
    const std::string utf8 = "\xEF\xBB\xBFOne\n";
    const Outcome marked = run(utf8);
    CHECK(text_of(marked) == "One\n");
    CHECK(marked.decoded->map.to_source(0, 3) == Span{3, 6});
    CHECK(marked.decoded->encoding.value == "UTF-8");

    const std::u32string text = U"One\u20ac\U0001F5DE two\n";
    for (const auto& [encoding, unit, big_endian] :
         {std::tuple{"UTF-16LE", 2U, false}, std::tuple{"UTF-16BE", 2U, true}, std::tuple{"UTF-32LE", 4U, false},
          std::tuple{"UTF-32BE", 4U, true}}) {
        const std::string bytes = wide(U"\uFEFF" + text, unit, big_endian);
        const Outcome outcome = run(bytes);
        CHECK(text_of(outcome) == "One\u20ac\U0001F5DE two\n");
        CHECK(outcome.decoded->encoding.value == encoding);
        CHECK(outcome.decoded->encoding.method == Method::stated);
        CHECK(outcome.diagnostics.empty());
        CHECK(bytes_of(outcome, bytes, "\U0001F5DE") == wide(U"\U0001F5DE", unit, big_endian));
        CHECK(bytes_of(outcome, bytes, "\u20ac") == wide(U"\u20ac", unit, big_endian));
    }
    CHECK(text_of(run("\x84\x31\x95\x33\xD6\xD0")) == "\u4e2d");
}

TEST_CASE("a byte order mark contradicts a stated encoding") {
    const Outcome outcome = run_as("windows-1252", "\xEF\xBB\xBF\u00e9");
    CHECK(text_of(outcome) == "\u00e9");
    CHECK(outcome.warns("decode.contradicted-encoding"));
    CHECK_FALSE(run_as("utf8", "\xEF\xBB\xBF\u00e9").warns("decode.contradicted-encoding"));
    CHECK_FALSE(run_as("UTF-16", "\xFF\xFEx\0"s).warns("decode.contradicted-encoding"));
}

TEST_CASE("UTF-16 and UTF-32 without a mark are recognised and said to be guessed") {
    const std::u32string text = U"OTTAWA, Jan 2 \u2014 One line.\nAnd another.\n";
    for (const auto& [encoding, unit, big_endian] :
         {std::tuple{"UTF-16LE", 2U, false}, std::tuple{"UTF-16BE", 2U, true}, std::tuple{"UTF-32LE", 4U, false},
          std::tuple{"UTF-32BE", 4U, true}}) {
        const Outcome outcome = run(wide(text, unit, big_endian));
        CHECK(text_of(outcome) == "OTTAWA, Jan 2 \u2014 One line.\nAnd another.\n");
        CHECK(outcome.decoded->encoding.value == encoding);
        CHECK(outcome.decoded->encoding.method == Method::inferred);
        CHECK(outcome.warns("decode.guessed-encoding"));
    }
    const std::u32string japanese =
        U"\u6771\u4eac\u3067\u958b\u304b\u308c\u305f\u3002\n\u4eca\u65e5\u306e\u5929\u6c17\n";
    CHECK(run(wide(japanese, 2, false)).decoded->encoding.value == "UTF-16LE");
    CHECK(run(wide(japanese, 2, true)).decoded->encoding.value == "UTF-16BE");
    CHECK(text_of(run_as("UTF-16", wide(U"One", 2, true))) == "One");
    CHECK(text_of(run_as("UTF-16", wide(U"One", 2, false))) == "One");
}

TEST_CASE("surrogates without a partner and cut units are invalid") {
    const std::string mark = "\xFF\xFE";
    const std::vector<std::pair<std::string, std::uint64_t>> cases = {
        {mark + "a\0"s + "\x00\xD8"s + "b\0"s, 4},  // high, then a letter
        {mark + "a\0"s + "\x00\xDC"s + "b\0"s, 4},  // low first
        {mark + "a\0"s + "\x00\xD8"s, 4},           // high at the end
        {mark + "a\0"s + "b"s, 4},                  // half a unit
    };
    for (const auto& [bytes, offset] : cases) {
        const Outcome outcome = run(bytes);
        REQUIRE(outcome.code() == "decode.invalid-bytes");
        CHECK(outcome.decoded.error().where.span->begin == offset);
        CHECK(outcome.decoded.error().where.column == 2);
    }
    const std::string cut = wide(U"OTTAWA, Jan 2 \u2014 One line.\nAnd another.\n", 2, false) + "x";
    CHECK(run(cut).code() == "decode.invalid-bytes");
    CHECK(run("\x00\x00\xFE\xFF\x00\x11\x00\x00"s).code() == "decode.invalid-bytes");
}

TEST_CASE("invalid bytes are named with their place, never shown as something else") {
    const std::string front = "Pr\u00e9mi\u00e8re ligne \u2014 \u00e9t\u00e9\r\nd\u00e9but ";
    const Outcome outcome = run(front + "\xE9t\u00e9 \u00e0 No\u00ebl\n");
    REQUIRE(outcome.code() == "decode.invalid-bytes");
    const Diagnostic& error = outcome.decoded.error();
    CHECK(error.where.line == 2);
    CHECK(error.where.column == 7);
    CHECK(error.where.span->begin == front.size());
    CHECK(error.where.source == "story.txt");
    CHECK(error.message.find("E9") != std::string::npos);
    CHECK_FALSE(error.hints.empty());

    CHECK(run_as("UTF-8", "caf\xE9").code() == "decode.invalid-bytes");
    CHECK(run_as("windows-1252", "a\x81z").decoded.error().where.column == 2);
    CHECK(run_as("Shift_JIS", "\x93\xFA\x96").code() == "decode.invalid-bytes");
    CHECK(run_as("EUC-JP", "\xC6\xFC\x8F\xA1").code() == "decode.invalid-bytes");
    CHECK(run_as("US-ASCII", "caf\xE9").code() == "decode.invalid-bytes");
    CHECK(run("\xEF\xBB\xBF"
              "caf\xE9")
              .decoded.error()
              .where.span->begin == 6);
}

TEST_CASE("every legacy encoding is decoded, with each character leading to its bytes") {
    struct Sample {
        std::string encoding;
        std::string bytes;
        std::string text;
        std::string words;
        std::string words_bytes;
    };
    const std::vector<Sample> samples = {
        {"ISO-8859-1", "Caf\xE9 ouvert", "Caf\u00e9 ouvert", "\u00e9", "\xE9"},
        {"windows-1252", "\x93Hi\x94 \x80 5", "\u201cHi\u201d \u20ac 5", "\u20ac", "\x80"},
        {"ISO-8859-2",
         "\xA3\xF3"
         "d\xBC",
         "\u0141\u00f3d\u017a", "d\u017a", "d\xBC"},
        {"ISO-8859-5", "\xBC\xD8\xE0", "\u041c\u0438\u0440", "\u0438\u0440", "\xD8\xE0"},
        {"windows-1251", "\xCC\xE8\xF0", "\u041c\u0438\u0440", "\u0440", "\xF0"},
        {"KOI8-R", "\xED\xC9\xD2", "\u041c\u0438\u0440", "\u041c", "\xED"},
        {"ISO-8859-7", "\xC1\xE8\xDE\xED\xE1", "\u0391\u03b8\u03ae\u03bd\u03b1", "\u03ae", "\xDE"},
        {"ISO-8859-8", "\xF9\xEC\xE5\xED", "\u05e9\u05dc\u05d5\u05dd", "\u05dd", "\xED"},
        {"windows-1256", "\xD3\xE1\xC7\xE3", "\u0633\u0644\u0627\u0645", "\u0627", "\xC7"},
        {"Shift_JIS", "\x93\xFA\x96{ \xB6\xC5", "\u65e5\u672c \uff76\uff85", "\u672c", "\x96{"},
        {"EUC-JP", "\xC6\xFC\xCB\xDC \x8E\xB6 \x8F\xB0\xA1", "\u65e5\u672c \uff76 \u4e02", "\u4e02", "\x8F\xB0\xA1"},
        {"ISO-2022-JP", "a\x1B$BF|K\\\x1B(Bz", "a\u65e5\u672cz", "\u65e5", "F|"},
        {"GB18030", "\xD6\xD0\x81\x39\xEE\x39\x90\x30\x81\x30z", "\u4e2d\u3400\U00010000z", "\U00010000",
         "\x90\x30\x81\x30"},
        {"GBK", "\xD6\xD0\x81@", "\u4e2d\u4e02", "\u4e02", "\x81@"},
        {"Big5", "\xA4\xA4\xA4\xE5", "\u4e2d\u6587", "\u6587", "\xA4\xE5"},
        {"EUC-KR", "\xC7\xD1\xB1\xDB", "\ud55c\uae00", "\uae00", "\xB1\xDB"},
        {"latin1", "\xE9", "\u00e9", "\u00e9", "\xE9"},
        {"CP1252", "\x92", "\u2019", "\u2019", "\x92"},
        {"IBM037", "\xC8\x85", "He", "e", "\x85"},
    };
    for (const Sample& sample : samples) {
        INFO(sample.encoding);
        const Outcome outcome = run_as(sample.encoding, sample.bytes);
        CHECK(text_of(outcome) == sample.text);
        CHECK(bytes_of(outcome, sample.bytes, sample.words) == sample.words_bytes);
        CHECK(outcome.decoded->encoding.method == Method::stated);
        CHECK(outcome.diagnostics.empty());
    }
}

TEST_CASE("each character of a stated encoding leads to bytes that decode to it alone") {
    const std::vector<std::pair<std::string, std::string>> samples = {
        {"windows-1252",
         "\x93"
         "D\xE9j\xE0 vu\x94, dit-il \x96 \x80"
         "12\n"},
        {"Shift_JIS", "\x93\xFA\x96{\x8C\xEA ABC \xB6\xC5\r\n\x83J\x83i"},
        {"GB18030", "\xD6\xD0\xCE\xC4 \x81\x39\xEE\x39\x90\x30\x81\x30\n\xA1\xA3"},
        {"EUC-JP", "\xC6\xFC\xCB\xDC \x8E\xB6\x8F\xB0\xA1."},
        {"UTF-16BE", wide(U"ab\u00e9\u20ac\U0001F5DE\n", 2, true)},
    };
    for (const auto& [encoding, bytes] : samples) {
        INFO(encoding);
        const Outcome whole = run_as(encoding, bytes);
        REQUIRE(whole.decoded);
        const std::string_view text = whole.decoded->text;
        std::uint64_t expected = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = utf8::at(text, at).size;
            const Span span = whole.decoded->map.to_source(at, at + size);
            CHECK(span.begin == expected);
            CHECK(text_of(run_as(encoding, std::string_view(bytes).substr(span.begin, span.size()))) ==
                  text.substr(at, size));
            expected = span.end;
            at += size;
        }
        CHECK(expected == bytes.size());
    }
}

TEST_CASE("ISO 8859-1 with bytes of windows-1252 is that") {
    const Outcome outcome = run_as("iso-8859-1", "It\x92s");
    CHECK(text_of(outcome) == "It\u2019s");
    CHECK(outcome.decoded->encoding.value == "windows-1252");
    CHECK(outcome.warns("decode.contradicted-encoding"));
}

TEST_CASE("an encoding nobody knows is refused with a suggestion") {
    const Outcome outcome = run_as("windows-1525", "x");
    REQUIRE(outcome.code() == "decode.unknown-encoding");
    CHECK(outcome.decoded.error().cause == Cause::usage);
    CHECK_FALSE(outcome.decoded.error().hints.empty());
    for (const auto* name : {"../../etc/passwd", "UTF-8,version=1", "klingon"}) {
        CHECK(run_as(name, "x").code() == "decode.unknown-encoding");
    }
}

TEST_CASE("what is no text says what it looks like") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "PNG"},
        {"\xFF\xD8\xFF\xE0\0\x10JFIF"s, "JPEG"},
        {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "PDF"},
        {"%PDF-1.4\nall ASCII\n", "PDF"},
        {"PK\3\4\x14\0\6\0"s, "ZIP"},
        {"\x1F\x8B\x08\x00\x00"s, "gzip"},
        {"\x7F"
         "ELF\2\1\1\0\0"s,
         "ELF"},
        {"Words\0and more words"s, "NUL"},
        {"GIF89a\x10\0\x10\0"s, "GIF"},
    };
    for (const auto& [bytes, name] : cases) {
        const Outcome outcome = run(bytes);
        INFO(name);
        REQUIRE(outcome.code() == "decode.binary");
        CHECK(outcome.decoded.error().message.find(name) != std::string::npos);
    }
    CHECK(text_of(run("BMW, MZ and ID3 begin sentences")) == "BMW, MZ and ID3 begin sentences");
}

TEST_CASE("UTF-8 encoded twice is recognised, and repaired only when asked") {
    const std::string once = "Le caf\u00e9 \u201cd\u00e9j\u00e0\u201d \u2014 \u043c\u0438\u0440";
    const std::string twice =
        "Le caf\u00c3\u00a9 \u00e2\u20ac\u0153d\u00c3\u00a9j\u00c3\u00a0\u00e2\u20ac\u009d \u00e2\u20ac\u201d "
        "\u00d0\u00bc\u00d0\u00b8\u00d1\u20ac";
    const Outcome kept = run(twice);
    CHECK(text_of(kept) == twice);
    CHECK(kept.warns("decode.double-encoded"));

    const Outcome repaired = run(twice, {.repair_double_encoding = true});
    CHECK(text_of(repaired) == once);
    CHECK(repaired.warns("decode.double-encoded"));
    CHECK(bytes_of(repaired, twice, "d\u00e9j") == "d\u00c3\u00a9j");
    CHECK(bytes_of(repaired, twice, "\u2014") == "\u00e2\u20ac\u201d");

    for (const auto* innocent : {"\u00ab LIBERT\u00c9\u00bb", "\u201eMEN\u00dc\u201c", "S\u00c3O PAULO \u00c2\u00a0",
                                 "d\u00e9j\u00e0 vu", "\u00c3 la carte \u00e9t\u00e9"}) {
        INFO(innocent);
        CHECK_FALSE(run(innocent).warns("decode.double-encoded"));
    }
}

TEST_CASE("decoded text can be moved, wherever its bytes lie") {
    for (const auto* bytes :
         {"\xE9", "\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9\xE9"}) {
        Outcome outcome = run_as("latin1", bytes);
        const std::string before(outcome.decoded->text);
        DecodedText moved = *std::move(outcome.decoded);
        CHECK(moved.text == before);
        CHECK(moved.text.data() == moved.storage.data());
        DecodedText assigned;
        assigned = std::move(moved);
        CHECK(assigned.text == before);
        CHECK(assigned.text.data() == assigned.storage.data());
    }
}
