// Items with random faults: what of them is written is valid, what is not is refused with a code, no word is lost, and
// what has no fault stays as it was.

#include "converters/newsml/namespaces.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/invariants.h"
#include "galley/plain_text.h"
#include "tests/conformance/newsml/faults.h"
#include "tests/conformance/newsml/item_world.h"

#include <catch2/catch.hpp>

#include <iostream>
#include <set>
#include <vector>

namespace galley {
namespace {

class FaultyTrip {
public:
    void file(const std::string& bytes, std::uint32_t seed, const std::string& name) {
        Context context = world_.context();
        ParsedItem item(bytes, context);
        if (item.root == nullptr || item.root->name_space != newsml::nar) {
            return;
        }
        Faults faults(item.tree, *item.root, seed);
        for (std::uint32_t fault = 0; fault < 1 + seed % 4; ++fault) {
            faults.make_one();
        }
        std::string faulty;
        Diagnostics ignored;
        XmlSerializer(faulty, ignored).write(*item.root);
        const auto source = memory_source("item.xml", faulty);
        (void)world_.read(*source, "newsml-g2", context,
                          [&](Document&& document) { story(std::move(document), faulty, name); });
    }

    int stories = 0;
    int refused = 0;
    int told = 0;
    int parts = 0;

private:
    using Nodes = std::set<const XmlNode*>;

    static bool has_fault_inside(const XmlNode& node, const Nodes& faulty) {
        if (faulty.contains(&node)) {
            return true;
        }
        for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (has_fault_inside(*child, faulty)) {
                return true;
            }
        }
        return false;
    }

    /// The properties of an item that have no fault, and stand where none is. The provider is ours to give.
    static std::vector<const XmlNode*> sound_parts(const XmlNode& root) {
        Nodes faulty;
        newsml::SchemaCheck([&](const newsml::SchemaFault& fault) { faulty.insert(&fault.at); }).check(root);
        std::vector<const XmlNode*> parts;
        for (const XmlNode* group = root.first; group != nullptr; group = group->next) {
            const bool holds_properties = group->is(newsml::nar, "itemMeta") || group->is(newsml::nar, "contentMeta") ||
                                          (group->is(newsml::nar, "rightsInfo") &&
                                           !has_fault_inside(*group, faulty));  // one property to the model
            for (const XmlNode* part = group->first; holds_properties && !faulty.contains(group) && part != nullptr;
                 part = part->next) {
                const bool says_something = part->first != nullptr || part->first_attribute != nullptr;
                if (part->kind == XmlKind::element && says_something && part->name != "provider" &&
                    !has_fault_inside(*part, faulty)) {
                    parts.push_back(part);
                }
            }
        }
        return parts;
    }

    static bool holds_same(const XmlNode& root, const XmlNode& part) {
        for (const XmlNode* group = root.first; group != nullptr; group = group->next) {
            if (group->kind != XmlKind::element || group->name != part.parent->name) {
                continue;
            }
            for (const XmlNode* known = group->first; known != nullptr; known = known->next) {
                if (known->kind == XmlKind::element && known->name == part.name && same_tree(*known, part)) {
                    return true;
                }
            }
        }
        return false;
    }

    void story(Document document, const std::string& faulty, const std::string& name) {
        ++stories;
        REQUIRE(check_invariants(document).empty());
        Context context = world_.context();
        const auto written = world_.write_repaired(document, context);
        if (!written) {
            ++refused;
            if (written.error().code != "newsml.missing-value") {
                tell(name, written.error().code + ": " + written.error().message, faulty);
            }
            return;
        }
        const ParsedItem item(*written, context);
        REQUIRE(item.root != nullptr);
        if (const std::string fault = ItemWorld::fault_in(*item.root); !fault.empty()) {
            tell(name, fault, std::string(*written));
        }
        const ParsedItem given(faulty, context);
        for (const XmlNode* part : sound_parts(*given.root)) {
            ++parts;
            if (!holds_same(*item.root, *part)) {
                tell(name, "'" + std::string(part->name) + "', which has no fault, is not as it was",
                     faulty + "\n===\n" + std::string(*written));
            }
        }
        const auto again = memory_source("written.xml", *written);
        REQUIRE(world_.read(*again, "newsml-g2", context, [&](const Document& second) {
            const std::size_t before = count_words(document.body);
            const std::size_t after = count_words(second.body);
            if (after != before) {
                tell(name, "words " + std::to_string(before) + " -> " + std::to_string(after),
                     faulty + "\n===\n" + std::string(*written));
            }
        }));
    }

    void tell(const std::string& name, const std::string& what, const std::string& item) {
        if (++told <= 10) {
            std::cout << name << ": " << what << "\n";
            if (const char* folder = std::getenv("GALLEY_FAULTS_TO")) {
                std::ofstream(std::filesystem::path(folder) / ("fault-" + std::to_string(told) + ".xml")) << item;
            }
        }
    }

    ItemWorld world_;
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
    std::cout << trip.stories << " faulty stories, " << trip.refused << " refused; " << trip.parts
              << " parts without a fault\n";
    CHECK(trip.parts > trip.stories);
    CHECK(trip.told == 0);
    CHECK(trip.stories > 200);
}

}  // namespace
}  // namespace galley
