#include "galley/guid.h"
#include "galley/digest.h"

#include <catch2/catch.hpp>

using namespace galley;

namespace {

Document story() {
    Document document;
    document.source.sha256 = sha256("the story");
    return document;
}

}  // namespace

TEST_CASE("a stated guid stays", "[guid]") {
    Document document = story();
    document.identity.guid = Found<std::string>("tag:example.org,2026:1");
    Diagnostics said;
    CHECK(document_guid(document, said) == "tag:example.org,2026:1");
    CHECK(said.empty());
}

TEST_CASE("a provider with a domain makes a urn:newsml of the story's day and digest", "[guid]") {
    Document document = story();
    document.meta.provider = Found<Provider>(Provider{.name = "Example Press", .domain = "example.org"});
    Diagnostics said;
    CHECK(document_guid(document, said) ==
          "urn:newsml:example.org:00000000:" + hex(*document.source.sha256).substr(0, 16));
    document.meta.dates.content_created =
        Found<PartialDate>(PartialDate{.year = 2026, .month = 1, .day = 2, .time = TimeOfDay{.hour = 9}});
    CHECK(document_guid(document, said) ==
          "urn:newsml:example.org:20260102:" + hex(*document.source.sha256).substr(0, 16));
    CHECK(said.empty());
}

TEST_CASE("without a provider it is a version 5 UUID, with a warning", "[guid]") {
    Diagnostics said;
    const std::string guid = document_guid(story(), said);
    CHECK(guid.starts_with("urn:uuid:"));
    CHECK(guid.size() == 45);
    CHECK(guid[9 + 14] == '5');
    CHECK(std::string("89ab").find(guid[9 + 19]) != std::string::npos);
    REQUIRE(said.size() == 1);
    CHECK(said.front().code == "guid.no-provider");
    CHECK(document_guid(story(), said) == guid);
}

TEST_CASE("a document without a source is named by its text", "[guid]") {
    Document one;
    one.body.push_back(Paragraph{{Text{"one"}}});
    Document two;
    two.body.push_back(Paragraph{{Text{"two"}}});
    Diagnostics said;
    CHECK(document_guid(one, said) != document_guid(two, said));
}
