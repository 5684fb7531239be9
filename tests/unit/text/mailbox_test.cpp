#include "converters/text/mailbox.h"

#include "converters/text/text_format.h"
#include "galley/byte_source.h"
#include "galley/context.h"
#include "galley/host.h"
#include "galley/invariants.h"
#include "galley/registry.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace galley;
using namespace galley::text;

namespace {

std::string message(const std::string& subject, const std::string& body, const std::string& more = {}) {
    return "From desk@example.org Tue Mar  3 10:00:00 2026\nFrom: desk@example.org\nTo: wire@example.org\nSubject: " +
           subject + "\nDate: Tue, 3 Mar 2026 10:00:00 +0000\n" + more + "\n" + body + "\n\n";
}

const std::string body =
    "By Ola Brandt\n\nLYON, March 3 — The ferry stayed in port.\n\nNobody on the quay knew why it did so.";

struct Mailbox {
    std::vector<Document> documents;
    Diagnostics said;
};

Mailbox read_all(const std::string& copy) {
    const Format& format = text_format();
    const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4}};
    const Registry registry;
    Context context{registry, host};
    const auto reader = format.make_reader(OptionValues::create(format.name, format.options, {}).value(), host).value();
    const auto source = memory_source("news.mbox", copy);
    Mailbox mailbox;
    REQUIRE(reader->read(
        *source,
        [&](Document&& document) -> Result<> {
            for (const Diagnostics& broken : {check_invariants(document), check_coverage(document, copy)}) {
                for (const Diagnostic& one : broken) {
                    FAIL_CHECK(one.code << ": " << one.message);
                }
            }
            mailbox.documents.push_back(std::move(document));
            return {};
        },
        context));
    mailbox.said = context.diagnostics();
    return mailbox;
}

}  // namespace

TEST_CASE("a mailbox is as many stories as it has messages", "[mailbox]") {
    const std::string first = message("Ferry stays", body);
    const std::string second =
        message("Quay opens", "From the quay one sees far.\n\nFrom there it is a mile.\n\n" + body);
    // Quoted-printable in a legacy encoding: each message is decoded by itself.
    const std::string third = message(
        "Caf=E9", "Caf=E9 rouvre =E0 Lyon, dit le maire de la ville.",
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n");
    const std::string copy = first + second + third;
    const auto pieces = divide_mailbox(copy);
    REQUIRE(pieces.size() == 3);
    CHECK(pieces[1] == Span{first.size(), first.size() + second.size()});

    const Mailbox mailbox = read_all(copy);
    REQUIRE(mailbox.documents.size() == 3);
    std::uint64_t reached = 0;
    for (const Document& document : mailbox.documents) {
        REQUIRE(document.source.extent);
        CHECK(document.source.extent->begin == reached);
        reached = document.source.extent->end;
    }
    CHECK(reached == copy.size());
    const Document& ferry = mailbox.documents[0];
    REQUIRE(ferry.meta.bylines.size() == 1);
    CHECK(ferry.meta.title->value == "Ferry stays");
    const Span by = *mailbox.documents[1].meta.title->span;
    CHECK(copy.substr(by.begin, by.size()) == "Quay opens");
    REQUIRE(mailbox.documents[2].source.encoding);
    CHECK(mailbox.documents[2].source.encoding->value != "UTF-8");
}

TEST_CASE("one message of a mailbox without text is an error, and the others are read", "[mailbox]") {
    const Mailbox mailbox =
        read_all(message("Ferry stays", body) + message("Nothing", "") + message("Ferry sails", body));
    CHECK(mailbox.documents.size() == 2);
    REQUIRE(mailbox.said.size() >= 1);
    CHECK(mailbox.said.front().code == "text.empty");
}

TEST_CASE("what only looks like a mailbox is one piece", "[mailbox]") {
    const std::string mail = message("Ferry stays", body);
    CHECK(divide_mailbox("").size() == 1);
    CHECK(divide_mailbox("From Lyon\n\nFrom Paris\n\n").size() == 1);
    CHECK(divide_mailbox(mail).size() == 1);
    CHECK(divide_mailbox("A story.\n\n" + mail + mail).size() == 1);
    // A forwarded message in a body stands behind no blank line, or without a header.
    CHECK(divide_mailbox(mail.substr(0, mail.size() - 2) + "\nFrom here on it rained.\n\n" + mail).size() == 2);
    CHECK(divide_mailbox(mail + "From: nobody@example.org\nSubject: x\n\nFrom the sea.\n").size() == 1);
}

TEST_CASE("a large mailbox takes no more than its size", "[mailbox]") {
    std::string copy = message("Ferry stays", body);
    for (int number = 0; number < 200'000; ++number) {
        copy += "From nowhere\n\n";
    }
    CHECK(divide_mailbox(copy).size() == 1);
}
