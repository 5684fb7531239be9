#include "converters/text/text_format.h"
#include "galley/invariants.h"
#include "galley/plain_text.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>

using namespace galley;

namespace {

std::string utf16(std::u16string_view text, bool big_endian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

}  // namespace

TEST_CASE("a date that a fuller one replaces keeps its place, also where decoding moves the text") {
    const test::Reading reading = test::read(
        "\xC4\xE5\xED\xFC \xE3\xEE\xF0\xEE\xE4\xE0\nPublished 20 Nov\n20 Nov 2020\n\n\xD2\xE5\xEA\xF1\xF2 \xEE \xE3\xEE\xF0\xEE\xE4\xE5.\n",
        {{"encoding", "windows-1251"}});
    REQUIRE(reading.document);
    const auto& furniture = reading.document->meta.furniture;
    CHECK(std::ranges::any_of(furniture, [](const auto& one) { return one.raw == "20 Nov"; }));
    CHECK(check_invariants(*reading.document).empty());
}

TEST_CASE("a mark of byte order that was pasted into the text is no part of it") {
    const test::Reading reading =
        test::read("\n\uFEFFHarbour to be dredged\n\nThe harbour will be \uFEFFdredged next year, its master said.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text == "Harbour to be dredged");
    REQUIRE(reading.document->body.size() == 1);
    CHECK(plain_text(reading.document->body.front()) == "The harbour will be dredged next year, its master said.");
}

TEST_CASE("UTF-16 without a mark is text, East Asian copy with few zero bytes, too") {
    constexpr std::u16string_view copy =
        u"港の浚渫は来年に\n港の浚渫は来年に始まると、港長が金曜日に語った。町は費用のために三度延期していた。\n";
    for (const bool big_endian : {false, true}) {
        const std::string bytes = utf16(copy, big_endian);
        CHECK(text_format().sniff(bytes) > 0);
        const test::Reading reading = test::read(bytes);
        REQUIRE(reading.document);
        CHECK(reading.document->source.encoding->value == (big_endian ? "UTF-16BE" : "UTF-16LE"));
    }
    CHECK(text_format().sniff(utf16(u"The harbour will be dredged.\n", false)) > 0);
}

TEST_CASE("bytes with zeros that read as no text are refused") {
    CHECK(text_format().sniff(std::string_view("\x01\0\x02\xFF\xFE\x7F\0\xE0\x10\xD8", 10)) == 0);
    CHECK(text_format().sniff({}) > 0);
}
