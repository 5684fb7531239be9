// The tables of the schemas against the schemas themselves: items with random faults, of which both say the same.

#include "converters/newsml/g2_lint.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_schema.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/builtin.h"
#include "galley/host.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace galley::newsml {
namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// Values that are right for some types and wrong for others.
constexpr std::string_view values[] = {"",      "1",          "0",     "-1",     "101",        "4",       "x",
                                       "a:b",   "stat:usable", "a: b",  "en",     "english language", "2026", "2026-01-02",
                                       "2026-01-02T10:00:00Z",  "2026-01-02T10:00:00+0100",  "2026-13-02",  "true", "yes",
                                       "1.5",   "http://example.org/a b",  "http://example.org/%", "urn:x:y", "ltr", "P1D",
                                       "line\nend", "  spaced ", "99999999999999999999999999", "--06", "-1SU MO", "12 60", "a:b c:d"};

/// Trees with what random faults can be made of.
class Faults {
public:
    Faults(XmlTree& tree, XmlNode& root, std::uint32_t seed) : tree_(tree), random_(seed) { gather(root); }

    void make_one() {
        XmlNode& node = *elements_[below(elements_.size())];
        switch (below(9)) {
            case 0:
                unhook(node);
                break;
            case 1:
                repeat(node);
                break;
            case 2:
                move(node);
                break;
            case 3:
                node.name = names_[below(names_.size())];
                break;
            case 4:
            case 5:
                attribute(node);
                break;
            case 6:
                tree_.text(node, value());
                break;
            case 7:
                retext(node);
                break;
            case 8:
                node.first_attribute = node.first_attribute != nullptr ? node.first_attribute->next : nullptr;
                break;
        }
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string_view value() { return values[below(std::size(values))]; }

    void gather(XmlNode& node) {
        elements_.push_back(&node);
        names_.push_back(node.name);
        for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
            attributes_.push_back(*at);
        }
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element) {
                gather(*child);
            }
        }
    }

    static void unhook(XmlNode& node) {
        if (node.parent == nullptr) {
            return;
        }
        XmlNode** place = &node.parent->first;
        XmlNode* before = nullptr;
        while (*place != &node) {
            if (*place == nullptr) {
                return;
            }
            before = *place;
            place = &before->next;
        }
        *place = node.next;
        if (node.next == nullptr) {
            node.parent->last = before;
        }
        node.next = nullptr;
    }

    // A copy that shares what it holds: trees are only read from now on.
    void repeat(XmlNode& node) {
        if (node.parent == nullptr) {
            return;
        }
        XmlNode& copy = tree_.element(nullptr, node.name_space, node.name);
        copy.first_attribute = node.first_attribute;
        copy.first = node.first;
        copy.last = node.last;
        copy.parent = node.parent;
        copy.next = node.next;
        node.next = &copy;
        node.parent->last = node.parent->last == &node ? &copy : node.parent->last;
    }

    void move(XmlNode& node) {
        XmlNode& to = *elements_[below(elements_.size())];
        for (const XmlNode* up = &to; up != nullptr; up = up->parent) {
            if (up == &node) {
                return;
            }
        }
        unhook(node);
        XmlTree::append(to, node);
    }

    void attribute(XmlNode& node) {
        if (node.first_attribute != nullptr && below(2) == 0) {
            node.first_attribute->value = value();
            return;
        }
        if (attributes_.empty()) {
            return;
        }
        const XmlAttribute& from = attributes_[below(attributes_.size())];
        if (node.attribute(from.name_space, from.name) == nullptr) {
            tree_.attribute(node, from.name, below(2) == 0 ? from.value : value(), from.name_space);
        }
    }

    void retext(XmlNode& node) {
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::text) {
                child->value = value();
                return;
            }
        }
    }

    XmlTree& tree_;
    std::mt19937 random_;
    std::vector<XmlNode*> elements_;
    std::vector<std::string_view> names_;
    std::vector<XmlAttribute> attributes_;
};


TEST_CASE("the tables of the schemas say what the schemas say", "[newsml][schema]") {
    const char* folder = std::getenv("GALLEY_SHARED");
    const char* project = std::getenv("GALLEY_SOURCE");
    REQUIRE(project != nullptr);
    const std::filesystem::path schema_file = std::filesystem::path(folder != nullptr ? folder : "") / "schemas/driver.xsd";
    if (!std::filesystem::exists(schema_file)) {
        std::cout << "SKIPPED: no schemas in GALLEY_SHARED\n";
        return;
    }
    const auto schema = XmlSchema::load(schema_file.string());
    REQUIRE(schema);
    std::set<std::filesystem::path> files;
    for (const std::filesystem::path& place : {std::filesystem::path(project) / "tests/conformance/newsml/items",
                                              std::filesystem::path(folder) / "formats/newsml-g2",
                                              std::filesystem::path(folder) / "formats/nitf"}) {
        if (std::filesystem::is_directory(place)) {
            for (const auto& entry : std::filesystem::directory_iterator(place)) {
                files.insert(entry.path());
            }
        }
    }
    const char* wanted = std::getenv("GALLEY_FAULTS");
    const int rounds = wanted != nullptr ? std::atoi(wanted) : 12;
    Registry registry;
    REQUIRE(register_builtin(registry));
    const MemoryHost host;
    int compared = 0;
    int invalid = 0;
    int told = 0;
    for (const auto& file : files) {
        const std::string bytes = contents(file);
        if (bytes.size() > 200'000) {
            continue;
        }
        for (int round = 0; round < rounds; ++round) {
            Context context(registry, host);
            auto text = XmlText::of_bytes("item.xml", bytes, context.diagnostics());
            REQUIRE(text);
            XmlTree tree;
            const auto parsed = parse_xml(*text, tree, {}, context);
            if (!parsed || !schema_space(parsed->root->name_space)) {
                break;
            }
            Faults faults(tree, *parsed->root, static_cast<std::uint32_t>(round) * 7919U + static_cast<std::uint32_t>(bytes.size()));
            for (int fault = 0; fault < round % 4; ++fault) {
                faults.make_one();
            }
            std::string written;
            Diagnostics ignored;
            XmlSerializer(written, ignored).write(*parsed->root);
            Context by_schema(registry, host);
            const auto done = (*schema)->validate("item.xml", written, by_schema);
            auto again = XmlText::of_bytes("item.xml", written, ignored);
            XmlTree second;
            const auto reparsed = parse_xml(*again, second, {}, context);
            if (!done || !reparsed) {
                continue;
            }
            Diagnostics found;
            bool breaks = false;
            SchemaCheck check([&](const SchemaFault& fault) {
                found.push_back({.message = fault.message});
                breaks = breaks || fault.kind != SchemaFaultKind::identifier;
            });
            if (!check.check(*reparsed->root)) {
                continue;
            }
            const bool schema_breaks = std::ranges::any_of(
                by_schema.diagnostics(), [](const Diagnostic& said) { return said.code == "schema.invalid"; });
            ++compared;
            invalid += schema_breaks ? 1 : 0;
            if (schema_breaks != breaks && ++told <= 12) {
                std::string all = file.filename().string() + " round " + std::to_string(round) + ":";
                for (const Diagnostic& said : schema_breaks ? by_schema.diagnostics() : found) {
                    all += "\n  " + said.message;
                }
                std::cout << (schema_breaks ? "only the schema objects to " : "only the tables object to ") << all << "\n";
            }
        }
    }
    std::cout << compared << " compared, " << invalid << " of them invalid\n";
    CHECK(told == 0);
    CHECK(compared > 300);
    CHECK(invalid > compared / 3);
}

}  // namespace
}  // namespace galley::newsml
