#include "converters/pdf/deflate_edge.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/pdf.h"
#include "galley/try.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>

using namespace galley;

namespace {

constexpr std::string_view story =
    "Harbour reopens after storm\n\nBy Ana Example\n\nPORTO, March 3, 2025 — The harbour reopened on Monday, officials said, "
    "after the storm had closed it for three days.\n\nFerries to the islands run again from noon.\n";

struct World {
    World() {
        REQUIRE(register_builtin(registry));
        REQUIRE(registry.add(pdf_format()));
    }

    Result<std::string> convert_to(const Format& format, std::string_view bytes, const std::string& name,
                                   const GivenOptions& given = {}) {
        GALLEY_TRY(const Target target, Target::create(format, given, *host));
        Context context(registry, *host);
        const auto source = memory_source(name, bytes);
        std::string made;
        const auto sink = memory_sink(made);
        auto done = convert(*source, target, *sink, ConvertOptions{}, context);
        said = context.diagnostics();
        if (!done) {
            return fail(done.error());
        }
        return made;
    }

    Result<std::string> pdf(const GivenOptions& given = {}) {
        return convert_to(pdf_format(), story, "harbour.txt", given);
    }

    Diagnostics validate(std::string_view bytes) {
        Context context(registry, *host);
        const auto done = pdf_format().validate("x.pdf", bytes, "", context);
        Diagnostics all = context.diagnostics();
        if (!done) {
            all.push_back(done.error());
        }
        return all;
    }

    [[nodiscard]] bool was_said(std::string_view code) const {
        return std::ranges::any_of(said, [&](const Diagnostic& it) { return it.code == code; });
    }

    std::unique_ptr<Host> host = system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2});
    Registry registry;
    Diagnostics said;
};

bool has_code(const Diagnostics& all, std::string_view code) {
    return std::ranges::any_of(all, [&](const Diagnostic& it) { return it.code == code; });
}

}  // namespace

TEST_CASE("what is written passes the checks of finished files") {
    World world;
    for (const char* const standard : {"a-3a", "a-3u", "a-2a"}) {
        for (const char* const compression : {"normal", "fast", "none"}) {
            for (const char* const form : {"stream", "table"}) {
                const auto pdf =
                    world.pdf({{"standard", standard}, {"compression", compression}, {"cross-reference", form}});
                REQUIRE(pdf);
                const auto found = world.validate(*pdf);
                INFO((found.empty() ? "" : found.front().message));
                CHECK(found.empty());
            }
        }
    }
}

TEST_CASE("a PDF is read back by its YAML, and without it by its other attachments") {
    World world;
    const auto yaml = world.registry.find("yaml");
    REQUIRE(yaml);
    const auto direct = world.convert_to(**yaml, story, "harbour.txt");
    REQUIRE(direct);
    const auto pdf = world.pdf({{"attach", "yaml"}});
    REQUIRE(pdf);
    const auto again = world.convert_to(**yaml, *pdf, "harbour.pdf");
    REQUIRE(again);
    // All but the source, which is the file inside the PDF now.
    const auto story_of = [](const std::string& text) { return text.substr(text.find("meta:")); };
    CHECK(story_of(*again) == story_of(*direct));

    const auto other = world.pdf({{"attach", "source"}});
    REQUIRE(other);
    const auto back = world.convert_to(**yaml, *other, "harbour.pdf");
    REQUIRE(back);
    CHECK(back->find("Ferries to the islands run again from noon.") != std::string::npos);
}

TEST_CASE("a PDF without a story inside cannot be read") {
    World world;
    const auto yaml = world.registry.find("yaml");
    REQUIRE(yaml);
    const auto pdf = world.pdf({{"attach", ""}});
    REQUIRE(pdf);
    const auto back = world.convert_to(**yaml, *pdf, "harbour.pdf");
    REQUIRE_FALSE(back);
    CHECK(back.error().code == "pdf.no-attachment");
}

TEST_CASE("the same bytes whatever came before and on any thread") {
    World world;
    const auto first = world.pdf();
    REQUIRE(first);
    REQUIRE(world.convert_to(pdf_format(), "Another story entirely, with other glyphs: ÆØÅ ŁŹ Ђ Ω.\n", "other.txt"));
    const auto target = Target::create(pdf_format(), {}, *world.host);
    REQUIRE(target);
    std::vector<std::string> made(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& into : made) {
            threads.emplace_back([&] {
                Context context(world.registry, *world.host);
                const auto source = memory_source("harbour.txt", story);
                const auto sink = memory_sink(into);
                static_cast<void>(convert(*source, *target, *sink, ConvertOptions{}, context));
            });
        }
    }
    for (const std::string& bytes : made) {
        CHECK(bytes == *first);
    }
}

TEST_CASE("PDF/A-2 carries no files and says so; a missing format is said, and the PDF made without it") {
    World world;
    const auto pdf = world.pdf({{"standard", "a-2a"}, {"cross-reference", "table"}});
    REQUIRE(pdf);
    CHECK(pdf->find("/EmbeddedFile") == std::string::npos);
    CHECK(world.was_said("pdf.attachments-left-out"));

    World poor;
    poor.registry = Registry{};
    World full;
    for (const Format* const format : full.registry.formats()) {
        if (format->name != "newsml-g2") {
            REQUIRE(poor.registry.add(*format));
        }
    }
    const auto without = poor.pdf();
    REQUIRE(without);
    CHECK(poor.was_said("pdf.attachment-absent"));
}

TEST_CASE("a document whose source was not kept goes without it") {
    World world;
    const auto target = Target::create(pdf_format(), {{"attach", "source"}}, *world.host);
    REQUIRE(target);
    Context context(world.registry, *world.host);
    Document document;
    document.body.push_back(Paragraph{.content = {Text{"Hello."}}});
    REQUIRE(render(document, *target, ConvertOptions{}, context));
    CHECK(has_code(context.diagnostics(), "pdf.source-not-kept"));
}

TEST_CASE("one story a file, and no file without a story") {
    World world;
    const auto target = Target::create(pdf_format(), {{"attach", ""}}, *world.host);
    REQUIRE(target);
    Context context(world.registry, *world.host);
    std::string bytes;
    const auto sink = memory_sink(bytes);
    const auto session = target->writer->begin(*sink, context);
    REQUIRE(session);
    CHECK((*session)->end().error().code == "pdf.no-story");
    Document document;
    document.body.push_back(Paragraph{.content = {Text{"Hello."}}});
    REQUIRE((*session)->story(document));
    CHECK((*session)->story(document).error().code == "pdf.one-story");
}

TEST_CASE("an output larger than the limit is refused") {
    World world;
    const auto target = Target::create(pdf_format(), {{"attach", ""}}, *world.host);
    REQUIRE(target);
    Limits limits;
    limits.output_bytes = 1000;
    Context context(world.registry, *world.host, limits);
    std::string bytes;
    const auto sink = memory_sink(bytes);
    const auto session = target->writer->begin(*sink, context);
    Document document;
    document.body.push_back(Paragraph{.content = {Text{"Hello."}}});
    CHECK((*session)->story(document).error().code == "limit.output-bytes");
}

TEST_CASE("damaged, foreign and hostile files are refused or reported, never trusted") {
    World world;
    const auto pdf = world.pdf();
    REQUIRE(pdf);
    CHECK(has_code(world.validate("%PDF-1.7\nnothing"), "pdf.unreadable"));
    CHECK(has_code(world.validate(pdf->substr(0, pdf->size() / 2)), "pdf.unreadable"));
    CHECK(has_code(world.validate(*pdf + "more"), "pdf.broken-rule"));

    std::string spoilt = world.pdf({{"cross-reference", "table"}}).value();
    spoilt.replace(spoilt.find("/Marked true"), 12, "/Marked null");
    CHECK(has_code(world.validate(spoilt), "pdf.broken-rule"));

    const auto plain = world.pdf({{"standard", "plain"}});
    REQUIRE(plain);
    CHECK(has_code(world.validate(*plain), "pdf.no-claim"));

    // Any byte changed: reported or harmless, and never a crash.
    for (std::size_t at = 0; at < pdf->size(); at += 97) {
        std::string changed = *pdf;
        changed[at] = static_cast<char>(changed[at] ^ 0x15);
        static_cast<void>(world.validate(changed));
    }
}

TEST_CASE("an encrypted PDF is named as such") {
    World world;
    std::string pdf = "%PDF-1.4\n";
    std::string places = "xref\n0 4\n0000000000 65535 f \n";
    const std::string password(32,
                               'x');  // ISO 32000-1, 7.6.3.4: of the owner and of the user; no empty one gives these
    for (const std::string& object :
         {std::string{"<</Type/Catalog/Pages 2 0 R>>"}, std::string{"<</Type/Pages/Kids[]/Count 0>>"},
          "<</Filter/Standard/V 1/R 2/P -4/O(" + password + ")/U(" + password + ")>>"}) {
        const std::string digits = std::to_string(pdf.size());
        places += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
        pdf += std::to_string(places.size() / 20 - 1) + " 0 obj\n" + object + "\nendobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    const std::string identifier = "<00112233445566778899AABBCCDDEEFF>";
    pdf += places + "trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[" + identifier + identifier + "]>>\nstartxref\n" +
           start + "\n%%EOF\n";
    CHECK(has_code(world.validate(pdf), "pdf.encrypted"));
}

TEST_CASE("a stream that would unpack to more than the limit is not unpacked") {
    std::string bomb(10'000'000, 'x');
    const auto packed = pdf::deflate(bomb, pdf::Level::normal);
    REQUIRE(packed);
    const auto bytes = pdf::inflate(*packed, 1'000'000);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code == "limit.expansion");
    CHECK(pdf::inflate("no zlib stream", 1000).error().code == "pdf.bad-stream");
    CHECK(pdf::inflate(*packed, 20'000'000).value_or("") == bomb);
}
