// Items with random faults: what of them is written is valid, what is not is refused with a code, and no word is lost.

#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/plain_text.h"
#include "tests/conformance/newsml/faults.h"

#include <catch2/catch.hpp>

#include <iostream>

namespace galley {
namespace {

class FaultyTrip {
public:
    FaultyTrip() {
        REQUIRE(register_builtin(registry_));
        format_ = registry_.find("newsml-g2").value();
    }

    void file(const std::string& bytes, std::uint32_t seed, const std::string& name) {
        Context context(registry_, host_);
        Diagnostics ignored;
        auto text = XmlText::of_bytes("item.xml", bytes, ignored);
        REQUIRE(text);
        XmlTree tree;
        const auto parsed = parse_xml(*text, tree, {}, context);
        if (!parsed || parsed->root->name_space != "http://iptc.org/std/nar/2006-10-01/") {
            return;
        }
        Faults faults(tree, *parsed->root, seed);
        for (std::uint32_t fault = 0; fault < 1 + seed % 4; ++fault) {
            faults.make_one();
        }
        std::string faulty;
        XmlSerializer(faulty, ignored).write(*parsed->root);
        const auto source = memory_source("item.xml", faulty);
        const auto reader = Origin::create(*format_, {}, host_).value().reader;
        (void)reader->read(
            *source,
            [&](Document&& document) -> Result<> {
                story(std::move(document), faulty, name);
                return {};
            },
            context);
    }

    int stories = 0;
    int refused = 0;
    int told = 0;

private:
    void story(Document document, const std::string& faulty, const std::string& name) {
        ++stories;
        REQUIRE(check_invariants(document).empty());
        if (!document.meta.provider) {
            document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
        }
        Context context(registry_, host_);
        const auto target = Target::create(*format_, {{"repair", "true"}}, host_).value();
        const auto written = render(document, target, {}, context);
        if (!written) {
            ++refused;
            if (written.error().code != "newsml.missing-value") {
                tell(name, written.error().code + ": " + written.error().message, faulty);
            }
            return;
        }
        XmlTree tree;
        Diagnostics ignored;
        auto text = XmlText::of_bytes("written.xml", *written, ignored);
        const auto parsed = parse_xml(*text, tree, {}, context);
        REQUIRE(parsed);
        std::string fault;
        newsml::SchemaCheck check([&](const newsml::SchemaFault& found) { fault = found.message; });
        REQUIRE(check.check(*parsed->root));
        if (!fault.empty()) {
            tell(name, fault, std::string(*written));
        }
        const auto again = memory_source("written.xml", *written);
        const auto reader = Origin::create(*format_, {}, host_).value().reader;
        const auto done = reader->read(
            *again,
            [&](Document&& second) -> Result<> {
                if (count_words(second.body) != count_words(document.body)) {
                    tell(name, "words " + std::to_string(count_words(document.body)) + " -> " + std::to_string(count_words(second.body)),
                         faulty + "\n===\n" + std::string(*written));
                }
                return {};
            },
            context);
        REQUIRE(done);
    }

    void tell(const std::string& name, const std::string& what, const std::string& item) {
        if (++told <= 10) {
            std::cout << name << ": " << what << "\n";
            if (const char* folder = std::getenv("GALLEY_FAULTS_TO")) {
                std::ofstream(std::filesystem::path(folder) / ("fault-" + std::to_string(told) + ".xml")) << item;
            }
        }
    }

    Registry registry_;
    MemoryHost host_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
    const Format* format_ = nullptr;
};

TEST_CASE("items with faults are written valid or not at all", "[newsml]") {
    FaultyTrip trip;
    for (const auto& file : all_items()) {
        const std::string bytes = contents(file);
        for (int round = 0; round < fault_rounds() && bytes.size() <= 200'000; ++round) {
            trip.file(bytes, static_cast<std::uint32_t>(round) * 7919U + static_cast<std::uint32_t>(bytes.size()),
                      file.filename().string() + " " + std::to_string(round));
        }
    }
    std::cout << trip.stories << " faulty stories, " << trip.refused << " refused\n";
    CHECK(trip.told == 0);
    CHECK(trip.stories > 200);
}

}  // namespace
}  // namespace galley
