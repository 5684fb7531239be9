#include "converters/pdf/layout/balanced_lines.h"

#include <catch2/catch.hpp>

namespace galley::pdf {
namespace {

/// Words of `widths` with spaces of 1 between them; a break is possible behind each.
std::vector<BreakCandidate> candidates_of(const std::vector<double>& widths) {
    std::vector<BreakCandidate> candidates;
    double at = 0;
    for (const double width : widths) {
        at += width;
        candidates.push_back({.end_width = at, .next_width = at + 1});
        at += 1;
    }
    candidates.back().forced = true;
    return candidates;
}

constexpr BreakSettings settings{.first_width = 20, .width = 20};

TEST_CASE("lines of a headline are about equally long") {
    const auto candidates = candidates_of({6, 6, 5, 4, 3});  // greedy: 6 6 5 | 4 3
    std::vector<std::uint32_t> chosen{2, 4};
    balance_lines(candidates, settings, chosen);
    CHECK(chosen == std::vector<std::uint32_t>{1, 4});
}

TEST_CASE("a phrase is not torn for it") {
    auto candidates = candidates_of({6, 6, 5, 4, 3});
    candidates[1].penalty = 400;
    std::vector<std::uint32_t> chosen{2, 4};
    balance_lines(candidates, settings, chosen);
    CHECK(chosen == std::vector<std::uint32_t>{2, 4});
}

TEST_CASE("one line more keeps a phrase whole, if that is enough") {
    auto candidates = candidates_of({6, 12, 12, 6});
    candidates[1].penalty = torn_phrase_penalty;
    candidates[2].penalty = torn_phrase_penalty;
    std::vector<std::uint32_t> chosen{1, 2, 3};
    balance_lines(candidates, settings, chosen);
    CHECK(chosen == std::vector<std::uint32_t>{0, 1, 3});  // no way without
    candidates = candidates_of({9, 9, 9, 9});
    candidates[1].penalty = torn_phrase_penalty;
    chosen = {1, 3};
    balance_lines(candidates, settings, chosen);
    CHECK(chosen == std::vector<std::uint32_t>{0, 2, 3});
}

TEST_CASE("a line that the author ended is not gone over") {
    auto candidates = candidates_of({3, 9, 9, 3});
    candidates[0].forced = true;
    std::vector<std::uint32_t> chosen{0, 2, 3};
    balance_lines(candidates, settings, chosen);
    CHECK(chosen == std::vector<std::uint32_t>{0, 1, 3});
}

TEST_CASE("what does not fit stays as it was") {
    const auto candidates = candidates_of({30, 5});
    std::vector<std::uint32_t> chosen{0, 1};
    balance_lines(candidates, settings, chosen);
    CHECK(chosen == std::vector<std::uint32_t>{0, 1});
}

}  // namespace
}  // namespace galley::pdf
