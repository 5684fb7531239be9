#include "core/batch/text_index.h"
#include "tests/unit/batch/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace galley;
using namespace galley::batch;

namespace {

std::string line_of_size(std::uint64_t item, std::size_t size) {
    return text_line(item, 1, {ExcerptPiece{.text = std::string(size, 'x'), .marks = {{0, 1, 2}}}});
}

}  // namespace

TEST_CASE("texts are found again by their story; the last one counts", "[texts]") {
    const test::TemporaryFolder folder;
    {
        auto log = TextLog::open(folder.path("texts.jsonl"));
        REQUIRE(log);
        REQUIRE(log->add(text_line(7, 1, {ExcerptPiece{.text = "one", .marks = {}}}), false));
        REQUIRE(log->add(text_line(7, 2, {ExcerptPiece{.text = "two", .marks = {}}}), false));
        REQUIRE(log->add(text_line(7, 1, {ExcerptPiece{.text = "again", .marks = {}}}), false));
        REQUIRE(log->add(text_line(8, 1, {}), false));
        REQUIRE(log->commit());
    }
    const TextIndex index = TextIndex::open(folder.path("texts.jsonl"));
    CHECK(index.find({7, 1}) == "{\"item\":7,\"story\":1,\"pieces\":[{\"text\":\"again\",\"marks\":[]}]}\n");
    CHECK(index.find({7, 2}).find("two") != std::string_view::npos);
    CHECK(index.find({8, 1}).empty());
    CHECK(TextIndex::open(folder.path("nowhere")).find({7, 1}).empty());
}

TEST_CASE("what an interruption cut short goes", "[texts]") {
    const test::TemporaryFolder folder;
    const std::string whole = line_of_size(1, 10);
    folder.write("texts.jsonl", whole + whole.substr(0, 20));
    {
        auto log = TextLog::open(folder.path("texts.jsonl"));
        REQUIRE(log);
        REQUIRE(log->add(line_of_size(2, 10), false));
        REQUIRE(log->commit());
    }
    CHECK(folder.read("texts.jsonl") == whole + line_of_size(2, 10));
}

TEST_CASE("half of the log takes any story, the rest doubtful ones, and then it is full", "[texts]") {
    const test::TemporaryFolder folder;
    auto log = TextLog::open(folder.path("texts.jsonl"));
    REQUIRE(log);
    constexpr std::size_t piece = 1 << 20;
    for (std::uint64_t item = 1; item <= 100; ++item) {
        REQUIRE(log->add(line_of_size(item, piece), item % 2 == 0));
    }
    CHECK(log->wanted() == WantedTexts::none);
    REQUIRE(log->commit());
    const TextIndex index = TextIndex::open(folder.path("texts.jsonl"));
    CHECK_FALSE(index.find({7, 1}).empty());
    CHECK(index.find({13, 1}).empty());
    CHECK_FALSE(index.find({14, 1}).empty());
    CHECK(index.find({80, 1}).empty());
    CHECK(folder.read("texts.jsonl").size() < TextLog::largest + 2 * piece);
}
