#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/emit/language_tag.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace galley::pdf;

namespace {

std::string written(auto append, auto... arguments) {
    std::string text;
    append(arguments..., text);
    return text;
}

}  // namespace

TEST_CASE("numbers have no exponent, no needless digit, and no negative zero") {
    CHECK(written(append_real, 0, 2) == "0");
    CHECK(written(append_real, -0.001, 2) == "0");
    CHECK(written(append_real, 0.5, 2) == ".5");
    CHECK(written(append_real, -12.345, 2) == "-12.35");
    CHECK(written(append_real, 595.28, 2) == "595.28");
    CHECK(written(append_real, 100, 3) == "100");
    CHECK(written(append_fixed, 105, 2) == "1.05");
    CHECK(written(append_integer, std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

TEST_CASE("text strings are literals in PDFDocEncoding or UTF-16BE") {
    CHECK(written(append_text_string, "a (b) \\") == "(a \\(b\\) \\\\)");
    CHECK(written(append_text_string, "é…") == "(\xE9\x83)");
    CHECK(written(append_text_string, "ю") == "<FEFF044E>");
    CHECK(written(append_text_string, "😀") == "<FEFFD83DDE00>");
    CHECK(written(append_text_string, "") == "()");
}

TEST_CASE("a text string is no longer than PDF/A allows, and is cut between characters") {
    const std::string ascii(40'000, 'x');
    CHECK(written(append_text_string, ascii).size() == 32'767 + 2);
    std::string astral;
    for (int i = 0; i < 10'000; ++i) {
        astral += "😀";
    }
    const std::string cut = written(append_text_string, astral);
    CHECK((cut.size() - 2) / 2 <= 32'767);
    CHECK(cut.ends_with("D83DDE00>"));
}

TEST_CASE("names are escaped and cut") {
    CHECK(written(append_name, "text/plain") == "/text#2Fplain");
    CHECK(written(append_name, "A B#") == "/A#20B#23");
    CHECK(written(append_name, std::string(300, 'n')).size() == 128);
}

TEST_CASE("dates are in UTC") {
    using namespace std::chrono;
    CHECK(written(append_date, sys_days{year{2026} / 1 / 2} + hours{3} + minutes{4} + seconds{5}) ==
          "(D:20260102030405Z)");
}

TEST_CASE("language tags of another form than PDF/A's are undetermined") {
    CHECK(language_tag("en") == "en");
    CHECK(language_tag("zh-Hant-TW") == "zh-Hant-TW");
    CHECK(language_tag("") == "und");
    CHECK(language_tag("e1") == "und");
    CHECK(language_tag("en-") == "und");
    CHECK(language_tag("en_US") == "und");
    CHECK(language_tag("en-abcdefghi") == "und");
}
