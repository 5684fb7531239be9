#include "converters/pdf/check/object_checks.h"
#include "converters/pdf/emit/emit_pdf.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/registry.h"
#include "tests/unit/pdf/sample_pages.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace galley;
using namespace galley::pdf;
using galley::pdf::testing::SamplePages;

namespace {

/// A sound file with a heading, a paragraph, a list, a table, a note, a link and an attachment, to be spoilt one way at
/// a time.
ObjectList sound_file(Standard standard = Standard::a_3a) {
    MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    host.fonts = system_host(host.now())->font_folders();
    const Registry registry;
    Context context{registry, host};
    const auto fonts = FontSet::load(host);
    REQUIRE(fonts);
    SamplePages pages(*fonts);
    const auto add = [&](StructureType type, std::int32_t parent, const char* text = nullptr) {
        const auto element = pages.add_element(type, parent);
        if (text != nullptr) {
            pages.add_line({.text = text, .element = element});
        }
        return element;
    };
    const auto document = add(StructureType::document, -1);
    add(StructureType::heading_1, document, "Headline");
    const auto paragraph = add(StructureType::paragraph, document, "Text with an office");
    const auto link = add(StructureType::link, paragraph, "a link");
    pages.placed.pages[0].items.push_back(
        {.what = PlacedLink{60, 690, 50, 12, "https://example.org/é", "a link"}, .element = link, .actual_text = {}});
    const auto item = add(StructureType::list_item, add(StructureType::list, document));
    add(StructureType::label, item, "1");
    add(StructureType::list_body, item, "first");
    const auto row = add(StructureType::table_row, add(StructureType::table, document));
    add(StructureType::table_header, row, "head");
    add(StructureType::table_cell, row, "cell");
    add(StructureType::note, document, "note");
    pages.add_line({.text = "1"}).artifact = ArtifactKind::pagination_footer;
    PdfOptions options;
    options.standard = standard;
    std::vector<AttachedFile> files;
    if (standard != Standard::a_2a) {
        files.push_back({.name = "story.txt",
                         .media_type = "text/plain",
                         .relationship = "Source",
                         .description = "d",
                         .bytes = "hello"});
    }
    auto emitted = emit_pdf(pages.placed, Document{}, std::move(files), options, context);
    REQUIRE(emitted);
    return std::move(*emitted);
}

/// Replaces `old` by `fresh` wherever it stands, in values and in streams.
void spoil(ObjectList& objects, const std::string& old, const std::string& fresh) {
    bool any = false;
    const auto replace = [&](std::string& text) {
        for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + fresh.size())) {
            text.replace(at, old.size(), fresh);
            any = true;
        }
    };
    for (ListedObject& object : objects.objects()) {
        replace(object.value);
        if (object.is_stream) {
            replace(object.plain);
        }
    }
    INFO("nothing to spoil: " << old);
    REQUIRE(any);
}

std::string broken_by(const std::string& old, const std::string& fresh) {
    ObjectList objects = sound_file();
    spoil(objects, old, fresh);
    const auto checked = check_objects(objects, Standard::a_3a);
    if (checked) {
        return "nothing";
    }
    CHECK(checked.error().code == "pdf.broken-rule");
    CHECK(checked.error().cause == Cause::self_check);
    return checked.error().message;
}

using Catch::Matchers::Contains;

}  // namespace

TEST_CASE("a sound file breaks no rule, in any standard") {
    for (const Standard standard : {Standard::a_3a, Standard::a_3u, Standard::a_2a, Standard::plain}) {
        const auto checked = check_objects(sound_file(standard), standard);
        INFO((checked ? "" : checked.error().message));
        CHECK(checked.has_value());
    }
}

TEST_CASE("the document's own rules") {
    CHECK_THAT(broken_by("/Marked true", "/Marked false"), Contains("6.7.2.2"));
    CHECK_THAT(broken_by("/DisplayDocTitle true", "/DisplayDocTitle false"), Contains("14289-1, 7.1"));
    CHECK_THAT(broken_by("/Lang(en)", "/Lang(e_n)"), Contains("6.7.4"));
    CHECK_THAT(broken_by("/GTS_PDFA1", "/GTS_PDFX"), Contains("6.2.3"));
    CHECK_THAT(broken_by("/MediaBox[0 0 595.28", "/MediaBox[0 0 2"), Contains("6.1.13"));
    CHECK_THAT(broken_by("/StructParents 0", "/StructParents 7"), Contains("14.7.4.4"));
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/OpenAction[]"), Contains("OpenAction"));
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/AA<<>>"), Contains("6.5.2"));
}

TEST_CASE("links") {
    CHECK_THAT(broken_by("/F 4", "/F 2"), Contains("6.3.2"));
    CHECK_THAT(broken_by("/Contents(a link)", "/Contents()"), Contains("7.18.5"));
    CHECK_THAT(broken_by("/Tabs/S", "/Tabs/R"), Contains("7.18.3"));
    CHECK_THAT(broken_by("/S/URI", "/S/Launch"), Contains("6.5.1"));
    CHECK_THAT(broken_by("/S/Link", "/S/Span"), Contains("7.18.5"));
}

TEST_CASE("attached files") {
    CHECK_THAT(broken_by("/AFRelationship/Source", ""), Contains("6.8"));
    CHECK_THAT(broken_by("/UF(story.txt)", ""), Contains("6.8"));
    CHECK_THAT(broken_by("/Subtype/text#2Fplain", "/Subtype/text"), Contains("6.8"));
    CHECK_THAT(broken_by("/Size 5", "/Size 6"), Contains("7.11.4"));
    CHECK_THAT(broken_by("/AF[", "/AX["), Contains("6.8"));
}

TEST_CASE("fonts") {
    CHECK_THAT(broken_by("/CIDToGIDMap/Identity", ""), Contains("6.2.11.3.2"));
    CHECK_THAT(broken_by("/FontFile2", "/FontFileX"), Contains("6.2.11.4.1"));
    CHECK_THAT(broken_by("/W[1[", "/W[1[9"), Contains("6.2.11.5"));
    CHECK_THAT(broken_by("beginbfrange<0001>", "beginbfrange<0FF1>"), Contains("6.2.11.7.2"));
    CHECK_THAT(broken_by("/Identity-H", "/Identity-V"), Contains("6.2.11.3"));
}

TEST_CASE("content is tagged or an artifact, and the tree knows it") {
    CHECK_THAT(broken_by("/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC", "/Other<<>>BDC"),
               Contains("14289-1, 7.1"));
    CHECK_THAT(broken_by("/P<</MCID 1>>", "/P<</MCID 0>>"), Contains("14289-1, 7.1"));
    CHECK_THAT(broken_by("ET\n", ""), Contains("9.4.1"));
    CHECK_THAT(broken_by(" Td\n", " Xx\n"), Contains("6.2.2"));
    CHECK_THAT(broken_by("/F0 10 Tf", "/F9 10 Tf"), Contains("6.2.2"));
    CHECK_THAT(broken_by(std::string("[(\0\1", 4), std::string("[(\0\0", 4)), Contains("6.2.11.8"));
}

TEST_CASE("the structure tree") {
    CHECK_THAT(broken_by("/S/H1", "/S/H2"), Contains("7.4.2"));
    CHECK_THAT(broken_by("/S/P/", "/S/Para/"), Contains("7.1"));
    CHECK_THAT(broken_by("/S/LI/", "/S/P/"), Contains("7.2"));
    CHECK_THAT(broken_by("/S/TR/", "/S/P/"), Contains("7.2"));
    CHECK_THAT(broken_by("/Scope/Column", ""), Contains("7.5"));
    CHECK_THAT(broken_by("/ID(note-", "/IX(note-"), Contains("7.9"));
    CHECK_THAT(broken_by("/S/Note", "/S/Figure"), Contains("7.3"));
}

TEST_CASE("metadata") {
    CHECK_THAT(broken_by("<pdfaid:part>3", "<pdfaid:part>1"), Contains("6.6.4"));
    CHECK_THAT(broken_by("<pdfuaid:part>1", "<pdfuaid:part>2"), Contains("14289-1, 5"));
    CHECK_THAT(broken_by("<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>x"), Contains("6.6.2.3"));
    CHECK_THAT(broken_by("/Title(Untitled)", "/Title(Other)"), Contains("6.6.3"));
    CHECK_THAT(broken_by("D:20260102000000Z)/ModDate", "D:20250102000000Z)/ModDate"), Contains("6.6.3"));
}

TEST_CASE("values") {
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/X 99999999999"), Contains("6.1.13"));
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/X(" + std::string(40'000, 'x') + ")"), Contains("6.1.13"));
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/X<123>"), Contains("6.1.6"));
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/" + std::string(200, 'n') + " 1"), Contains("6.1.13"));
    CHECK_THAT(broken_by("/Filter/FlateDecode", "/Filter/LZWDecode"), Contains("6.1.7.2"));
    CHECK_THAT(broken_by("/Type/Catalog", "/Type/Catalog/X["), Contains("7.3"));
}
