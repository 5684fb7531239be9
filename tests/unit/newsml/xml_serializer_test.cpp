#include "core/edge/libxml2/xml_serializer.h"

#include "core/edge/libxml2/xml_parser.h"
#include "galley/host.h"
#include "galley/registry.h"

#include <catch2/catch.hpp>

namespace galley {
namespace {

using namespace std::string_view_literals;

std::string written(const XmlNode& node, Diagnostics& said) {
    std::string out;
    XmlSerializer(out, said).write(node);
    return out;
}

TEST_CASE("elements are indented, mixed content is left alone", "[xml]") {
    XmlTree tree;
    XmlNode& root = tree.element(nullptr, "urn:a", "root");
    XmlNode& item = tree.element(&root, "urn:a", "item");
    tree.attribute(item, "n", "1");
    XmlNode& line = tree.element(&item, "urn:b", "p");
    line.mixed = true;
    tree.element(&line, "urn:b", "em");
    tree.text(line, " and ");
    tree.text(tree.element(&line, "urn:b", "em"), "b");
    Diagnostics said;
    CHECK(written(root, said) ==
          "<root xmlns=\"urn:a\">\n  <item n=\"1\">\n    <p xmlns=\"urn:b\"><em/> and <em>b</em></p>\n  "
          "</item>\n</root>\n");
    CHECK(said.empty());
}

TEST_CASE("what means something in XML is escaped", "[xml]") {
    XmlTree tree;
    XmlNode& root = tree.element(nullptr, "", "r");
    tree.attribute(root, "a", "<\">&'\t\n\r");
    tree.text(root, "a<b>&\"\r\n]]>");
    Diagnostics said;
    CHECK(written(root, said) == "<r a=\"&lt;&quot;&gt;&amp;'&#9;&#10;&#13;\">a&lt;b&gt;&amp;\"&#13;\n]]&gt;</r>\n");
}

TEST_CASE("what XML cannot hold is replaced and said", "[xml]") {
    XmlTree tree;
    XmlNode& root = tree.element(nullptr, "", "r");
    XmlNode& inner = tree.element(&root, "", "inner");
    tree.text(inner,
              "a\0b\x0B"
              "c\x1F"
              "d\xEF\xBF\xBE"
              "e\xEF\xBF\xBD"
              "f\xEF\xBB\xBF\x7F"sv);
    Diagnostics said;
    CHECK(written(root, said) ==
          "<r>\n  <inner>a\xEF\xBF\xBD"
          "b c d\xEF\xBF\xBD"
          "e\xEF\xBF\xBD"
          "f\xEF\xBB\xBF\x7F</inner>\n</r>\n");
    REQUIRE(said.size() == 1);
    CHECK(said[0].code == "xml.forbidden-character");
    CHECK(said[0].message.find("'inner'") != std::string::npos);
}

TEST_CASE("attributes of other namespaces get prefixes", "[xml]") {
    XmlTree tree;
    XmlNode& root = tree.element(nullptr, "", "r");
    tree.attribute(root, "lang", "en", "http://www.w3.org/XML/1998/namespace");
    tree.attribute(root, "nil", "true", "http://www.w3.org/2001/XMLSchema-instance");
    XmlNode& inner = tree.element(&root, "", "i");
    tree.attribute(inner, "x", "1", "urn:x");
    tree.attribute(inner, "y", "2", "urn:x");
    XmlNode& second = tree.element(&root, "", "j");
    tree.attribute(second, "x", "3", "urn:x");
    Diagnostics said;
    CHECK(written(root, said) ==
          "<r xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xml:lang=\"en\" xsi:nil=\"true\">\n"
          "  <i xmlns:n1=\"urn:x\" n1:x=\"1\" n1:y=\"2\"/>\n  <j xmlns:n2=\"urn:x\" n2:x=\"3\"/>\n</r>\n");
}

TEST_CASE("what was parsed keeps its prefixes, what is made fits in", "[xml]") {
    const auto again = [](std::string_view markup, bool with_more = false) {
        Registry registry;
        const MemoryHost host;
        Context context(registry, host);
        XmlTree tree;
        auto text = XmlText::of_bytes("a.xml", markup, context.diagnostics());
        REQUIRE(text);
        const auto parsed = parse_xml(*text, tree, {}, context);
        REQUIRE(parsed);
        if (with_more) {
            XmlNode& made = tree.element(parsed->root, "urn:a", "made");
            tree.attribute(made, "x", "1", "urn:b");
            tree.attribute(made, "y", "1", "urn:c");
            tree.element(&made, "urn:d", "other");
            tree.element(&made, "", "none");
        }
        parsed->root->mixed = parsed->root->mixed && !with_more;
        Diagnostics said;
        std::string out = written(*parsed->root, said);
        CHECK(said.empty());
        out.pop_back();
        return out;
    };
    for (const std::string_view markup :
         {R"(<a:r xmlns:a="urn:a"><a:i/><j/></a:r>)", R"(<r xmlns="urn:a"><i xmlns=""><k xmlns="urn:a"/></i></r>)",
          R"(<r xmlns="urn:a" xmlns:t="urn:t"><i type="t:name" t:x="1"/></r>)",
          R"(<r xmlns:p="urn:a" xmlns:q="urn:a"><q:i p:x="1" q:y="2"/></r>)", R"(<r><p><em>a</em><em>b</em></p></r>)",
          R"(<p:r xmlns:p="urn:a"><p:i xmlns:p="urn:b"><p:k/></p:i><p:m/></p:r>)"}) {
        CHECK(again(markup) == markup);
    }
    CHECK(again(R"(<a:r xmlns:a="urn:a" xmlns="urn:o" xmlns:b="urn:b"/>)", true) ==
          "<a:r xmlns:a=\"urn:a\" xmlns=\"urn:o\" xmlns:b=\"urn:b\">\n  <a:made xmlns:n1=\"urn:c\" b:x=\"1\" "
          "n1:y=\"1\">\n    <other xmlns=\"urn:d\"/>\n    <none xmlns=\"\"/>\n  </a:made>\n</a:r>");
}

// As where an item was taken into another namespace.
TEST_CASE("an element whose prefix it declares for another namespace gets a new one", "[xml]") {
    XmlTree tree;
    XmlNode& root = tree.element(nullptr, "urn:new", "r");
    tree.declare(root, "", "urn:old");
    tree.element(&root, "urn:old", "i");
    XmlNode& none = tree.element(&root, "", "none");
    tree.declare(none, "", "urn:other");
    Diagnostics said;
    CHECK(written(root, said) ==
          "<n1:r xmlns=\"urn:old\" xmlns:n1=\"urn:new\">\n  <i/>\n  <none xmlns=\"\"/>\n</n1:r>\n");
}

}  // namespace
}  // namespace galley
