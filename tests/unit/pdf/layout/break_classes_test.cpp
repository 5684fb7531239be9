#include "converters/pdf/layout/break_classes.h"
#include "converters/pdf/shape/icu_edge.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace galley::pdf {
namespace {

TEST_CASE("the quick answer for a word agrees with UAX #14") {
    const std::string words[] = {
        "word",  "Carney’s", "“Coalition", "Willing”",      "(OTTAWA)", "2,500.75", "$2.5", "U.S.", "43%",  "it?”",
        "[sic]", "été",      "Ελλάδα",     "правительство", "\"so\"",   "a.m.,",    "end!", "(see", "page:"};
    for (const std::string& word : words) {
        INFO(word);
        CHECK(never_breaks_inside(word));
        std::vector<std::uint32_t> breaks;
        find_line_breaks(word, "en", breaks);
        CHECK(breaks.empty());
    }
}

TEST_CASE("what may break is left to the full rules") {
    for (const std::string_view word :
         {"long-term", "and/or", "1990–1995", "東京", "ภาษาไทย", "https://example.org/a", "what?no"}) {
        INFO(word);
        CHECK_FALSE(never_breaks_inside(word));
    }
    std::vector<std::uint32_t> breaks;
    find_line_breaks("long-term", "en", breaks);
    CHECK(breaks == std::vector<std::uint32_t>{5});
}

TEST_CASE("no line ends between an opening or closing mark and its word") {
    CHECK(may_break_at_space("one", "two", "en"));
    CHECK_FALSE(may_break_at_space("(", "two", "en"));
    CHECK_FALSE(may_break_at_space("non", "!", "fr"));
    CHECK_FALSE(may_break_at_space("«", "oui", "fr"));
    CHECK_FALSE(may_break_at_space("oui", "»", "fr"));
    CHECK(may_break_at_space("of", ".5", "en"));
    CHECK(may_break_at_space("—", "she", "en"));
}

TEST_CASE("Japanese lines do not begin with small kana or closing marks") {
    std::vector<std::uint32_t> breaks;
    const std::string text = "東京だった。";
    find_line_breaks(text, "ja", breaks);
    for (const std::uint32_t at : breaks) {
        CHECK(std::string_view{text}.substr(at, 3) != "っ");
        CHECK(std::string_view{text}.substr(at, 3) != "。");
    }
    CHECK(breaks.size() == 3);
}

TEST_CASE("Thai breaks between words although it has no spaces") {
    std::vector<std::uint32_t> breaks;
    find_line_breaks("สภาเมืองลงมติ", "th", breaks);
    CHECK(breaks.size() >= 2);
}

TEST_CASE("right-to-left text is noticed") {
    CHECK(may_hold_right_to_left("abc עברית"));
    CHECK(may_hold_right_to_left("العربية"));
    CHECK(may_hold_right_to_left("a\u200Fb"));
    CHECK_FALSE(may_hold_right_to_left("“Плотва” — Ωmega 東京 ไทย हिन्दी"));
}

TEST_CASE("where the quick answer is that nothing breaks, the full rules say so, too") {
    const std::vector<std::string> signs{
        "a",      "Z",      "é",      "ß",      "ж",      "ω",      "7",      ".",      ",",      ":",
        "'",      "\"",     "“",      "’",      "(",      ")",      "?",      "%",      "$",      "-",
        "\u05D0", "\u05E9", "\u05B8", "\u05BC", "\u05F4", "\u05BE", "\u0628", "\u0645", "\u0640", "\u064B",
        "\u0651", "\u0660", "\u0669", "\u066A", "\u066B", "\u0670", "\u06CC", "\u06D3", "\u06D4", "\u06D5",
        "\u06DD", "\u06F4", "\u060C", "\u061B", "\u061F", "\u200C", "\u200D", "中",     "…",      "—"};
    std::uint64_t state = 1;
    std::size_t quick = 0;
    for (int round = 0; round < 200'000; ++round) {
        std::string word;
        state = state * 6364136223846793005u + 1442695040888963407u;
        for (std::uint64_t left = state >> 33, size = left % 5 + 1; size > 0; --size, left /= signs.size()) {
            word += signs[(left / 5) % signs.size()];
        }
        if (!never_breaks_inside(word)) {
            continue;
        }
        ++quick;
        std::vector<std::uint32_t> breaks;
        find_line_breaks(word, "en", breaks);
        INFO(word);
        CHECK(breaks.empty());
    }
    CHECK(quick > 10'000);
}

}  // namespace
}  // namespace galley::pdf
