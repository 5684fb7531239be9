#include "core/batch/listed_stories.h"

#include <catch2/catch.hpp>

using namespace galley::batch;

namespace {

Record record(std::uint64_t item, Outcome outcome, std::uint8_t confidence) {
    Record made;
    made.item = item;
    made.outcome = outcome;
    made.least_confidence = confidence;
    return made;
}

}  // namespace

TEST_CASE("few stories are all listed, in their order", "[listed]") {
    ListedStories stories;
    stories.add(0, record(1, Outcome::done, 90), "one");
    stories.add(0, record(2, Outcome::skipped, 100), "two");
    stories.add(1, record(1, Outcome::failed, 100), "three");
    const auto listed = stories.in_order();
    REQUIRE(listed.size() == 3);
    CHECK(listed[0]->line == "one");
    CHECK(listed[2]->line == "three");
    CHECK(stories.by_ease().front()->line == "three");
    CHECK(stories.by_ease().back()->line == "two");
}

TEST_CASE("of many stories those are listed that want looking at most", "[listed]") {
    ListedStories stories;
    constexpr std::uint64_t many = 6 * ListedStories::most + 7;
    for (std::uint64_t item = 1; item <= many; ++item) {
        const bool late = item > many - 20;
        stories.add(0, record(item, late && item % 2 == 0 ? Outcome::failed : Outcome::done, late ? 50 : 90), "");
    }
    CHECK(stories.seen() == many);
    const auto listed = stories.in_order();
    REQUIRE(listed.size() == ListedStories::most);
    CHECK(listed.front()->key.item == 1);
    CHECK(listed[ListedStories::most - 21]->key.item == ListedStories::most - 20);
    CHECK(listed.back()->key.item == many);
    CHECK(stories.by_ease().front()->ease == 0);
    CHECK(stories.by_ease()[10]->ease == 51);
}
