// What agencies and IPTC itself send, read and written again: valid, and what was valid before says the same.

#include "core/edge/libxml2/xml_parser.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/host.h"
#include "tests/conformance/newsml/same_tree.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <iostream>
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
    Trip() {
        REQUIRE(register_builtin(registry_));
        format_ = registry_.find("newsml-g2").value();
        schemas_ = (shared() / "schemas").string();
    }

    void file(const std::filesystem::path& path, Outcome& outcome) {
        const auto source = system_host(std::chrono::sys_seconds{})->open_source(path.string());
        REQUIRE(source);
        Context context(registry_, host_);
        context.keep_source_bytes(true);
        const auto reader = Origin::create(*format_, {}, host_).value().reader;
        const auto done = reader->read(
            **source,
            [&](Document&& document) -> Result<> {
                INFO(path.filename().string());
                story(std::move(document), outcome);
                return {};
            },
            context);
        (void)done;
    }

    /// Stories in a file of ours, each written again and compared; false for what is no story.
    int own_file(const std::filesystem::path& path) {
        const auto source = system_host(std::chrono::sys_seconds{})->open_source(path.string());
        REQUIRE(source);
        Context context(registry_, host_);
        context.keep_source_bytes(true);
        int stories = 0;
        const auto reader = Origin::create(*format_, {}, host_).value().reader;
        const auto done = reader->read(
            **source,
            [&](Document&& document) -> Result<> {
                ++stories;
                const auto written = render(document, Target::create(*format_, {}, host_).value(), {}, context);
                REQUIRE(written);
                // An item of a message uses the namespaces declared around it.
                if (!document.source.extent) {
                    compare(*document.source.bytes, *written, context);
                }
                return {};
            },
            context);
        CHECK((done || done.error().code == "newsml.no-story"));
        return stories;
    }

    void lint(const std::filesystem::path& path) {
        const auto source = system_host(std::chrono::sys_seconds{})->open_source(path.string());
        REQUIRE(source);
        std::string buffer;
        const auto bytes = read_whole(**source, buffer, 1 << 20);
        REQUIRE(bytes);
        Context context(registry_, host_);
        REQUIRE(format_->validate(path.string(), *bytes, {}, context));
        for (const Diagnostic& said : context.diagnostics()) {
            INFO(said.code << " " << said.where.line << ":" << said.where.column << " " << said.message);
            CHECK(said.severity != Severity::error);
        }
    }

private:
    void compare(std::string_view before_bytes, std::string_view after_bytes, Context& context) {
        XmlTree before_tree;
        XmlTree after_tree;
        Diagnostics ignored;
        auto before_text = XmlText::of_bytes("before", before_bytes, ignored);
        auto after_text = XmlText::of_bytes("after", after_bytes, ignored);
        const auto before = parse_xml(*before_text, before_tree, {}, context);
        const auto after = parse_xml(*after_text, after_tree, {}, context);
        REQUIRE(before);
        REQUIRE(after);
        INFO(after_bytes);
        CHECK(same_tree(*before->root, *after->root));
    }

    bool is_valid(std::string_view bytes) {
        Context context(registry_, host_);
        REQUIRE(format_->validate("item.xml", bytes, schemas_, context));
        return std::ranges::none_of(context.diagnostics(),
                                    [](const Diagnostic& said) { return said.code == "schema.invalid"; });
    }

    /// Without --repair an item that lacks what the standard demands is refused, and only for that.
    void strictly(const Document& document, Outcome& outcome) {
        Context context(registry_, host_);
        const auto written = render(document, Target::create(*format_, {}, host_).value(), {}, context);
        if (!written) {
            CHECK(written.error().code == "newsml.missing-value");
            ++outcome.refused;
        }
    }

    void story(Document document, Outcome& outcome) {
        ++outcome.stories;
        strictly(document, outcome);
        if (!document.meta.provider) {
            document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
        }
        Context context(registry_, host_);
        const auto target = Target::create(*format_, {{"repair", "true"}}, host_).value();
        const auto written = render(document, target, {}, context);
        if (!written) {
            INFO(written.error().code << ": " << written.error().message);
            REQUIRE(written);
        }
        REQUIRE(written);
        const bool valid = is_valid(*written);
        CHECK(valid);
        outcome.invalid += valid ? 0 : 1;
        XmlTree before_tree;
        XmlTree after_tree;
        Diagnostics ignored;
        auto before_text = XmlText::of_bytes("before", *document.source.bytes, ignored);
        auto after_text = XmlText::of_bytes("after", *written, ignored);
        // An item of a message may use prefixes declared around it; those are compared by their words elsewhere.
        auto before = parse_xml(*before_text, before_tree, {}, context);
        const auto after = parse_xml(*after_text, after_tree, {}, context);
        if (before && after && before->root->name_space == after->root->name_space &&
            is_valid(*document.source.bytes)) {
            const bool equal = same_tree(*before->root, *after->root);
            CHECK(equal);
            outcome.changed += equal ? 0 : 1;
        }
    }

    Registry registry_;
    MemoryHost host_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
    const Format* format_ = nullptr;
    std::string schemas_;
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
