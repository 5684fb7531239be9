#include "converters/text/mail_message.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

using namespace galley;
using test::read;

namespace {

constexpr std::string_view sent =
    "From: Desk <desk@example.org>\nTo: all@example.org\nSubject: Budget talks collapse in Nairobi\n"
    "Date: Fri, 20 Nov 2026 09:14:00 +0300\n\n";

}  // namespace

TEST_CASE("a mail's header is no text; its subject and date serve where the text has none", "[mail]") {
    const std::string copy =
        "Content-Type: text/plain\n" + std::string(sent) +
        "By Wanjiru Kamau\n\nNAIROBI, Kenya - Talks between the Treasury and county governors collapsed on Thursday night.\n\n"
        "Governors said they would go to court.\n-- \nDesk, Example Press\n+254 20 000 000\n";
    const auto reading = read(copy);
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    REQUIRE(meta.headlines.size() == 1);
    CHECK(meta.headlines[0].value.text == "Budget talks collapse in Nairobi");
    CHECK(meta.title->value == "Budget talks collapse in Nairobi");
    REQUIRE(meta.bylines.size() == 1);
    CHECK(meta.bylines[0].value.contributors[0].value.name == "Wanjiru Kamau");
    REQUIRE(meta.dates.content_created);
    CHECK(iso_date(meta.dates.content_created->value) == "2026-11-20T09:14:00+03:00");
    CHECK(meta.datelines.size() == 1);
    CHECK(meta.keywords.empty());
    CHECK(copy.substr(meta.bylines[0].span->begin, meta.bylines[0].span->size()) == "By Wanjiru Kamau");
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("what the text says comes before what the mail says", "[mail]") {
    const auto reading =
        read(std::string(sent) +
             "Ministers walk out of budget talks\n\nBy Wanjiru Kamau\n19 November 2026\n\n"
             "NAIROBI, Kenya - Talks between the Treasury and county governors collapsed on Thursday night.\n");
    REQUIRE(reading.document);
    CHECK(reading.document->meta.headlines.at(0).value.text == "Ministers walk out of budget talks");
    CHECK(iso_date(reading.document->meta.dates.content_created->value) == "2026-11-19");
    CHECK(reading.document->meta.title->value == "Budget talks collapse in Nairobi");
}

TEST_CASE("the line that repeats the subject is the headline, and what stands above it a note", "[mail]") {
    const auto reading =
        read(std::string(sent) +
             "Hi all, copy below.\n\nBudget talks collapse in Nairobi\nBy Wanjiru Kamau\n\n"
             "NAIROBI, Kenya - Talks between the Treasury and county governors collapsed on Thursday night.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines[0].value.text == "Budget talks collapse in Nairobi");
    REQUIRE(reading.document->meta.notes.size() == 1);
    CHECK(reading.document->meta.notes[0].raw == "Hi all, copy below.");
    CHECK(reading.document->body.size() == 1);
}

TEST_CASE("a header as a mail program prints it, in its language", "[mail]") {
    const auto reading = read(
        "Von: Redaktion\nGesendet: Donnerstag, 12. November 2026 17:45\nAn: Alle\nBetreff: WG: Reform der Pflege beschlossen\n\n"
        "Berlin (dpa) - Der Bundestag hat am Donnerstag die Reform der Pflegeversicherung beschlossen.\n");
    REQUIRE(reading.document);
    CHECK(reading.document->meta.headlines.at(0).value.text == "Reform der Pflege beschlossen");
    CHECK(iso_date(reading.document->meta.dates.content_created->value) == "2026-11-12T17:45");
    CHECK(reading.document->body.size() == 1);
}

TEST_CASE("quoted-printable text is decoded, and leads back to the source's bytes", "[mail]") {
    const std::string mail =
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_aus?= =?utf-8?B?IEvDtmxu?=\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "K=D6LN (dpa) - Die Br=FCcke ist seit Montag wieder f=\r\nrei, sagte die Stadt.\r\n";
    const auto reading = read(mail);
    REQUIRE(reading.document);
    CHECK(reading.document->meta.headlines.at(0).value.text == "Grüße aus Köln");
    REQUIRE(reading.document->body.size() == 1);
    CHECK(plain_text(reading.document->body[0]).ends_with("Die Brücke ist seit Montag wieder frei, sagte die Stadt."));
    const auto& place = reading.document->meta.datelines.at(0).value.places.at(0);
    CHECK(place.value.name == "KÖLN");
    REQUIRE(place.span);
    CHECK(mail.substr(place.span->begin, place.span->end - place.span->begin) == "K=D6LN");
}

TEST_CASE("of a message in parts the plain text is read", "[mail]") {
    const auto reading = read(
        "From: a@example.org\nSubject: Ferry\nDate: 20 Nov 2026 08:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=\"xx\"\n\n"
        "preamble\n--xx\nContent-Type: multipart/alternative; boundary=yy\n\n--yy\nContent-Type: text/html\n\n<p>The ferry</p>\n"
        "--yy\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        "VGhlIGZlcnJ5IHdpbGwgcnVuIGFsbCBuaWdodCBmcm9tIE1heSwgdGhlIGNvdW5jaWwgc2FpZCDi\ngJQgYW5kIGZvciBmcmVlLgo=\n--yy--\n"
        "--xx\nContent-Type: text/plain\nContent-Disposition: attachment\n\nnot this\n--xx--\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->body.size() == 1);
    CHECK(plain_text(reading.document->body[0]) ==
          "The ferry will run all night from May, the council said — and for free.");
    CHECK(reading.document->meta.headlines.at(0).value.text == "Ferry");
}

TEST_CASE("a message that says how it is written needs neither date nor recipient", "[mail]") {
    const auto reading = read(
        "From: a@example.org\nSubject: Ferry\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
        "The ferry will run all night from May=2C the council said.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->body.size() == 1);
    CHECK(plain_text(reading.document->body[0]) == "The ferry will run all night from May, the council said.");
}

TEST_CASE("a message without plain text is refused", "[mail]") {
    const auto reading = read("From: a@example.org\nSubject: Ferry\nContent-Type: text/html\n\n<p>The ferry</p>\n");
    REQUIRE_FALSE(reading.document);
    CHECK(reading.document.error().code == "text.mail-without-text");
}

TEST_CASE("copy with colons in its lines is no mail", "[mail]") {
    const auto reading =
        read("Subject: the harbour\nPlace: Bergen\n\nThe ferry will run all night from May, the council said.\n");
    REQUIRE(reading.document);
    CHECK_FALSE(reading.document->meta.title);
    const auto part = text::find_mail_part("a.txt", "From: the harbour\n\nThe ferry will run.\n");
    REQUIRE(part);
    CHECK_FALSE(*part);
}

TEST_CASE("in format=flowed a line that ends in a space goes on in the next, and no other does", "[mail]") {
    const std::string mime = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8";
    const std::string copy = std::string(sent) +
                             "Ministers walk out of budget talks\nBy Wanjiru Kamau\n\n"
                             "NAIROBI, Kenya - Talks between the Treasury and county governors \n"
                             "collapsed on Thursday \n"
                             "night.\n"
                             "Governors said they would go to court.\n"
                             "> An older mail that was \n"
                             "> quoted here.\n"
                             "Nobody knows. \n"
                             "\n"
                             "The last paragraph stands alone.\n";
    const auto reading = read(mime + "; format=Flowed\n" + copy);
    REQUIRE(reading.document);
    const Blocks& body = reading.document->body;
    REQUIRE(body.size() == 5);
    CHECK(plain_text(body[0]) ==
          "NAIROBI, Kenya - Talks between the Treasury and county governors collapsed on Thursday night.");
    CHECK(plain_text(body[1]) == "Governors said they would go to court.");
    CHECK(plain_text(body[3]) == "Nobody knows.");
    CHECK(plain_text(body[4]) == "The last paragraph stands alone.");
    CHECK(reading.document->meta.bylines.size() == 1);

    const auto fixed = read(mime + "\n" + copy);
    REQUIRE(fixed.document);
    CHECK(plain_text(fixed.document->body.at(0)) != plain_text(body[0]));
}
