#include "galley/suggest.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("nearest finds what was meant and nothing far-fetched", "[suggest]") {
    const std::vector<std::string_view> formats{"newsml-g2", "yaml", "pdf", "text"};
    CHECK(nearest("newsml", formats) == "newsml-g2");
    CHECK(nearest("yml", formats) == "yaml");
    CHECK(nearest("PDF", formats) == "pdf");
    CHECK(nearest("pfd", formats) == "pdf");
    CHECK(nearest("docx", formats).empty());
    CHECK(nearest("", formats).empty());
    CHECK(nearest(std::string(10000, 'x'), formats).empty());
    CHECK(suggest("txet", formats) == std::vector<std::string>{"did you mean 'text'?"});
}
