#include "converters/text/story_division.h"
#include "converters/text/text_format.h"
#include "converters/text/transmission_header.h"
#include "converters/text/transmission_stamp.h"
#include "galley/byte_source.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "galley/registry.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace galley;
using namespace galley::text;

namespace {

const std::string paragraph =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which had been debated for months.";
const std::string last = "Officials said the work would take three years and cost about two million dollars.";

std::string story(const std::string& headline) { return headline + "\n\n" + paragraph + "\n\n" + last + "\n"; }

/// The stories of `copy`; each keeps the invariants, and together they account for every byte.
std::vector<Document> read_all(const std::string& copy, Diagnostics* said = nullptr) {
    const Format& format = text_format();
    const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    const Registry registry;
    Context context{registry, host};
    const auto values = OptionValues::create(format.name, format.options, {});
    REQUIRE(values);
    const auto reader = format.make_reader(*values, host);
    REQUIRE(reader);
    std::vector<Document> documents;
    const auto source = memory_source("capture.txt", copy);
    const auto done = (*reader)->read(
        *source,
        [&](Document&& document) -> Result<> {
            documents.push_back(std::move(document));
            return {};
        },
        context);
    CHECK(done);
    std::uint64_t reached = 0;
    for (const Document& document : documents) {
        for (const Diagnostics& broken : {check_invariants(document), check_coverage(document, copy)}) {
            for (const Diagnostic& one : broken) {
                FAIL_CHECK(one.code << ": " << one.message);
            }
        }
        if (document.source.extent && said == nullptr) {
            CHECK(document.source.extent->begin == reached);
            reached = document.source.extent->end;
        }
    }
    CHECK((documents.size() < 2 || said != nullptr || reached == copy.size()));
    if (said != nullptr) {
        *said = context.diagnostics();
    }
    return documents;
}

std::string headline_of(const Document& document) {
    return document.meta.headlines.empty() ? "" : document.meta.headlines.front().value.text;
}

std::string stamp_of(std::string_view line) {
    const auto stamp = read_stamp(line, Conventions::builtin());
    return stamp ? iso_date(stamp->date) : "none";
}

}  // namespace

TEST_CASE("stamps of trailers") {
    CHECK(stamp_of("131137 GMT Nov 13") == "2013-11-13T11:37Z");
    CHECK(stamp_of("071341 GMT Okt 15") == "2015-10-07T13:41Z");
    CHECK(stamp_of("101137 GMT Dez 18") == "2018-12-10T11:37Z");
    CHECK(stamp_of("091223 dec 18") == "2018-12-09T12:23");
    CHECK(stamp_of("050932 sep 14EDT") == "2014-09-05T09:32-04:00");
    CHECK(stamp_of("XY-WF-08-29-16 1626GMT<") == "2016-08-29T16:26Z");
    CHECK(stamp_of("XYZ-21:37-09-12-18") == "2018-12-09T21:37");
    CHECK(stamp_of("331137 GMT Nov 13") == "none");
    CHECK(stamp_of("131137 people came in Nov 13") == "none");
    CHECK(stamp_of("The council met at 12:30") == "none");
}

TEST_CASE("headers of transmissions") {
    const TransmissionHeader iptc =
        read_transmission_header("\x01xyz062 4 i 211 ccccb   wire 061\r\n\r\nHarbour/quay/\r\n\x02");
    REQUIRE(iptc.urgency);
    CHECK(*iptc.urgency == 4);
    CHECK(iptc.slug->size() == std::string("Harbour/quay").size());
    CHECK(iptc.keywords.size() == 2);
    const TransmissionHeader anpa =
        read_transmission_header("\x16\x16\x01W2607\x1Fworld\nu s\x14\x12 BC-Ports-New-Quay   09-12 0344\x02");
    REQUIRE(anpa.urgency);
    CHECK(*anpa.urgency == 3);
    CHECK(anpa.slug->size() == std::string("BC-Ports-New-Quay").size());
    CHECK_FALSE(read_transmission_header("To the editors\n").urgency);
    CHECK_FALSE(read_transmission_header("").slug);
}

TEST_CASE("an envelope is read into the document") {
    const std::string copy =
        "\x01xyz062 3 i 211 ccccb   wire 061\r\n\r\nHarbour/quay/\r\n\x02"
        "1ST LEAD\nCouncil approves new quay\nBy Ann Lee =\n\n   " +
        paragraph + "\n\n   " + last +
        "\n\n\x03"
        "131137 GMT Nov 13\r\n\x04";
    const std::vector<Document> documents = read_all(copy);
    REQUIRE(documents.size() == 1);
    const Metadata& meta = documents.front().meta;
    CHECK(headline_of(documents.front()) == "Council approves new quay");
    REQUIRE(meta.urgency);
    CHECK(meta.urgency->value == 3);
    REQUIRE(meta.slugline);
    CHECK(meta.slugline->value.text == "Harbour/quay");
    CHECK(meta.slugline->value.separator == "/");
    REQUIRE(meta.keywords.size() == 2);
    CHECK(meta.keywords.back().value == "quay");
    REQUIRE(meta.dates.version_created);
    CHECK(iso_date(meta.dates.version_created->value) == "2013-11-13T11:37Z");
    REQUIRE(meta.bylines.size() == 1);
    CHECK(meta.bylines.front().raw == "By Ann Lee");
    CHECK(documents.front().body.size() == 2);
}

TEST_CASE("a stamp whose envelope was lost is still the version's date") {
    const std::vector<Document> documents = read_all(story("Council approves new quay") + "\n101137 GMT Dez 18\n");
    REQUIRE(documents.size() == 1);
    CHECK(documents.front().body.size() == 2);
    REQUIRE(documents.front().meta.dates.version_created);
    CHECK(iso_date(documents.front().meta.dates.version_created->value) == "2018-12-10T11:37Z");
}

TEST_CASE("marks of typesetting are no text, and the keyword once more is no headline") {
    const std::string copy =
        "\x16\x16\x01W2607\x1Fworld\nr i\x13\x11 BC-XX--NewQuay     11-13 0693\n\x02^BC-XX--New Quay, 1st Ld-Writethru,140<\n"
        "^Council approves new quay<\n^By ANN LEE=\n^Harbour Wire=\n\tWESTBAY (AP) _ " +
        paragraph + "\n\n\t" + last + "\n\n\x03XY-WF-11-13-13 0745GMT<\n\x0C\n\x04";
    const std::vector<Document> documents = read_all(copy);
    REQUIRE(documents.size() == 1);
    const Metadata& meta = documents.front().meta;
    CHECK(headline_of(documents.front()) == "Council approves new quay");
    REQUIRE(meta.slugline);
    CHECK(meta.slugline->value.text == "BC-XX--New Quay");
    REQUIRE(meta.urgency);
    CHECK(meta.urgency->value == 4);
    REQUIRE_FALSE(meta.bylines.empty());
    CHECK(meta.bylines.front().raw == "By ANN LEE");
    REQUIRE(meta.dates.version_created);
    CHECK(iso_date(meta.dates.version_created->value) == "2013-11-13T07:45Z");
}

TEST_CASE("several transmissions in one source are several stories") {
    const auto transmission = [](const std::string& number, const std::string& headline) {
        return "\x01xyz" + number + " 4 i 211 ccccb   wire 061\r\n\r\nHarbour/quay/\r\n\x02" + story(headline) +
               "\x03"
               "131137 GMT Nov 13\r\n\x04";
    };
    const std::vector<Document> documents =
        read_all(transmission("061", "Council approves new quay") + "\r\n" + transmission("062", "Ferry fares rise") +
                 transmission("063", "Lighthouse sold"));
    REQUIRE(documents.size() == 3);
    CHECK(headline_of(documents[0]) == "Council approves new quay");
    CHECK(headline_of(documents[1]) == "Ferry fares rise");
    CHECK(headline_of(documents[2]) == "Lighthouse sold");
    for (const Document& document : documents) {
        CHECK(document.body.size() == 2);
        CHECK(document.source.extent);
        CHECK(document.source.size == document.source.extent->size());
    }
    CHECK(read_all("\x02" + story("Council approves new quay") + "\x03\n\x02" + story("Ferry fares rise") + "\x03\n")
              .size() == 2);
}

TEST_CASE("a transmission without text is said, and the others are read") {
    Diagnostics said;
    const std::vector<Document> documents = read_all(
        "\x01"
        "a1\n\x02\n\x03\x04\x01"
        "a2\n\x02" +
            story("Ferry fares rise") + "\x03\x04",
        &said);
    REQUIRE(documents.size() == 1);
    REQUIRE(said.size() == 1);
    CHECK(said.front().code == "text.empty");
}

TEST_CASE("telex lines and end marks divide stories that begin like stories") {
    const std::vector<Document> telex = read_all("ZCZC ABC123\n" + story("Council approves new quay") +
                                                 "NNNN\n\nZCZC ABC124\n" + story("Ferry fares rise") + "NNNN\n");
    REQUIRE(telex.size() == 2);
    CHECK(headline_of(telex[0]) == "Council approves new quay");
    CHECK(headline_of(telex[1]) == "Ferry fares rise");
    CHECK(headline_of(read_all("ZCZC ABC123\n" + story("Council approves new quay") + "NNNN\n").at(0)) ==
          "Council approves new quay");
    for (const char* mark : {"-30-", "ENDS", "###"}) {
        INFO(mark);
        const std::vector<Document> ended =
            read_all(story("Council approves new quay") + mark + "\n\n" + story("Ferry fares rise") + mark + "\n");
        REQUIRE(ended.size() == 2);
        CHECK(headline_of(ended[1]) == "Ferry fares rise");
        CHECK(ended[0].body.size() == 2);
    }
}

TEST_CASE("prose with marks in it stays one story") {
    CHECK(read_all("Council approves new quay\n\n" + paragraph + "\n\n###\n\n" + last + " " + last + "\n\n###\n\n" +
                   paragraph + "\n")
              .size() == 1);
    CHECK(read_all(story("Council approves new quay") + "###\n\nMedia contact: Ann Lee, 555 0100\n").size() == 1);
    CHECK(read_all(story("Council approves new quay") + "ENDS\n\nNotes to editors\n\n" + paragraph + "\n").size() == 1);
    CHECK(read_all("Council approves new quay\n\n" + paragraph + "\n\n\x02stray\x02 bytes\n\n" + last + "\n").size() ==
          1);
    CHECK(read_all(story("Council approves new quay") + "\f" + story("Ferry fares rise")).size() == 1);
}

TEST_CASE("dividing costs what the text is long") {
    std::string many;
    for (int number = 0; number < 20000; ++number) {
        many += "\x01\x02\x03\x04";
    }
    CHECK(find_frames(many).size() == 20000);
    std::string marks;
    for (int number = 0; number < 100000; ++number) {
        marks += "-30-\n";
    }
    CHECK(divide_stories(marks, Conventions::builtin()).size() == 1);
}

namespace {

/// The one story of `copy`.
Document read_one(const std::string& copy) {
    std::vector<Document> documents = read_all(copy);
    REQUIRE(documents.size() == 1);
    return std::move(documents.front());
}

std::string slug_of(const Document& document) {
    return document.meta.slugline ? document.meta.slugline->value.text : "none";
}
int urgency_of(const Document& document) { return document.meta.urgency ? document.meta.urgency->value : 0; }

}  // namespace

TEST_CASE("header lines that lost their control bytes on the way") {
    struct Case {
        std::string header;
        std::string slug;
        int urgency;
    };
    const std::vector<Case> cases = {
        {"r i bc-ferry 11-20 0245\n", "bc-ferry", 4},
        {"u n BC-US--Lobster 11-20 0245\n", "BC-US--Lobster", 3},
        {"f0704 reute u f BC-GRAIN-SHIP 02-26 0105\n", "BC-GRAIN-SHIP", 3},
        {"bc-world-news-summary 11-20 0245\n", "bc-world-news-summary", 0},
        {"b s pm-cup-final 1stld 20-11 0512\n^PM-Cup-Final,1st Ld-Writethru,a0543<\n", "PM-Cup-Final", 2},
        {"BC-FERRY (URGENT)\n", "BC-FERRY", 0},
        {"^BC-Ferry-Accident,1st Ld-Writethru,a0543<\n", "BC-Ferry-Accident", 0},
        {"BC-EU--Harbour Works, 2nd Ld\n", "BC-EU--Harbour Works", 0},
        {"ZCZC ABC123\nr i bc-ferry 11-20 0245\n", "bc-ferry", 4},
        {"ZCZC3456/SX4\nOMI91234\nR CRO S04 QBXJ\n", "none", 0},
        {"bdt0123 3 pl 345  dpa 0456\nPolitik/Verkehr/\n", "Politik/Verkehr", 3},
        {"eca062 4 i 211 ccccb   dpa 061\nHarbours-politics/\n", "Harbours-politics", 4},
    };
    for (const Case& one : cases) {
        CAPTURE(one.header);
        const Document document = read_one(one.header + story("Council approves new quay"));
        CHECK(slug_of(document) == one.slug);
        CHECK(urgency_of(document) == one.urgency);
        CHECK(headline_of(document) == "Council approves new quay");
        CHECK(document.body.size() == 2);
    }
    const Document german =
        read_one("bdt0123 3 pl 345  dpa 0456\nPolitik/Verkehr/\n" + story("Rat stimmt neuem Kai zu"));
    REQUIRE(german.meta.keywords.size() == 2);
    CHECK(german.meta.keywords.back().value == "Verkehr");
}

TEST_CASE("lines that only look like a transmission's header are the headline") {
    for (const std::string headline :
         {"AM-radio comes back to the harbour", "A tale of two quays 10-12", "U 2 play Saltmere 11-20",
          "BC Ferries sells its oldest ship", "u s steel 10-20 up", "PM-elect visits the harbour",
          "Flight 4 i 211 delayed", "Politik/Verkehr/", "r u ok", "bc-ferry"}) {
        CAPTURE(headline);
        const Document document = read_one(headline + "\n\n" + paragraph + "\n\n" + last + "\n");
        CHECK(headline_of(document) == headline);
        CHECK_FALSE(document.meta.slugline);
        CHECK_FALSE(document.meta.urgency);
    }
}

TEST_CASE("what ends a telex is its trailer, and says when it was sent") {
    const Document italian = read_one("ZCZC3456/SX4\nOMI91234\nR CRO S04 QBXJ\n" + story("Council approves new quay") +
                                      "14-MAR-24 10:12 NNNN\n");
    REQUIRE(italian.meta.dates.version_created);
    CHECK(iso_date(italian.meta.dates.version_created->value) == "2024-03-14T10:12");
    CHECK(italian.body.size() == 2);
    const Document american =
        read_one("r i bc-ferry 11-20 0245\n" + story("Council approves new quay") + "AP-NY-11-20-26 0512EST\nNNNN\n");
    REQUIRE(american.meta.dates.version_created);
    CHECK(iso_date(american.meta.dates.version_created->value) == "2026-11-20T05:12-05:00");
    CHECK(american.body.size() == 2);
    CHECK(stamp_of("14-MAR-24 10:12") == "none");
    CHECK(stamp_of("32-MAR-24 10:12 NNNN") == "none");
}

TEST_CASE("marks of typesetting go where a printed header says that there are some") {
    const Document document = read_one(
        "u i bc-ferry 11-20 0245\n^BC-Ferry,0245<\n^Ferry runs aground off Saltmere<\n^By JANE DOE=\n^Associated Press Writer=\n"
        "\tSALTMERE, England (AP) _ " +
        paragraph + "\n\t" + last + "\n");
    CHECK(headline_of(document) == "Ferry runs aground off Saltmere");
    REQUIRE(document.meta.bylines.size() == 1);
    CHECK(document.meta.bylines.front().value.contributors.front().value.name == "JANE DOE");
    REQUIRE(document.meta.datelines.size() == 1);
    CHECK(document.body.size() == 2);
}
