#include "converters/pdf/layout/image_size.h"

#include <catch2/catch.hpp>

#include <string>

namespace galley::pdf {
namespace {

using std::string_literals::operator""s;

const std::string png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02\0\0\0"s;
const std::string jpeg = "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xFF\xC2\0\x11\x08\x01\xE0\x02\x80\3"s;

TEST_CASE("pictures tell their size") {
    const auto a = image_size(png);
    REQUIRE(a);
    CHECK(a->width == 640);
    CHECK(a->height == 480);
    const auto b = image_size(jpeg);
    REQUIRE(b);
    CHECK(b->width == 640);
    CHECK(b->height == 480);
}

TEST_CASE("what is cut off or no picture has none") {
    for (std::size_t size = 0; size < png.size(); ++size) {
        CHECK((size >= 24 || !image_size(std::string_view{png}.substr(0, size))));
    }
    for (std::size_t size = 0; size + 1 < jpeg.size(); ++size) {
        CHECK_FALSE(image_size(std::string_view{jpeg}.substr(0, size)));
    }
    CHECK_FALSE(image_size("GIF89a"));
    CHECK_FALSE(image_size("\xFF\xD8\xFF\xE0\0\0\xFF\xE0\0\0"s));               // a segment of no length
    CHECK_FALSE(image_size("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\0\0\0\0\1"s));  // no width
}

}  // namespace
}  // namespace galley::pdf
