// Inputs made to be slow. Each is so long that work which grows with the square of its length would take days: the
// test's time-out (see CMakeLists.txt) is what tells.

#include "converters/text/conventions.h"
#include "converters/text/story_reader.h"
#include "galley/registry.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace galley;

namespace {

constexpr std::size_t million = 1'000'000;

std::string repeated(std::string_view part, std::size_t times) {
    std::string all;
    all.reserve(part.size() * times);
    while (times-- > 0) {
        all += part;
    }
    return all;
}

/// Whether `copy` was read, or refused for its size.
bool is_read(const std::string& copy) {
    const Registry registry;
    const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    Context context{registry, host};
    std::size_t stories = 0;
    const auto read = text::read_stories(
        "long.txt", copy, text::Conventions::builtin(), {},
        [&](Document&&) -> Result<> {
            ++stories;
            return {};
        },
        context);
    return read ? stories > 0 : read.error().code == "limit.blocks";
}

}  // namespace

TEST_CASE("A million of anything in one line is read in time that grows with its length") {
    for (const std::string_view part : {" | ",
                                        " - ",
                                        "By ",
                                        "By A, ",
                                        "and ",
                                        "1 May ",
                                        "May 1, 2026 ",
                                        "12:30 ",
                                        "(",
                                        ")",
                                        "((",
                                        "[",
                                        "{",
                                        "/",
                                        "= ",
                                        "a@b.c ",
                                        "LONDON, ",
                                        "LONDON (AP) - ",
                                        "Reporting by A; ",
                                        "Photo: ",
                                        "https://a.b/",
                                        "©",
                                        "“",
                                        "\u3000",
                                        "\u00AD",
                                        "\u2028",
                                        "\r",
                                        "\t",
                                        "\f",
                                        "日",
                                        "5月1日 ",
                                        "年",
                                        "א",
                                        "۱",
                                        "i",
                                        ".",
                                        "...",
                                        "\x01",
                                        "\x1F"}) {
        CAPTURE(part);
        CHECK(is_read(repeated(part, million) + "the end."));
    }
}

TEST_CASE("A million lines of anything are read in time that grows with their number") {
    for (const std::string_view part : {"a\n",
                                        "a\n\n",
                                        "By A\n",
                                        "By A B, AP\n",
                                        "-30-\n",
                                        "###\n",
                                        "1 May 2026\n",
                                        "Share\n",
                                        "MORE\n",
                                        "LONDON, May 1 (AP) - a\n",
                                        "a  1  2\n",
                                        "    a\n",
                                        "> a\n",
                                        "From: a\n",
                                        "From a\n\n",
                                        "NNNN\n",
                                        "ZCZC\n",
                                        "\x01\n",
                                        "\r\n",
                                        "a\r",
                                        "Photo: A/AP\n",
                                        "* * *\n",
                                        "http://a.b/\n",
                                        "(Reporting by A B)\n",
                                        "Updated 2 hours ago\n",
                                        "--\n",
                                        "-- \n"}) {
        CAPTURE(part);
        CHECK(is_read("Harbour to be dredged\n\n" + repeated(part, million) + "the end.\n"));
    }
}

TEST_CASE("A million lines below a web page's head are read in time that grows with their number") {
    constexpr std::string_view head =
        "Harbour to be dredged\n\nBy Ann Lee\nPublished Jan. 2, 2026, 4:10 p.m.\nShare\n4 min read\nFollow\nAdvertisement\n\n";
    for (const std::string_view part : {"The council said that these were the reasons for what it had decided:\n",
                                        "a?\n", "• a\n", "Photo: A/AP\n", "Ann Lee\n", "Share\n", "Contact:\n"}) {
        CAPTURE(part);
        CHECK(is_read(std::string(head) + repeated(part, million)));
    }
}

TEST_CASE("A line of fifty megabytes is read") {
    CHECK(is_read(repeated("word ", 10 * million)));
    CHECK(is_read("Harbour to be dredged\nBy Jane Doe\n\n" + repeated("It cannot wait, he said. ", 2 * million)));
    CHECK(is_read(std::string(50 * million, 'a')));
}
