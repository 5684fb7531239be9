#include "core/batch/done_items.h"

#include <catch2/catch.hpp>

using namespace galley::batch;

namespace {

DoneItems three_items() {
    DoneItems done;
    done.add(name_key("a"), true);
    done.add(name_key("b"), false);
    done.add(name_key("b"), true);
    done.add(name_key("c"), false);
    return done;
}

}  // namespace

TEST_CASE("items are found in the journal's order", "[done_items]") {
    DoneItems done = three_items();
    CHECK(done.size() == 3);
    CHECK(done.find(name_key("a"))->results == 1);
    CHECK(done.find(name_key("b"))->results == 2);
    CHECK(done.find(name_key("b")).has_value());
    CHECK_FALSE(done.find(name_key("c"))->last);
    CHECK_FALSE(done.find(name_key("d")));
}

TEST_CASE("items are found when the source changed", "[done_items]") {
    DoneItems done = three_items();
    CHECK_FALSE(done.find(name_key("new")));
    CHECK(done.find(name_key("c"))->results == 1);
    CHECK(done.find(name_key("a"))->last);
    CHECK_FALSE(DoneItems().find(name_key("a")));
}
