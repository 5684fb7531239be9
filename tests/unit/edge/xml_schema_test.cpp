#include "core/edge/libxml2/xml_schema.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "tests/support/check_by_schema.h"
#include "tests/unit/batch/temporary_folder.h"

#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <string>

using namespace galley;

namespace {

constexpr std::string_view schema = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element name="number" type="xs:integer" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>)";

struct Validation {
    Registry registry;
    MemoryHost host;
    Context context{registry, host};
};

}  // namespace

TEST_CASE("a document is checked against a schema, each error with its line") {
    const test::TemporaryFolder folder;
    folder.write("list.xsd", schema);
    const auto loaded = XmlSchema::load(folder.path("list.xsd"));
    REQUIRE(loaded);
    Validation good;
    CHECK(test::check_by_schema(**loaded, "good.xml", "<list>\n<number>1</number>\n</list>", good.context));
    CHECK(good.context.diagnostics().empty());
    Validation bad;
    CHECK(test::check_by_schema(**loaded, "bad.xml", "<list>\n<number>one</number>\n</list>", bad.context));
    REQUIRE_FALSE(bad.context.diagnostics().empty());
    CHECK(bad.context.diagnostics().front().code == "schema.invalid");
    CHECK(bad.context.diagnostics().front().where.line == 2);
    Validation broken;
    const auto refused = test::check_by_schema(**loaded, "broken.xml", "<list>", broken.context);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "xml.malformed");
}

TEST_CASE("a schema that imports from the network fetches nothing") {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(listener, 1) == 0);
    REQUIRE(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    const std::string location = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/other.xsd";
    const test::TemporaryFolder folder;
    folder.write(
        "importing.xsd",
        R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:other" schemaLocation=")" +
            location + R"("/><xs:element name="list"/></xs:schema>)");
    CHECK(XmlSchema::load(folder.path("importing.xsd")));
    CHECK(::accept(listener, nullptr, nullptr) == -1);
    ::close(listener);
}

TEST_CASE("of very many errors the first ones are told, and how many there were: schema.more") {
    const test::TemporaryFolder folder;
    folder.write("list.xsd", schema);
    std::string list = "<list>";
    for (int i = 0; i < 500; ++i) {
        list += "<number>x</number>";
    }
    Validation many;
    REQUIRE(test::check_by_schema(*XmlSchema::load(folder.path("list.xsd")).value(), "many.xml", list + "</list>",
                                  many.context));
    CHECK(many.context.diagnostics().size() == 101);
    CHECK(many.context.diagnostics().back().code == "schema.more");
}

TEST_CASE("a schema that is none is schema.broken") {
    const test::TemporaryFolder folder;
    folder.write("broken.xsd",
                 "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element type='nowhere'/></xs:schema>");
    const auto broken = XmlSchema::load(folder.path("broken.xsd"));
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == "schema.broken");
}

TEST_CASE("a text that is not in the encoding it names is checked as it is read") {
    const test::TemporaryFolder folder;
    folder.write(
        "words.xsd",
        R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="word" type="xs:NCName"/></xs:schema>)");
    Validation latin;
    CHECK(test::check_by_schema(*XmlSchema::load(folder.path("words.xsd")).value(), "latin.xml",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<word>Malm\xf6 and Lule\xe5</word>",
                                latin.context));
    const auto& said = latin.context.diagnostics();
    REQUIRE(said.size() >= 2);
    CHECK(said.front().code == "xml.wrong-encoding");
    CHECK(said.back().code == "schema.invalid");
    CHECK(said.back().where.line == 2);
}

TEST_CASE("faults stand on their lines behind line 65,535, too") {
    const test::TemporaryFolder folder;
    folder.write("list.xsd", schema);
    Validation long_list;
    const std::string list = "<list>" + std::string(70'000, '\n') + "<number>x</number></list>";
    REQUIRE(
        test::check_by_schema(*XmlSchema::load(folder.path("list.xsd")).value(), "long.xml", list, long_list.context));
    REQUIRE_FALSE(long_list.context.diagnostics().empty());
    CHECK(long_list.context.diagnostics().front().where.line == 70'001);
}
