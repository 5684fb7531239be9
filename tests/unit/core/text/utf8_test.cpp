#include "galley/utf8.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace galley;
using namespace std::string_literals;

namespace {

// Table 3-7 of Unicode 15, spelled out the slow way.
bool is_well_formed(const std::string& bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto in = [](unsigned char value, int low, int high) { return value >= low && value <= high; };
    const auto rest = [&](std::size_t from) {
        for (std::size_t i = from; i < bytes.size(); ++i) {
            if (!in(byte(i), 0x80, 0xBF)) {
                return false;
            }
        }
        return true;
    };
    switch (bytes.size()) {
        case 1: return byte(0) < 0x80;
        case 2: return in(byte(0), 0xC2, 0xDF) && rest(1);
        case 3:
            if (byte(0) == 0xE0) {
                return in(byte(1), 0xA0, 0xBF) && rest(2);
            }
            if (byte(0) == 0xED) {
                return in(byte(1), 0x80, 0x9F) && rest(2);
            }
            return in(byte(0), 0xE1, 0xEF) && rest(1);
        case 4:
            if (byte(0) == 0xF0) {
                return in(byte(1), 0x90, 0xBF) && rest(2);
            }
            if (byte(0) == 0xF4) {
                return in(byte(1), 0x80, 0x8F) && rest(2);
            }
            return in(byte(0), 0xF1, 0xF3) && rest(1);
        default: return false;
    }
}

std::string encoded(char32_t code) {
    std::string text;
    utf8::append(code, text);
    return text;
}

}  // namespace

TEST_CASE("every scalar value is appended, read back from both ends and found valid") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        const std::string text = encoded(code);
        const auto [read, size] = utf8::at(text, 0);
        const auto [read_back, size_back] = utf8::before(text, text.size());
        if (read != code || size != text.size() || read_back != code || size_back != size || !utf8::is_valid(text) ||
            !is_well_formed(text)) {
            FAIL("U+" << std::hex << static_cast<std::uint32_t>(code));
        }
    }
}

TEST_CASE("two, three and four bytes are well-formed exactly as table 3-7 says, wherever they stand") {
    const std::vector<int> seconds = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF};
    for (int lead = 0x80; lead <= 0xFF; ++lead) {
        for (int second : seconds) {
            for (int tail = 0; tail <= 2; ++tail) {
                const std::string bytes = ""s + static_cast<char>(lead) + static_cast<char>(second) +
                                          std::string(static_cast<std::size_t>(tail), '\xA5');
                for (std::size_t before : {0U, 1U, 29U, 30U, 31U, 32U, 33U, 64U}) {
                    const std::string text = std::string(before, 'x') + bytes;
                    CHECK(utf8::is_valid(text) == is_well_formed(bytes));
                }
            }
        }
    }
}

TEST_CASE("the first ill-formed character is named by its first byte, at any distance from a block's edge") {
    const std::vector<std::string> whole = {"a", "\u00e9", "\u20ac", "\U0001F5DE"};
    const std::vector<std::string> broken = {"\x80",         "\xC3",     "\xE2\x82",         "\xF0\x9F\x97",
                                             "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\xFF"};
    for (const std::string& unit : whole) {
        for (std::size_t count = 0; count < 70; ++count) {
            std::string front;
            for (std::size_t i = 0; i < count; ++i) {
                front += unit;
            }
            for (const std::string& bad : broken) {
                CHECK(utf8::find_invalid(front + bad) == front.size());
                CHECK(utf8::find_invalid(front + bad + "z") == front.size());
                CHECK(utf8::find_invalid(front + bad + std::string(100, 'z')) == front.size());
            }
            CHECK(utf8::find_invalid(front) == std::string::npos);
        }
    }
}

TEST_CASE("counting and cutting keep characters whole") {
    const std::string text = "a\u00e9\u20ac\U0001F5DE";
    CHECK(utf8::count_characters(text) == 4);
    CHECK(utf8::prefix(text, 0).empty());
    CHECK(utf8::prefix(text, 2) == "a");
    CHECK(utf8::prefix(text, 3) == "a\u00e9");
    CHECK(utf8::prefix(text, 5) == "a\u00e9");
    CHECK(utf8::prefix(text, 9) == "a\u00e9\u20ac");
    CHECK(utf8::prefix(text, 10) == text);
    CHECK(utf8::prefix(text, 99) == text);
}

TEST_CASE("white space is Unicode's") {
    CHECK(utf8::trim("\u3000\t wire \u00a0\u2028") == "wire");
    CHECK(utf8::trim(" \n ").empty());
    CHECK(utf8::trim("").empty());
    CHECK(utf8::is_space(0x85));
    CHECK_FALSE(utf8::is_space(0x200B));  // ZERO WIDTH SPACE is none
    CHECK_FALSE(utf8::is_space(0x180E));
}

TEST_CASE("controls and noncharacters are those that no copy means") {
    for (const char32_t code : U"\x01\x0B\x1F\x7F\x85\x9F\xFDD0\xFDEF\xFFFE\xFFFF\x1FFFE\x10FFFF"s) {
        CHECK(utf8::is_control_or_noncharacter(code));
    }
    for (const char32_t code : U"\t\n\r \xA0\xFDCF\xFDF0\xFFFD\x10000"s) {
        CHECK_FALSE(utf8::is_control_or_noncharacter(code));
    }
}
