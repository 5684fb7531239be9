#include "core/batch/conveyor.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace galley::batch;

namespace {

/// Sends `count` items over the belt with `workers`; gives the numbers of the results in the order they come out.
std::vector<std::uint64_t> send(std::uint64_t count, std::uint32_t workers, std::uint64_t results_each,
                                std::size_t bytes_each) {
    Conveyor conveyor(16, 1 << 20);
    std::vector<std::uint64_t> seen;
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
        for (std::uint64_t number = 0; number < count; ++number) {
            conveyor.next_free().item.number = number;
            conveyor.publish();
        }
        conveyor.close(workers);
    });
    for (std::uint32_t worker = 0; worker < workers; ++worker) {
        threads.emplace_back([&] {
            while (Conveyor::Slot* slot = conveyor.claim()) {
                for (std::uint64_t story = 0; story < results_each; ++story) {
                    StoryResult result;
                    result.item = slot->item.number * results_each + story;
                    result.outputs.resize(1);
                    result.outputs[0].bytes.assign(bytes_each, 'x');
                    conveyor.add(*slot, std::move(result));
                }
                conveyor.finish(*slot);
            }
        });
    }
    while (Conveyor::Slot* slot = conveyor.next()) {
        for (const StoryResult& result : slot->results) {
            seen.push_back(result.item);
        }
        conveyor.release(*slot);
    }
    return seen;
}

bool counts_up(const std::vector<std::uint64_t>& numbers) {
    for (std::uint64_t at = 0; at < numbers.size(); ++at) {
        if (numbers[at] != at) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("results come out in the order in which items went in", "[conveyor]") {
    for (const std::uint32_t workers : {1u, 2u, 7u}) {
        const auto seen = send(20'000, workers, 1, 10);
        CHECK(seen.size() == 20'000);
        CHECK(counts_up(seen));
    }
}

TEST_CASE("an item with more results than memory should hold hands them on in parts", "[conveyor]") {
    const auto seen = send(4, 3, 30, 1 << 20);
    CHECK(seen.size() == 120);
    CHECK(counts_up(seen));
}

TEST_CASE("an empty belt ends", "[conveyor]") { CHECK(send(0, 3, 1, 1).empty()); }
