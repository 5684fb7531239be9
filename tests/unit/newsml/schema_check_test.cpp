#include "converters/newsml/schema/schema_check.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_date.h"
#include "converters/newsml/schema/simple_value.h"
#include "core/edge/libxml2/any_uri.h"
#include "core/edge/libxml2/xml_parser.h"
#include "galley/host.h"
#include "galley/registry.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace galley::newsml {
namespace {

/// What is wrong with `markup`, whose elements are NewsML-G2's.
std::vector<std::string> faults(const std::string& markup) {
    const Registry registry;
    const MemoryHost host;
    Context context(registry, host);
    const std::string whole = "<newsItem xmlns='" + std::string(nar) +
                              "' xmlns:o='urn:o' standard='NewsML-G2' standardversion='2.35' guid='urn:x:y'>" + markup +
                              "</newsItem>";
    auto text = XmlText::of_bytes("item.xml", whole, context.diagnostics());
    XmlTree tree;
    const auto parsed = parse_xml(*text, tree, {}, context);
    REQUIRE(parsed);
    std::vector<std::string> found;
    SchemaCheck check([&](const SchemaFault& fault) { found.push_back(fault.message); });
    CHECK(check.check(*parsed->root));
    return found;
}

using Told = std::vector<std::string>;

const std::string item_class = "<itemClass qcode='ninat:text'/>";
const std::string provider = "<provider><name>A</name></provider>";
const std::string created = "<versionCreated>2026-01-02T10:00:00Z</versionCreated>";
const std::string meta = "<itemMeta>" + item_class + provider + created + "</itemMeta>";

TEST_CASE("each fault of an order is told once", "[newsml][schema]") {
    CHECK(faults(meta).empty());
    CHECK(faults("<itemMeta>" + provider + item_class + created + "</itemMeta>") ==
          Told{"'itemMeta/provider' stands before 'itemClass'"});
    CHECK(faults("<itemMeta>" + item_class + created + provider + "</itemMeta>") ==
          Told{"'itemMeta/versionCreated' stands before 'provider'"});
    CHECK(faults("<itemMeta>" + item_class + "<title>T</title>" + provider + created +
                 "<pubStatus qcode='stat:usable'/></itemMeta>") == Told{"'itemMeta/title' stands before 'provider'"});
    CHECK(faults("<itemMeta>" + item_class + provider + created +
                 "<title>T</title><pubStatus qcode='stat:usable'/></itemMeta>") ==
          Told{"'itemMeta/pubStatus' stands after 'title'"});
    CHECK(faults("<itemMeta>" + item_class + created + "</itemMeta>") == Told{"'itemMeta' has no 'provider'"});
    CHECK(faults("<itemMeta/>") ==
          Told{"'itemMeta' has no 'itemClass'", "'itemMeta' has no 'provider'", "'itemMeta' has no 'versionCreated'"});
    CHECK(faults("<itemMeta>" + item_class + item_class + provider + created + "</itemMeta>") ==
          Told{"'itemMeta/itemClass' stands more than once"});
    CHECK(faults("<itemMeta>" + item_class + provider + created + "<o:x/><title>T</title></itemMeta>") ==
          Told{"'itemMeta/title' stands after 'x'"});
    CHECK(faults("<itemMeta><o:x/>" + item_class + provider + created + "</itemMeta>") ==
          Told{"'itemMeta/x' stands before 'itemClass'"});
    CHECK(faults("<itemMeta>" + item_class + provider + created + "<nonsense/></itemMeta>") ==
          Told{"'itemMeta/nonsense' has no place here"});
}

TEST_CASE("what stands deep inside is looked at, too", "[newsml][schema]") {
    CHECK(faults(meta +
                 "<contentMeta><subject qcode='a:b'><broader qcode='a:c'/><name>N</name></subject></contentMeta>") ==
          Told{"'contentMeta/subject/name' stands after 'broader'"});
    CHECK(faults(meta + "<contentMeta><subject qcode='a:b' relevance='101'>text</subject></contentMeta>") ==
          Told{"'contentMeta/subject' has relevance '101', which the schema does not allow",
               "'contentMeta/subject' holds text beside its elements"});
    CHECK(faults(meta + "<contentSet><inlineXML><o:x><nitf xmlns='" + std::string(nitf_space) +
                 "'/></o:x></inlineXML></contentSet>") == Told{"'contentSet/inlineXML/x/nitf' has no 'body'"});
    CHECK(faults("<catalogRef href='http://example.org/%'>x</catalogRef>" + meta) ==
          Told{"'catalogRef' has href 'http://example.org/%', which the schema does not allow",
               "'catalogRef' holds text beside its elements"});
    CHECK(faults("<catalogRef o:x='1' y='2'/>" + meta) ==
          Told{"'catalogRef' has the attribute 'y', which the schema does not know",
               "'catalogRef' has no attribute 'href'"});
    CHECK(
        faults(
            meta +
            "<contentMeta><headline id='a' xml:lang='en_US'>A</headline><headline id='a'>B</headline></contentMeta>") ==
        Told{"'contentMeta/headline' has xml:lang 'en_US', which the schema does not allow",
             "the id 'a' stands twice"});
}

TEST_CASE("dates are those of XML Schema", "[newsml][schema]") {
    struct Case {
        SimpleKind kind;
        std::string_view value;
        bool fits;
    };
    using enum SimpleKind;
    for (const Case& each : {Case{date_time, "2026-01-02T10:00:00Z", true},
                             {date_time, "2026-01-02T24:00:00.0-14:00", true},
                             {date_time, "2026-01-02T24:00:01Z", false},
                             {date_time, "2026-01-02T10:00Z", false},
                             {date_time, "2026-01-02T10:00:00.Z", false},
                             {date_time, "2026-01-02T10:00:00+14:01", false},
                             {date_time, "2026-01-02T10:00:00+0100", false},
                             {date_time, "2026-01-02", false},
                             {date, "2024-02-29", true},
                             {date, "2026-02-29", false},
                             {date, "-0001-01-01", true},
                             {date, "0000-01-01", false},
                             {date, "02026-01-01", false},
                             {date, "12026-01-01+01:00", true},
                             {year_month, "2026-13", false},
                             {year_month, "2026-12Z", true},
                             {year, "202", false},
                             {year, "2026", true},
                             {month, "--12", true},
                             {month, "--13", false},
                             {month_day, "--02-29", true},
                             {month_day, "--02-30", false},
                             {day, "---31", true},
                             {day, "---32", false},
                             {duration, "P1Y2M3DT4H5M6.7S", true},
                             {duration, "-PT1.5S", true},
                             {duration, "P", false},
                             {duration, "P1.5Y", false},
                             {duration, "PT1D", false},
                             {duration, "P1D2Y", false}}) {
        INFO(each.value);
        CHECK(is_schema_date(each.kind, each.value) == each.fits);
    }
}

TEST_CASE("addresses are those that libxml2 takes", "[newsml][schema]") {
    for (const std::string_view sound : {"", "http://example.org/a b", "urn:newsml:example.org:20260102:quay", "../a#b",
                                         "http://[::1]/", "mailto:a@example.org", "http://example.org/a|b"}) {
        CHECK(is_any_uri(sound));
    }
    for (const std::string_view broken :
         {"http://example.org/%", "a#b#c", "1:2", "http://example.org:port/", "http://example.org/?a[1]=2"}) {
        CHECK_FALSE(is_any_uri(broken));
    }
}

TEST_CASE("an element's type is found by its place", "[newsml][schema]") {
    XmlTree tree;
    XmlNode& root = tree.element(nullptr, nar, "newsItem");
    XmlNode& content = tree.element(&root, nar, "contentMeta");
    REQUIRE(type_of(content) != nullptr);
    CHECK(find_entry(children_of(*type_of(content)), schema_name("headline"))->repeats);
    CHECK_FALSE(find_entry(children_of(*type_of(content)), schema_name("urgency"))->repeats);
    CHECK(find_entry(children_of(*type_of(content)), schema_name("urgency"))->place <
          find_entry(children_of(*type_of(content)), schema_name("headline"))->place);
    CHECK(type_of(tree.element(&root, "urn:o", "contentMeta")) == nullptr);
}

}  // namespace
}  // namespace galley::newsml
