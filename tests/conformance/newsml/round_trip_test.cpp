// What agencies and IPTC itself send, read and written again: valid, and what was valid before says the same.

#include "tests/conformance/newsml/item_world.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <string>

namespace galley {
namespace {

std::filesystem::path shared() {
    const char* folder = std::getenv("GALLEY_SHARED");
    return folder != nullptr ? folder : "";
}

struct Outcome {
    int stories = 0;
    int invalid = 0;
    int changed = 0;
    int refused = 0;
};

class Trip {
public:
    void file(const std::filesystem::path& path, Outcome& outcome) {
        const auto source = open(path);
        Context context = world_.context();
        context.keep_source_bytes(true);
        (void)world_.read(*source, "newsml-g2", context, [&](Document&& document) {
            INFO(path.filename().string());
            story(std::move(document), outcome);
        });
    }

    /// Stories in a file of ours, each written again and compared; none in what is no story.
    int own_file(const std::filesystem::path& path) {
        const auto source = open(path);
        Context context = world_.context();
        context.keep_source_bytes(true);
        int stories = 0;
        const auto done = world_.read(*source, "newsml-g2", context, [&](const Document& document) {
            ++stories;
            const auto written = world_.write(document, "newsml-g2", {}, context);
            REQUIRE(written);
            // An item of a message uses the namespaces declared around it.
            if (!document.source.extent) {
                INFO(*written);
                CHECK(world_.same(*document.source.bytes, *written));
            }
        });
        CHECK((done || done.error().code == "newsml.no-story"));
        return stories;
    }

    void lint(const std::filesystem::path& path) {
        const auto source = open(path);
        std::string buffer;
        const auto bytes = read_whole(*source, buffer, 1 << 20);
        REQUIRE(bytes);
        Context context = world_.context();
        REQUIRE(world_.format("newsml-g2").validate(path.string(), *bytes, {}, context));
        for (const Diagnostic& said : context.diagnostics()) {
            INFO(said.code << " " << said.where.line << ":" << said.where.column << " " << said.message);
            CHECK(said.severity != Severity::error);
        }
    }

private:
    static std::unique_ptr<ByteSource> open(const std::filesystem::path& path) {
        auto source = system_host(std::chrono::sys_seconds{})->open_source(path.string());
        REQUIRE(source);
        return std::move(*source);
    }

    bool is_valid(std::string_view bytes) {
        Context context = world_.context();
        REQUIRE(world_.format("newsml-g2").validate("item.xml", bytes, (shared() / "schemas").string(), context));
        return std::ranges::none_of(context.diagnostics(),
                                    [](const Diagnostic& said) { return said.code == "schema.invalid"; });
    }

    /// Without --repair an item that lacks what the standard demands is refused, and only for that.
    void strictly(const Document& document, Outcome& outcome) {
        Context context = world_.context();
        const auto written = world_.write(document, "newsml-g2", {}, context);
        if (!written) {
            CHECK(written.error().code == "newsml.missing-value");
            ++outcome.refused;
        }
    }

    void story(Document document, Outcome& outcome) {
        ++outcome.stories;
        strictly(document, outcome);
        Context context = world_.context();
        const auto written = world_.write_repaired(document, context);
        if (!written) {
            INFO(written.error().code << ": " << written.error().message);
            REQUIRE(written);
        }
        const bool valid = is_valid(*written);
        CHECK(valid);
        outcome.invalid += valid ? 0 : 1;
        // An item of a message may use prefixes declared around it; those are compared by their words elsewhere.
        const ParsedItem before(*document.source.bytes, context);
        const ParsedItem after(*written, context);
        if (before.root != nullptr && after.root != nullptr && before.root->name_space == after.root->name_space &&
            is_valid(*document.source.bytes)) {
            const bool equal = same_tree(*before.root, *after.root);
            CHECK(equal);
            outcome.changed += equal ? 0 : 1;
        }
    }

    ItemWorld world_;
};

TEST_CASE("items of agencies are written again as they were", "[newsml]") {
    const std::filesystem::path folder = shared() / "formats" / "newsml-g2";
    if (!std::filesystem::is_directory(folder) || !std::filesystem::exists(shared() / "schemas" / "driver.xsd")) {
        std::cout << "SKIPPED: no formats or schemas in GALLEY_SHARED\n";
        return;
    }
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        files.insert(entry.path());
    }
    Trip trip;
    Outcome outcome;
    for (const std::filesystem::path& path : files) {
        trip.file(path, outcome);
    }
    std::cout << outcome.stories << " stories, " << outcome.invalid << " invalid, " << outcome.changed << " changed, "
              << outcome.refused << " refused without repair\n";
    CHECK(outcome.stories > 100);
}

// Mixed content, foreign namespaces, comments, every kind of item, old versions: valid, all of them.
TEST_CASE("items with all that the standard allows are written again as they were", "[newsml]") {
    const char* project = std::getenv("GALLEY_SOURCE");
    REQUIRE(project != nullptr);
    std::set<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(project) / "tests/conformance/newsml/items")) {
        files.insert(entry.path());
    }
    Trip trip;
    int stories = 0;
    for (const std::filesystem::path& path : files) {
        INFO(path.filename().string());
        trip.lint(path);
        stories += trip.own_file(path);
    }
    CHECK(files.size() >= 30);
    CHECK(stories >= 28);
}

}  // namespace
}  // namespace galley
