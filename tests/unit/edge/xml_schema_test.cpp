#include "core/edge/libxml2/xml_schema.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "tests/unit/batch/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <arpa/inet.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

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
    CHECK((*loaded)->validate("good.xml", "<list>\n<number>1</number>\n</list>", good.context));
    CHECK(good.context.diagnostics().empty());
    Validation bad;
    CHECK((*loaded)->validate("bad.xml", "<list>\n<number>one</number>\n</list>", bad.context));
    REQUIRE_FALSE(bad.context.diagnostics().empty());
    CHECK(bad.context.diagnostics().front().code == "schema.invalid");
    CHECK(bad.context.diagnostics().front().where.line == 2);
    Validation broken;
    const auto refused = (*loaded)->validate("broken.xml", "<list>", broken.context);
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
    folder.write("importing.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:other" schemaLocation=")" +
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
    REQUIRE(XmlSchema::load(folder.path("list.xsd")).value()->validate("many.xml", list + "</list>", many.context));
    CHECK(many.context.diagnostics().size() == 101);
    CHECK(many.context.diagnostics().back().code == "schema.more");
}

TEST_CASE("a schema that is none is schema.broken") {
    const test::TemporaryFolder folder;
    folder.write("broken.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element type='nowhere'/></xs:schema>");
    const auto broken = XmlSchema::load(folder.path("broken.xsd"));
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == "schema.broken");
}
