// The tables of the schemas against the schemas themselves: items with random faults, of which both say the same.

#include "converters/newsml/g2_lint.h"
#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/builtin.h"
#include "galley/host.h"
#include "tests/conformance/newsml/faults.h"
#include "tests/support/check_by_schema.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

namespace galley::newsml {
namespace {

TEST_CASE("the tables of the schemas say what the schemas say", "[newsml][schema]") {
    const char* folder = std::getenv("GALLEY_SHARED");
    const std::filesystem::path schema_file =
        std::filesystem::path(folder != nullptr ? folder : "") / "schemas/driver.xsd";
    if (!std::filesystem::exists(schema_file)) {
        std::cout << "SKIPPED: no schemas in GALLEY_SHARED\n";
        return;
    }
    const auto schema = XmlSchema::load(schema_file.string());
    REQUIRE(schema);
    const std::set<std::filesystem::path> files = all_items();
    const int rounds = fault_rounds();
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
            Faults faults(tree, *parsed->root,
                          static_cast<std::uint32_t>(round) * 7919U + static_cast<std::uint32_t>(bytes.size()));
            for (int fault = 0; fault < round % 4; ++fault) {
                faults.make_one();
            }
            std::string written;
            Diagnostics ignored;
            XmlSerializer(written, ignored).write(*parsed->root);
            Context by_schema(registry, host);
            const auto done = test::check_by_schema(**schema, "item.xml", written, by_schema);
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
                std::cout << (schema_breaks ? "only the schema objects to " : "only the tables object to ") << all
                          << "\n";
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
