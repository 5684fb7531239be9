#pragma once

#include "galley/batch.h"
#include "tests/unit/batch/temporary_folder.h"
#include "tests/unit/core/convert/toy_format.h"

#include <catch2/catch.hpp>

namespace galley::test {

/// A folder "in" with stories in the lines format and what it takes to run batches over it.
struct BatchBench {
    BatchBench() {
        REQUIRE(registry.add(lines_format()));
        REQUIRE(registry.add(wrapper_format()));
    }

    /// `count` stories in several folders, a different text each.
    void write_stories(int count) const {
        for (int number = 0; number < count; ++number) {
            const std::string name = std::to_string(number);
            folder.write("in/" + std::to_string(number % 7) + "/story-" + name + ".lines", "text " + name + "\nmore\n");
        }
    }

    [[nodiscard]] BatchSettings settings(BatchForm form, const std::string& name) const {
        BatchSettings made;
        made.source.paths = {folder.path("in")};
        made.destination.form = form;
        made.destination.path = folder.path(name);
        made.destination.records_per_frame = 16;
        made.targets = {Target::create(lines_format(), {}, *host).value(),
                        Target::create(wrapper_format(), {}, *host).value()};
        made.durable = false;
        made.jobs = 3;
        return made;
    }

    Result<BatchSummary> run(const BatchSettings& settings, std::stop_token stop = {}) const {
        auto opened = BatchRun::open(settings, registry, *host);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        return (*opened)->run(std::move(stop));
    }

    TemporaryFolder folder;
    Registry registry;
    std::unique_ptr<Host> host = system_host(std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000)));
};

}  // namespace galley::test
