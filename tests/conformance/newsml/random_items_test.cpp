// Items with anything that the schemas allow: read and written again as they were, whatever else is changed in them.

#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_schema.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/plain_text.h"
#include "tests/conformance/newsml/faults.h"
#include "tests/conformance/newsml/random_item.h"
#include "tests/conformance/newsml/same_tree.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <optional>

namespace galley::newsml {
namespace {

class RandomTrip {
public:
    RandomTrip() {
        REQUIRE(register_builtin(registry_));
        const char* shared = std::getenv("GALLEY_SHARED");
        const std::string driver = std::string(shared != nullptr ? shared : "") + "/schemas/driver.xsd";
        if (std::filesystem::exists(driver)) {
            schema_ = *XmlSchema::load(driver);
        }
    }

    Document read(std::string_view bytes, std::string_view format) {
        Context context(registry_, host_);
        const auto source = memory_source("item.xml", bytes);
        const auto reader = Origin::create(**registry_.find(format), {}, host_).value().reader;
        std::optional<Document> found;
        const auto done = reader->read(
            *source,
            [&](Document&& document) -> Result<> {
                found = std::move(document);
                return {};
            },
            context);
        INFO(bytes);
        REQUIRE(done);
        REQUIRE(found);
        CHECK(check_invariants(*found).empty());
        return std::move(*found);
    }

    std::string write(const Document& document, std::string_view format, const GivenOptions& options = {}) {
        Context context(registry_, host_);
        const auto written = render(document, Target::create(**registry_.find(format), options, host_).value(), {}, context);
        if (!written) {
            INFO(written.error().code << " " << written.error().message);
            REQUIRE(written);
        }
        check_sound(*written);
        return std::string(*written);
    }

    /// By the tables, and by the schema where it is at hand.
    void check_sound(std::string_view bytes) {
        Context context(registry_, host_);
        Diagnostics ignored;
        auto text = XmlText::of_bytes("item.xml", bytes, ignored);
        XmlTree tree;
        const auto parsed = parse_xml(*text, tree, {}, context);
        INFO(bytes);
        REQUIRE(parsed);
        std::string fault;
        SchemaCheck([&](const SchemaFault& found) { fault = found.message; }).check(*parsed->root);
        CHECK(fault.empty());
        if (schema_ != nullptr) {
            CHECK(schema_->validate("item.xml", bytes, context));
            for (const Diagnostic& said : context.diagnostics()) {
                FAIL_CHECK(said.code << " " << said.where.line << " " << said.message);
            }
        }
    }

    /// Equal but for the elements of those names.
    void compare(std::string_view before, std::string_view after, const std::set<std::string_view>& but) {
        Context context(registry_, host_);
        Diagnostics ignored;
        XmlTree before_tree;
        XmlTree after_tree;
        auto before_text = XmlText::of_bytes("before", before, ignored);
        auto after_text = XmlText::of_bytes("after", after, ignored);
        const auto left = parse_xml(*before_text, before_tree, {}, context);
        const auto right = parse_xml(*after_text, after_tree, {}, context);
        INFO(before);
        INFO(after);
        REQUIRE(left);
        REQUIRE(right);
        const bool same = same_tree(*left->root, *right->root, but);
        if (!same && std::getenv("GALLEY_FAULTS_TO") != nullptr) {
            std::ofstream(std::string(std::getenv("GALLEY_FAULTS_TO")) + "/before.xml") << before;
            std::ofstream(std::string(std::getenv("GALLEY_FAULTS_TO")) + "/after.xml") << after;
        }
        CHECK(same);
    }

private:
    Registry registry_;
    MemoryHost host_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
    std::shared_ptr<const XmlSchema> schema_;
};

std::string random_text(std::string_view name, std::string_view space, std::uint32_t seed) {
    XmlTree tree;
    RandomItem random(tree, seed);
    std::string bytes;
    Diagnostics ignored;
    XmlSerializer serializer(bytes, ignored);
    serializer.declaration();
    serializer.write(random.make(name, space));
    return bytes;
}

Paragraph more() {
    return {.content = {Text{"One more paragraph."}}};
}

TEST_CASE("items with anything the schema allows are written again as they were", "[newsml]") {
    RandomTrip trip;
    std::size_t elements = 0;
    for (std::uint32_t seed = 1; seed <= static_cast<std::uint32_t>(fault_rounds()) * 10; ++seed) {
        INFO("seed " << seed);
        const std::string bytes = random_text(seed % 4 == 0 ? "packageItem" : "newsItem", nar, seed);
        elements += static_cast<std::size_t>(std::ranges::count(bytes, '<'));
        trip.check_sound(bytes);
        Document document = trip.read(bytes, "newsml-g2");
        CHECK(trip.write(document, "newsml-g2") == bytes);
        document.meta.headlines.assign(1, Headline{.text = "Another headline"});
        // What holds the headline comes with it where it was not there.
        std::set<std::string_view> changed{"headline"};
        if (bytes.find("<contentMeta") == std::string::npos) {
            changed.insert("contentMeta");
        }
        trip.compare(bytes, trip.write(document, "newsml-g2"), changed);
        document.body.emplace_back(more());
        const std::string longer = trip.write(document, "newsml-g2");
        changed.insert("contentSet");
        trip.compare(bytes, longer, changed);
        CHECK((seed % 4 == 0 || longer.find("One more paragraph.") != std::string::npos));
        (void)trip.write(document, "newsml-g2", {{"version", "2.28"}});
    }
    std::cout << elements << " tags\n";
}

TEST_CASE("NITF with anything the schema allows is written again as it was", "[nitf]") {
    RandomTrip trip;
    for (std::uint32_t seed = 1; seed <= static_cast<std::uint32_t>(fault_rounds()) * 10; ++seed) {
        INFO("seed " << seed);
        const std::string bytes = random_text("nitf", nitf_space, seed);
        trip.check_sound(bytes);
        Document document = trip.read(bytes, "nitf");
        CHECK(trip.write(document, "nitf") == bytes);
        document.meta.headlines.assign(1, Headline{.text = "Another headline"});
        std::set<std::string_view> changed{"hedline"};
        if (bytes.find("<body.head") == std::string::npos) {
            changed.insert("body.head");
        }
        trip.compare(bytes, trip.write(document, "nitf"), changed);
        document.body.emplace_back(more());
        changed.insert({"body.content", "body.end"});
        trip.compare(bytes, trip.write(document, "nitf"), changed);
        const std::size_t words = count_words(document.body);
        const Document inside = trip.read(trip.write(document, "newsml-g2"), "newsml-g2");
        CHECK(count_words(inside.body) == words);
    }
}

}  // namespace
}  // namespace galley::newsml
