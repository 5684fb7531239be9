#include "converters/text/dateline_mark.h"

#include <catch2/catch.hpp>

using namespace galley::text;

TEST_CASE("datelines have a mark, prose with quotation marks and accents has none") {
    for (const char* head : {"OTTAWA / PARIS — Canadian", "WASHINGTON (Reuters) The", "ROMA, 22 MAR -", "Moscow – on",
                             "BUENOS AIRES _ For", "東京（共同）", "東京　共同", "नई दिल्ली—"}) {
        CAPTURE(head);
        CHECK(has_dateline_mark(head));
    }
    for (const char* head : {"", "The visit, expected Monday, will bring allies together.", "“We’re late,” said Zoë.",
                             "Президент приехал в город.", "東京で会議が開かれた", "सरकार ने कहा कि", "정부는 오늘"}) {
        CAPTURE(head);
        CHECK_FALSE(has_dateline_mark(head));
    }
}

TEST_CASE("only ASCII without a mark has surely no dateline") {
    CHECK(is_without_marks(""));
    CHECK(is_without_marks("The visit, expected Monday, will bring \"allies\" together; won't it? No!"));
    for (const char* head : {"PARIS - The", "A paragraph of some length whose mark stands late: here", "東京",
                             "said Zoë", "a|b", "[AP]", "x<", "_", "a=b", "1/2"}) {
        CAPTURE(head);
        CHECK_FALSE(is_without_marks(head));
    }
}
