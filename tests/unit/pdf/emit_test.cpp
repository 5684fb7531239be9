#include "converters/pdf/emit/emit_pdf.h"
#include "converters/pdf/emit/file_writer.h"
#include "converters/pdf/read_pdf.h"
#include "galley/registry.h"
#include "tests/unit/pdf/sample_pages.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace galley;
using namespace galley::pdf;
using galley::pdf::testing::SamplePages;

namespace {

/// The fonts of the machine, which `host` gets.
FontSet machine_fonts(MemoryHost& host) {
    host.fonts = system_host(host.now())->font_folders();
    return FontSet::load(host).value();
}

/// A world to be emitted in, where the clock stands still, and pages.
struct World {
    MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    Registry registry;
    Context context{registry, host};
    Document document;
    PdfOptions options;
    FontSet fonts = machine_fonts(host);
    SamplePages pages{fonts};

    [[nodiscard]] auto emit() { return emit_pdf(pages.placed, document, {}, options, context); }
};

std::string file_of(const ObjectList& objects, CrossReference form = CrossReference::stream) {
    std::string bytes;
    const auto sink = memory_sink(bytes);
    REQUIRE(write_file(objects, form, 1 << 30, *sink));
    REQUIRE(sink->commit());
    return bytes;
}

bool has_object(const ObjectList& objects, std::string_view part) {
    return std::ranges::any_of(objects.objects(),
                               [&](const ListedObject& it) { return it.value.find(part) != std::string::npos; });
}

std::string content_of(const ObjectList& objects) {
    const auto found = std::ranges::find_if(
        objects.objects(), [](const ListedObject& it) { return it.plain.find(" Tf\n") != std::string::npos; });
    REQUIRE(found != objects.objects().end());
    return found->plain;
}

}  // namespace

TEST_CASE("a page becomes the same file each time, with the header and trailer PDF/A asks for") {
    World world;
    SamplePages& pages = world.pages;
    const auto document = pages.add_element(StructureType::document, -1);
    pages.add_line(
        {.text = "A page of “quotes”, offices", .element = pages.add_element(StructureType::paragraph, document)});
    const auto emitted = world.emit();
    REQUIRE(emitted);
    const std::string file = file_of(*emitted);
    CHECK(file.starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    CHECK(file.ends_with("%%EOF\n"));
    CHECK(file_of(*world.emit()) == file);
    CHECK(has_object(*emitted, "/S/P"));
    CHECK(has_object(*emitted, "/MarkInfo<</Marked true>>"));
    CHECK(has_object(*emitted, "/GTS_PDFA1"));
    CHECK(content_of(*emitted).starts_with("BT\n/P<</MCID 0>>BDC\n"));
}

TEST_CASE("a file is read back object by object, however its objects are put together") {
    World world;
    SamplePages& pages = world.pages;
    const auto document = pages.add_element(StructureType::document, -1);
    constexpr std::size_t lines = 600;  // more than one object stream holds
    for (std::size_t i = 0; i < lines; ++i) {
        pages.add_line({.text = "line", .element = pages.add_element(StructureType::paragraph, document)});
    }
    for (const Level level : {Level::normal, Level::fast, Level::none}) {
        world.options.level = level;
        const auto emitted = world.emit();
        REQUIRE(emitted);
        const std::string packed = file_of(*emitted), plain = file_of(*emitted, CrossReference::table);
        CHECK((packed.find("/ObjStm") != std::string::npos && plain.find("/ObjStm") == std::string::npos));
        CHECK(packed.size() < plain.size());
        const auto from_packed = read_pdf("packed", packed), from_plain = read_pdf("plain", plain);
        REQUIRE(from_packed);
        REQUIRE(from_plain);
        CHECK(from_packed->warnings.empty());
        CHECK(from_packed->catalog == emitted->catalog);
        CHECK(from_packed->information == emitted->information_number());
        CHECK(from_packed->has_identifier);
        REQUIRE(from_plain->objects.size() >= emitted->objects().size());
        for (std::size_t i = 0; i < emitted->objects().size(); ++i) {
            CHECK(from_packed->objects[i].value == from_plain->objects[i].value);
            CHECK(from_packed->objects[i].stored == emitted->objects()[i].stored());
        }
    }
}

TEST_CASE("the identifier comes from the content") {
    const auto identifier = [](const std::string& text) {
        World world;
        world.pages.add_line({.text = text, .element = world.pages.add_element(StructureType::document, -1)});
        return world.emit()->identifier;
    };
    CHECK(identifier("one") == identifier("one"));
    CHECK(identifier("one") != identifier("two"));
}

TEST_CASE("heading levels begin at one and skip none") {
    World world;
    SamplePages& pages = world.pages;
    const auto document = pages.add_element(StructureType::document, -1);
    for (const auto type : {StructureType::heading_3, StructureType::heading_5, StructureType::heading_3}) {
        pages.add_line({.text = "Crosshead", .element = pages.add_element(type, document)});
    }
    const auto emitted = world.emit();
    REQUIRE(emitted);
    CHECK(std::ranges::count_if(emitted->objects(), [](const ListedObject& it) {
              return it.value.find("/S/H1") != std::string::npos;
          }) == 2);
    CHECK(has_object(*emitted, "/S/H2"));
    CHECK_FALSE(has_object(*emitted, "/S/H3"));
}

TEST_CASE("glyph 0 is refused with the character's name") {
    World world;
    SamplePages& pages = world.pages;
    auto& item = pages.add_line({.text = "abc", .element = pages.add_element(StructureType::document, -1)});
    std::get<GlyphRun>(item.what).glyphs[1].glyph = 0;
    const auto emitted = world.emit();
    REQUIRE_FALSE(emitted);
    CHECK(emitted.error().code == "pdf.notdef-glyph");
    CHECK(emitted.error().message.find("'b'") != std::string::npos);
}

TEST_CASE("a broken word is whole in ActualText, artifacts are marked, nothing is left open") {
    World world;
    SamplePages& pages = world.pages;
    const auto paragraph = pages.add_element(StructureType::paragraph, pages.add_element(StructureType::document, -1));
    pages.add_line({.text = "a nego-", .element = paragraph}).actual_text = "negotiation";
    pages.add_line({.text = "tiation", .element = paragraph, .baseline = 680}).actual_text = "negotiation";
    pages.add_line({.text = "goes on", .element = paragraph, .baseline = 660});
    pages.add_line({.text = "1", .baseline = 40}).artifact = ArtifactKind::pagination_footer;
    const auto emitted = world.emit();
    REQUIRE(emitted);
    const std::string content = content_of(*emitted);
    const auto count = [&](std::string_view part) {
        std::size_t found = 0;
        for (std::size_t at = content.find(part); at != std::string::npos; at = content.find(part, at + 1)) {
            ++found;
        }
        return found;
    };
    // A sequence of its own: readers exist that lose what follows one inside another.
    CHECK(count("/Span<</MCID 0/ActualText(negotiation)>>BDC") == 1);
    CHECK(count("/P<</MCID 1>>BDC") == 1);
    CHECK(count("/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC") == 1);
    CHECK(count("BDC\n") == count("EMC\n"));
    CHECK(count("BT\n") == count("ET\n"));
}

TEST_CASE("files are attached with what PDF/A-3 wants to know about them") {
    World world;
    SamplePages& pages = world.pages;
    pages.add_line({.text = "text", .element = pages.add_element(StructureType::document, -1)});
    std::vector<AttachedFile> files{{.name = "story.txt",
                                     .media_type = "text/plain",
                                     .relationship = "Source",
                                     .description = "d",
                                     .bytes = "hello"}};
    const auto emitted = emit_pdf(pages.placed, world.document, files, world.options, world.context);
    REQUIRE(emitted);
    CHECK(has_object(*emitted, "/AFRelationship/Source"));
    CHECK(has_object(
        *emitted,
        "/Subtype/text#2Fplain/Params<</Size 5/CheckSum<5D41402ABC4B2A76B9719D911017C592>/ModDate(D:20260102000000Z)>>"));
    CHECK(has_object(*emitted, "/AF["));
    CHECK(has_object(*emitted, "/EmbeddedFiles<</Names[(story.txt)"));
}

TEST_CASE("plain PDF claims no standard") {
    World world;
    world.options.standard = Standard::plain;
    SamplePages& pages = world.pages;
    pages.add_line({.text = "text", .element = pages.add_element(StructureType::document, -1)});
    const auto emitted = world.emit();
    REQUIRE(emitted);
    CHECK(std::ranges::none_of(emitted->objects(),
                               [](const ListedObject& it) { return it.plain.find("pdfaid") != std::string::npos; }));
    CHECK_FALSE(has_object(*emitted, "/OutputIntents"));
}
