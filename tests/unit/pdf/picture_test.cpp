#include "converters/pdf/emit/picture.h"

#include <catch2/catch.hpp>

using namespace galley;
using namespace galley::pdf;

namespace {

/// Two by three pixels of half-transparent red.
constexpr std::string_view red_png =
    "89504E470D0A1A0A0000000D4948445200000002000000030806000000B9EADE810000001149444154789C63F8CFC0D000C2"
    "0C180C007DC108FB8B616A4C0000000049454E44AE426082";

std::string bytes_of_hex(std::string_view digits) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    }
    return bytes;
}

/// A JPEG file's markers up to its frame header: 16 by 8 pixels.
std::string jpeg(char precision, char components) {
    std::string bytes{"\xFF\xD8\xFF\xE0\0\4\0\0\xFF\xC0\0\x11", 12};
    bytes += precision;
    bytes += std::string{"\0\x08\0\x10", 4};
    bytes += components;
    return bytes + std::string(9, '\1');
}

Resource resource(std::string bytes) {
    Resource made;
    made.id = "picture";
    made.bytes = std::move(bytes);
    return made;
}

}  // namespace

TEST_CASE("a picture's header is read") {
    const auto png = picture_facts(bytes_of_hex(red_png));
    REQUIRE(png);
    CHECK(png->width == 2);
    CHECK(png->height == 3);
    const auto photograph = picture_facts(jpeg(8, 3));
    REQUIRE(photograph);
    CHECK(photograph->width == 16);
    CHECK(photograph->height == 8);
}

TEST_CASE("pictures that have no place in the file are not taken: CMYK, 12 bits, other kinds, damage") {
    CHECK_FALSE(picture_facts(jpeg(8, 4)));
    CHECK_FALSE(picture_facts(jpeg(12, 3)));
    CHECK_FALSE(picture_facts("GIF89a"));
    CHECK_FALSE(picture_facts(""));
    for (std::size_t size = 0; size < 18; ++size) {
        CHECK_FALSE(picture_facts(jpeg(8, 3).substr(0, size)));
    }
}

TEST_CASE("a JPEG goes in as it is, a PNG decoded and laid over white") {
    ObjectList objects(Level::none);
    const auto photograph = write_picture(resource(jpeg(8, 1)), objects);
    REQUIRE(photograph);
    CHECK(objects.at(*photograph).plain == jpeg(8, 1));
    CHECK(objects.at(*photograph).value.find("/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode") !=
          std::string::npos);
    const auto drawing = write_picture(resource(bytes_of_hex(red_png)), objects);
    REQUIRE(drawing);
    const std::string& samples = objects.at(*drawing).plain;
    REQUIRE(samples.size() == 2 * 3 * 3);
    CHECK(static_cast<unsigned char>(samples[0]) == 255);
    CHECK(static_cast<unsigned char>(samples[1]) > 100);
}

TEST_CASE("a damaged picture is refused") {
    ObjectList objects(Level::none);
    CHECK(write_picture(resource("no picture"), objects).error().code == "pdf.unusable-picture");
    CHECK(write_picture(resource(bytes_of_hex(red_png).substr(0, 45)), objects).error().code == "pdf.unusable-picture");
}
