#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/digest.h"
#include "galley/try.h"
#include "tests/support/generate_document.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

namespace galley {
namespace {

// The folder of IPTC's schemas; empty, with a printed line, where it is not at hand.
std::string schemas() {
    const char* shared = std::getenv("GALLEY_SHARED");
    const std::filesystem::path folder = std::filesystem::path(shared != nullptr ? shared : "") / "schemas";
    if (!std::filesystem::exists(folder / "driver.xsd")) {
        std::cout << "SKIPPED: no schemas in GALLEY_SHARED\n";
        return {};
    }
    return folder.string();
}

struct Written {
    std::string bytes{};
    Diagnostics faults{};
};

class Bench {
public:
    Bench() { REQUIRE(register_builtin(registry_)); }

    Written write(const Document& document, const GivenOptions& options, const std::string& folder) {
        Context context(registry_, host_);
        const auto format = registry_.find("newsml-g2");
        REQUIRE(format);
        const auto target = Target::create(**format, options, host_);
        REQUIRE(target);
        const auto bytes = render(document, *target, {}, context);
        INFO((bytes ? std::string() : bytes.error().code + ": " + bytes.error().message));
        REQUIRE(bytes);
        Written written{std::string(*bytes)};
        Context checking(registry_, host_);
        const auto checked = (*format)->validate("made.xml", written.bytes, folder, checking);
        if (!checked) {
            written.faults.push_back(checked.error());
        }
        for (const Diagnostic& said : checking.diagnostics()) {
            if (said.code.starts_with("schema.") || said.code.starts_with("xml.")) {
                written.faults.push_back(said);
            }
        }
        return written;
    }

private:
    Registry registry_;
    MemoryHost host_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
};

void require_valid(const Written& written) {
    if (!written.faults.empty()) {
        const Diagnostic& first = written.faults.front();
        INFO(first.code << " " << first.where.line << ":" << first.where.column << ": " << first.message << "\n"
                        << written.bytes);
        REQUIRE(written.faults.empty());
    }
}

TEST_CASE("every generated document becomes a valid item", "[newsml]") {
    const std::string folder = schemas();
    if (folder.empty()) {
        return;
    }
    Bench bench;
    const GivenOptions bodies[] = {{}, {{"body", "xhtml,text"}}, {{"body", "nitf,xhtml,text"}, {"message", "true"}}};
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        INFO("seed " << seed);
        require_valid(bench.write(test::generate_document(seed), bodies[seed % 3], folder));
    }
}

TEST_CASE("the schema finds what is wrong", "[newsml]") {
    const std::string folder = schemas();
    if (folder.empty()) {
        return;
    }
    Registry registry;
    REQUIRE(register_builtin(registry));
    const MemoryHost host{std::chrono::sys_seconds{}};
    Context context(registry, host);
    const auto format = registry.find("newsml-g2");
    REQUIRE(format);
    const std::string_view bytes =
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' standard='NewsML-G2' standardversion='2.35' "
        "guid='urn:x:y'>\n"
        "  <itemMeta>\n"
        "    <provider/><itemClass qcode='ninat:text'/>\n"
        "  </itemMeta>\n"
        "</newsItem>";
    REQUIRE((*format)->validate("wrong.xml", bytes, folder, context));
    bool found = false;
    for (const Diagnostic& said : context.diagnostics()) {
        found = found || (said.code == "schema.invalid" && said.where.line == 3 && said.where.column == 5);
    }
    CHECK(found);
}

}  // namespace
}  // namespace galley
