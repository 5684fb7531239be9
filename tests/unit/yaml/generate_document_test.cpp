#include "tests/support/generate_document.h"
#include "galley/invariants.h"

#include <catch2/catch.hpp>

#include <set>

using namespace galley;
using galley::test::generate_deep_document;
using galley::test::generate_document;

TEST_CASE("generated documents keep the rules of the model") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        INFO("seed " << seed);
        const Document document = generate_document(seed);
        for (const Diagnostic& broken : check_invariants(document)) {
            FAIL(broken.code << ": " << broken.message);
        }
        REQUIRE(generate_document(seed) == document);
    }
    REQUIRE_FALSE(generate_document(1) == generate_document(2));
}

TEST_CASE("generated documents have every kind of block, at the top and inside others") {
    std::set<std::size_t> kinds;
    std::set<std::size_t> quoted;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        for (const Block& block : generate_document(seed).body) {
            kinds.insert(block.node.index());
            if (const auto* quote = std::get_if<Quote>(&block.node)) {
                for (const Block& inner : quote->content) {
                    quoted.insert(inner.node.index());
                }
            }
        }
    }
    CHECK(kinds.size() == std::variant_size_v<decltype(Block::node)>);
    CHECK(quoted.size() == std::variant_size_v<decltype(Block::node)>);
}

TEST_CASE("a generated body is as deep as the limit allows and no deeper") {
    const Limits limits;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CHECK(check_invariants(generate_deep_document(seed, limits.depth)).empty());
        CHECK_FALSE(check_invariants(generate_deep_document(seed, limits.depth + 4)).empty());
    }
}
