#include "converters/pdf/check/literal_codes.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace galley::pdf;
using namespace std::string_view_literals;

TEST_CASE("the codes of an array of strings are read at once") {
    const auto codes = read_array_codes("[(\0\5\1\2)-35.5 (\0\\r)(\2\7\0\\))]TJ"sv);
    REQUIRE(codes);
    CHECK(codes->length == 26);
    CHECK(codes->largest_less_one == 0x206);
    CHECK(read_array_codes("[]"sv)->largest_less_one == 0);
    CHECK(read_array_codes("[(\0\5\0\0)]"sv)->largest_less_one == 0xFFFFFFFF);  // .notdef
}

TEST_CASE("an array that is not as Galley writes it is not read at once") {
    for (const std::string_view array :
         {"["sv, "[("sv, "[(\0"sv, "[(\0\5"sv, "[(\0\5)"sv, "[(\0)]"sv, "[(\0\5\0)]"sv, "[(\0\\0)]"sv, "[(\0\\"sv,
          "[(\0("sv, "[/N]"sv, "[<00>]"sv, "[[]]"sv, "[12a]"sv, "[(\\r\0)]"sv, "[% 1\n]"sv}) {
        CHECK_FALSE(read_array_codes(array));
    }
    CHECK(read_array_codes("[(" + std::string(32'766, '\1') + ")]"));
    CHECK_FALSE(read_array_codes("[(" + std::string(32'768, '\1') + ")]"));
}
