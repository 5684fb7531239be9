#include "core/batch/unique_names.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace galley::batch;

namespace {

std::vector<std::string> taken(const std::vector<std::string>& names) {
    UniqueNames unique;
    std::vector<std::string> result;
    std::uint64_t number = 0;
    for (std::string name : names) {
        NameKey key = name_key(name);
        unique.take(name, ++number, key);
        CHECK(key == name_key(name));
        result.push_back(name);
    }
    return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a name that came before gets its item's number", "[unique_names]") {
    CHECK(taken({"a", "b", "a", "x/a", "x/a", "a"}) == Names{"a", "b", "a~=3", "x/a", "x/a~=5", "a~=6"});
}

TEST_CASE("no file has the name of a folder", "[unique_names]") {
    CHECK(taken({"a/b", "a"}) == Names{"a/b", "a~=2"});
    CHECK(taken({"a", "a/b", "a/c", "x", "a/d/e"}) == Names{"a", "a~=2/b", "a~=2/c", "x", "a~=5/d/e"});
    CHECK(taken({"a/b/c", "a/b", "a"}) == Names{"a/b/c", "a/b~=2", "a~=3"});
    CHECK(taken({"a/b", "a/b/c/d", "a/b/c"}) == Names{"a/b", "a/b~=2/c/d", "a/b~=3/c"});
}
