#include "galley/host.h"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace galley;

namespace {

/// A folder that goes with all that is in it.
class Folder {
public:
    Folder() : path_("file_sink_test." + std::to_string(::getpid())) { std::filesystem::create_directory(path_); }
    ~Folder() {
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
        std::filesystem::remove_all(path_);
    }

    [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
    }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a file appears whole on commit and not before", "[file_sink]") {
    const Folder folder;
    const auto host = system_host({});
    for (const bool durable : {false, true}) {
        auto sink = host->open_sink(folder.file("out"), {.replace = true, .durable = durable}).value();
        const std::string large(200'000, 'x');
        REQUIRE(sink->write("small"));
        REQUIRE(sink->write(large));
        REQUIRE(sink->write("end"));
        REQUIRE(sink->commit());
        CHECK(content_of(folder.file("out")) == "small" + large + "end");
        CHECK(folder.count() == 1);
    }
}

TEST_CASE("a sink that is dropped leaves nothing", "[file_sink]") {
    const Folder folder;
    {
        auto sink = system_host({})->open_sink(folder.file("out"), {}).value();
        REQUIRE(sink->write("half"));
        CHECK_FALSE(std::filesystem::exists(folder.file("out")));
    }
    CHECK(folder.count() == 0);
}

TEST_CASE("what is prepared has still no name, and goes when it is not committed", "[file_sink]") {
    const Folder folder;
    for (const bool committed : {false, true}) {
        {
            auto sink = system_host({})->open_sink(folder.file("out"), {}).value();
            REQUIRE(sink->write("whole"));
            REQUIRE(sink->prepare());
            CHECK_FALSE(std::filesystem::exists(folder.file("out")));
            CHECK(folder.count() == 1);
            if (committed) {
                REQUIRE(sink->commit());
            }
        }
        CHECK(folder.count() == (committed ? 1 : 0));
    }
    CHECK(content_of(folder.file("out")) == "whole");
}

TEST_CASE("an existing file is replaced only with leave, even one that appears meanwhile", "[file_sink]") {
    const Folder folder;
    const auto host = system_host({});
    auto late = host->open_sink(folder.file("out"), {}).value();
    std::ofstream(folder.file("out")) << "theirs";
    CHECK(host->open_sink(folder.file("out"), {}).error().code == "output.exists");
    REQUIRE(late->write("ours"));
    CHECK(late->commit().error().code == "output.exists");
    CHECK(content_of(folder.file("out")) == "theirs");
    late.reset();
    CHECK(folder.count() == 1);
}

TEST_CASE("folders that are missing, files that are folders and names too long are told", "[file_sink]") {
    const Folder folder;
    const auto host = system_host({});
    CHECK(host->open_sink(folder.file("none/out"), {}).error().code == "output.no-folder");
    CHECK(host->open_sink(folder.path(), {.replace = true}).error().code == "output.is-directory");
    CHECK(host->open_sink(folder.file(std::string(240, 'n')), {}).has_value());
    auto too_long = host->open_sink(folder.file(std::string(300, 'n')), {}).value();
    CHECK(too_long->commit().error().code == "output.write-failed");
    too_long.reset();
    CHECK(folder.count() == 0);
}

TEST_CASE("no permission to write is told", "[file_sink]") {
    if (::geteuid() == 0) {
        WARN("SKIPPED: root may write everywhere");
        return;
    }
    const Folder folder;
    std::filesystem::permissions(folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK(system_host({})->open_sink(folder.file("out"), {}).error().code == "output.permission");
}

TEST_CASE("sources that are missing or folders are told", "[file_source]") {
    const Folder folder;
    const auto host = system_host({});
    CHECK(host->open_source(folder.file("none")).error().code == "input.missing");
    CHECK(host->open_source(folder.path()).error().code == "input.is-directory");
    CHECK(host->load(folder.file("none")).error().code == "input.missing");
    std::ofstream(folder.file("empty"));
    CHECK(host->load(folder.file("empty")).value().empty());
    std::ofstream(folder.file("full")) << "bytes";
    CHECK(host->load(folder.file("full")).value() == "bytes");
    CHECK(host->load(folder.file("full")).value().data() == host->load(folder.file("full")).value().data());
}
