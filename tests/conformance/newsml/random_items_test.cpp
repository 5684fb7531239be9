// Items with anything that the schemas allow: read and written again as they were, whatever else is changed in them.

#include "converters/newsml/namespaces.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/invariants.h"
#include "galley/plain_text.h"
#include "tests/conformance/newsml/faults.h"
#include "tests/conformance/newsml/item_world.h"
#include "tests/conformance/newsml/random_item.h"
#include "tests/support/check_by_schema.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <initializer_list>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

namespace galley::newsml {
namespace {

class RandomTrip {
public:
    RandomTrip() {
        const char* shared = std::getenv("GALLEY_SHARED");
        const std::string driver = std::string(shared != nullptr ? shared : "") + "/schemas/driver.xsd";
        if (std::filesystem::exists(driver)) {
            schema_ = *XmlSchema::load(driver);
        }
    }

    Document read(std::string_view bytes, std::string_view format) {
        Context context = world_.context();
        const auto source = memory_source("item.xml", bytes);
        std::optional<Document> found;
        const auto done =
            world_.read(*source, format, context, [&](Document&& document) { found = std::move(document); });
        INFO(bytes);
        REQUIRE(done);
        REQUIRE(found);
        CHECK(check_invariants(*found).empty());
        return std::move(*found);
    }

    std::string write(const Document& document, std::string_view format, const GivenOptions& options = {}) {
        Context context = world_.context();
        const auto written = world_.write(document, format, options, context);
        if (!written) {
            INFO(written.error().code << " " << written.error().message);
            REQUIRE(written);
        }
        check_sound(*written);
        return std::string(*written);
    }

    /// By the tables, and by the schema where it is at hand.
    void check_sound(std::string_view bytes) {
        Context context = world_.context();
        const ParsedItem item(bytes, context);
        INFO(bytes);
        REQUIRE(item.root != nullptr);
        CHECK(ItemWorld::fault_in(*item.root).empty());
        if (schema_ != nullptr) {
            CHECK(test::check_by_schema(*schema_, "item.xml", bytes, context));
            for (const Diagnostic& said : context.diagnostics()) {
                FAIL_CHECK(said.code << " " << said.where.line << " " << said.message);
            }
        }
    }

    /// Equal but for the elements of those names.
    void compare(std::string_view before, std::string_view after, const std::set<std::string_view>& but) {
        const bool same = world_.same(before, after, but);
        if (!same && std::getenv("GALLEY_FAULTS_TO") != nullptr) {
            std::ofstream(std::string(std::getenv("GALLEY_FAULTS_TO")) + "/before.xml") << before;
            std::ofstream(std::string(std::getenv("GALLEY_FAULTS_TO")) + "/after.xml") << after;
        }
        INFO(before);
        INFO(after);
        CHECK(same);
    }

    /// Whatever else changes, what did not stays: the headline is another and a paragraph more. `changed` names what
    /// may differ after the first, `longer` also after the second. Returns the item with both.
    Document change(Document document, std::string_view format, std::string_view before,
                    std::set<std::string_view> changed, std::initializer_list<std::string_view> longer) {
        CHECK(write(document, format) == before);
        document.meta.headlines.assign(1, Headline{.text = "Another headline"});
        compare(before, write(document, format), changed);
        document.body.emplace_back(Paragraph{.content = {Text{"One more paragraph."}}});
        changed.insert(longer);
        compare(before, write(document, format), changed);
        return document;
    }

private:
    ItemWorld world_;
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

std::uint32_t random_rounds() { return static_cast<std::uint32_t>(fault_rounds()) * 10; }

TEST_CASE("items with anything the schema allows are written again as they were", "[newsml]") {
    RandomTrip trip;
    std::size_t elements = 0;
    for (std::uint32_t seed = 1; seed <= random_rounds(); ++seed) {
        INFO("seed " << seed);
        const bool is_package = seed % 4 == 0;
        const std::string bytes = random_text(is_package ? "packageItem" : "newsItem", nar, seed);
        elements += static_cast<std::size_t>(std::ranges::count(bytes, '<'));
        trip.check_sound(bytes);
        // What holds the headline comes with it where it was not there.
        std::set<std::string_view> changed{"headline"};
        if (bytes.find("<contentMeta") == std::string::npos) {
            changed.insert("contentMeta");
        }
        const Document document =
            trip.change(trip.read(bytes, "newsml-g2"), "newsml-g2", bytes, changed, {"contentSet"});
        CHECK((is_package || trip.write(document, "newsml-g2").find("One more paragraph.") != std::string::npos));
        (void)trip.write(document, "newsml-g2", {{"version", "2.28"}});
    }
    std::cout << elements << " tags\n";
}

TEST_CASE("NITF with anything the schema allows is written again as it was", "[nitf]") {
    RandomTrip trip;
    for (std::uint32_t seed = 1; seed <= random_rounds(); ++seed) {
        INFO("seed " << seed);
        const std::string bytes = random_text("nitf", nitf_space, seed);
        trip.check_sound(bytes);
        std::set<std::string_view> changed{"hedline"};
        if (bytes.find("<body.head") == std::string::npos) {
            changed.insert("body.head");
        }
        const Document document =
            trip.change(trip.read(bytes, "nitf"), "nitf", bytes, changed, {"body.content", "body.end"});
        const Document inside = trip.read(trip.write(document, "newsml-g2"), "newsml-g2");
        CHECK(count_words(inside.body) == count_words(document.body));
    }
}

}  // namespace
}  // namespace galley::newsml
