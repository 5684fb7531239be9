#include "converters/newsml/g2_versions.h"
#include "tests/unit/newsml/news_bench.h"

#include "galley/document.h"
#include "tests/support/generate_document.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>

namespace galley::test {
namespace {

Document story() {
    Document document;
    document.source.name = "harbour.txt";
    document.identity.guid = std::string("urn:newsml:example.org:20260102:harbour");
    document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
    document.meta.rights.emplace_back(Rights{.notice = "(c) 2026", .data_mining = "http://example.org/no-mining"});
    document.meta.subjects.emplace_back(Concept{.qcode = "medtop:04000000"});
    document.meta.subjects.emplace_back(Concept{.qcode = "desk:money", .name = "Money"});
    document.body.emplace_back(Paragraph{.content = {Text{"The harbour opened."}}});
    return document;
}

/// Bodies of all kinds, alone and together, in items and in messages.
const GivenOptions& bodies(std::uint64_t seed) {
    static const GivenOptions all[] = {
        {}, {{"body", "xhtml,text"}}, {{"body", "nitf,xhtml,text"}, {"message", "true"}}};
    return all[seed % std::size(all)];
}

bool holds(const std::string& bytes, std::string_view part) { return bytes.find(part) != std::string::npos; }

TEST_CASE("when a thing came into the standard", "[newsml]") {
    using namespace newsml;
    CHECK(since_version("rightsInfo", "dataMining") == 34);
    CHECK(since_version("rightsInfo", "copyrightNotice") == 0);
    CHECK(since_version("contentMeta", "aiInfo") == 36);
    CHECK(since_version("rightsInfo", "link") == 12);
    CHECK(since_version("itemMeta", "link") == 0);
    CHECK(attribute_since_version("headline", "confidence") == 27);
    CHECK(attribute_since_version("subject", "confidence") == 0);
    CHECK(attribute_since_version("altId", "roleuri") == 24);
    CHECK(minor_version("2.35") == 35);
    CHECK(minor_version("2.37") == 0);
    CHECK(minor_version("2.3x") == 0);
    CHECK(minor_version("1.9") == 0);
}

TEST_CASE("an item holds nothing newer than the version that was asked for", "[newsml]") {
    NewsBench bench;
    for (const std::string version : {"2.28", "2.29", "2.30", "2.31", "2.32", "2.33", "2.34", "2.35"}) {
        INFO(version);
        const auto [bytes, said] = bench.write(story(), {{"version", version}, {"body", "nitf,xhtml,text"}});
        CHECK(holds(bytes, "standardversion=\"" + version + "\""));
        const bool has_mining = version == "2.34" || version == "2.35";
        CHECK(holds(bytes, "dataMining") == has_mining);
        CHECK((find_code(said, "newsml.lowered") == nullptr) == has_mining);
        CHECK(find_code(bench.validate(bytes), "newsml.newer-element") == nullptr);
    }
}

TEST_CASE("whatever a document holds, its item has nothing newer than the version that was asked for", "[newsml]") {
    constexpr std::uint64_t documents = 24;
    NewsBench bench;
    for (unsigned minor = newsml::oldest_written_version; minor <= newsml::newest_written_version; ++minor) {
        const std::string version = "2." + std::to_string(minor);
        for (std::uint64_t seed = 0; seed < documents; ++seed) {
            INFO(version << ", seed " << seed);
            GivenOptions options = bodies(seed);
            options["version"] = version;
            const auto [bytes, said] = bench.write(generate_document(seed), options);
            REQUIRE(holds(bytes, "standardversion=\"" + version + "\""));
            CHECK(find_code(bench.validate(bytes), "newsml.newer-element") == nullptr);
        }
    }
}

// The schemas of older versions are looked for beside that of the newest.
TEST_CASE("items of each version are valid by its schema", "[newsml]") {
    const char* shared = std::getenv("GALLEY_SHARED");
    const std::filesystem::path folder = std::filesystem::path(shared != nullptr ? shared : "") / "schemas";
    NewsBench bench;
    int tried = 0;
    for (unsigned minor = newsml::oldest_written_version; minor <= newsml::newest_written_version; ++minor) {
        const std::string version = "2." + std::to_string(minor);
        const auto path = folder / ("NewsML-G2_" + version + "-spec-All-Power.xsd");
        if (!std::filesystem::exists(path)) {
            continue;
        }
        ++tried;
        const std::filesystem::path own = std::filesystem::temp_directory_path() / ("galley-schema-" + version);
        std::filesystem::create_directories(own);
        const auto replace = std::filesystem::copy_options::overwrite_existing;
        std::filesystem::copy_file(path, own / "driver.xsd", replace);
        std::filesystem::copy_file(folder / "xml.xsd", own / "xml.xsd", replace);
        constexpr std::uint64_t documents = 24;
        for (std::uint64_t seed = 0; seed <= documents; ++seed) {
            GivenOptions options = bodies(seed);
            options["version"] = version;
            const auto [bytes, said] = bench.write(seed == documents ? story() : generate_document(seed), options);
            for (const Diagnostic& fault : bench.validate(bytes, "newsml-g2", own.string())) {
                INFO(version << ", seed " << seed << ": " << fault.message);
                CHECK_FALSE(fault.code.starts_with("schema."));
            }
        }
        std::filesystem::remove_all(own);
    }
    if (tried == 0) {
        std::cout << "SKIPPED: no schemas in GALLEY_SHARED\n";
    }
}

TEST_CASE("an item that was read keeps its version, unless another is asked for", "[newsml]") {
    NewsBench bench;
    const std::string made = bench.write(story(), {{"version", "2.35"}}).bytes;
    Context context(bench.registry(), bench.host());
    std::vector<Document> documents;
    const auto reader = Origin::create(**bench.registry().find("newsml-g2"), {}, bench.host()).value().reader;
    const auto source = memory_source("made.xml", made);
    REQUIRE(reader->read(
        *source,
        [&](Document&& document) -> Result<> {
            documents.push_back(std::move(document));
            return {};
        },
        context));
    REQUIRE(documents.size() == 1);
    CHECK(bench.write(documents[0]).bytes == made);
    const auto [lowered, said] = bench.write(documents[0], {{"version", "2.30"}});
    CHECK(holds(lowered, R"(standardversion="2.30")"));
    CHECK_FALSE(holds(lowered, "dataMining"));
    CHECK(find_code(said, "newsml.lowered") != nullptr);

    // What is added to an item of an older version is of that version, too.
    std::string older = made;
    older.replace(older.find("2.35"), 4, "2.20");
    const std::string_view mining = R"(<dataMining uri="http://example.org/no-mining"/>)";
    older.erase(older.find(mining), mining.size());
    documents.clear();
    const auto old_source = memory_source("older.xml", older);
    REQUIRE(reader->read(
        *old_source,
        [&](Document&& document) -> Result<> {
            documents.push_back(std::move(document));
            return {};
        },
        context));
    REQUIRE(documents.size() == 1);
    documents[0].meta.rights.front().value.data_mining = "http://example.org/no-mining";
    const auto [updated, told] = bench.write(documents[0]);
    CHECK(holds(updated, R"(standardversion="2.20")"));
    CHECK_FALSE(holds(updated, "dataMining"));
    CHECK(find_code(told, "newsml.lowered") != nullptr);
}

TEST_CASE("the provider's own schemes are declared where they are used", "[newsml]") {
    NewsBench bench;
    const std::string schemes = "desk=http://example.org/desk/, unused=http://example.org/unused/";
    const auto [bytes, said] = bench.write(story(), {{"schemes", schemes}});
    INFO(bytes);
    CHECK(holds(bytes, R"(<scheme alias="desk" uri="http://example.org/desk/"/>)"));
    CHECK_FALSE(holds(bytes, "unused"));
    CHECK(find_code(said, "newsml.qcode-unresolved") == nullptr);
    CHECK(find_code(bench.write(story()).said, "newsml.qcode-unresolved") != nullptr);
    for (const std::string wrong : {"desk", "desk=nowhere", "=http://example.org/", "a b=http://example.org/"}) {
        INFO(wrong);
        const auto target = Target::create(**bench.registry().find("newsml-g2"), {{"schemes", wrong}}, bench.host());
        REQUIRE_FALSE(target);
        CHECK(target.error().code == "newsml.bad-scheme");
    }
}

TEST_CASE("media topics get IPTC's name", "[newsml]") {
    NewsBench bench;
    const std::string bytes = bench.write(story()).bytes;
    CHECK(holds(bytes, R"(<name xml:lang="en-GB">economy, business and finance</name>)"));
}

}  // namespace
}  // namespace galley::test
