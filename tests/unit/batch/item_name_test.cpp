#include "core/batch/item_name.h"

#include <catch2/catch.hpp>

using namespace galley::batch;

TEST_CASE("names cannot leave the folder they are put below", "[item_name]") {
    CHECK(item_name("a/b.txt") == "a/b.txt");
    CHECK(item_name("/a//./b.txt/") == "a/b.txt");
    CHECK(item_name("../../etc/passwd") == "~up/~up/etc/passwd");
    CHECK(item_name("a/..") == "a/~up");
    CHECK(item_name("") == "~unnamed");
    CHECK(item_name("///") == "~unnamed");
    CHECK(item_name(".galley/journal.jsonl") == "~.galley/journal.jsonl");
}

TEST_CASE("what cannot stand in a name everywhere is escaped, and different names stay different", "[item_name]") {
    CHECK(item_name("a\nb") == "a~x0ab");
    CHECK(item_name("c:\\d") == "c:~x5cd");
    CHECK(item_name("100%") == "100~x25");
    CHECK(item_name("~up") == "~x7eup");
    CHECK(item_name("a~2") == "a~x7e2");
    CHECK(item_name("caf\xe9.txt") == "caf~xe9.txt");
    CHECK(item_name("caf\xc3\xa9.txt") == "caf\xc3\xa9.txt");
    CHECK(item_name(std::string("a\0b", 3)) == "a~x00b");
    CHECK(item_name("tail /x ") == "tail~x20/x~x20");
    CHECK(item_name(" a b") == " a b");
    CHECK(item_name("a\u00a0") == "a~xc2~xa0");
    CHECK(item_name("a\u2028b\u0085c\uffffd") == "a~xe2~x80~xa8b~xc2~x85c~xef~xbf~xbfd");
}

TEST_CASE("duplicates get the number of their item", "[item_name]") {
    CHECK(duplicate_name("a.txt", 17) == "a.txt~=17");
}

TEST_CASE("shards are told apart by names alone and share evenly", "[item_name]") {
    std::size_t counts[4] = {};
    for (int number = 0; number < 4000; ++number) {
        const NameKey key = name_key("story-" + std::to_string(number));
        std::size_t homes = 0;
        for (std::uint32_t shard = 1; shard <= 4; ++shard) {
            if (in_shard(key, shard, 4)) {
                ++counts[shard - 1];
                ++homes;
            }
        }
        REQUIRE(homes == 1);
    }
    for (const std::size_t count : counts) {
        CHECK(count > 850);
        CHECK(count < 1150);
    }
}
