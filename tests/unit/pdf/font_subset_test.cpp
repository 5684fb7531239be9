#include "converters/pdf/emit/cff_reader.h"
#include "converters/pdf/emit/cff_subset.h"
#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/emit/glyf_subset.h"
#include "converters/pdf/emit/glyph_string.h"
#include "converters/pdf/emit/known_outlines.h"
#include "converters/pdf/emit/leftward.h"
#include "converters/pdf/emit/program_code.h"
#include "converters/pdf/emit/word_writer.h"
#include "tests/unit/pdf/sample_pages.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <thread>

using namespace galley;
using namespace galley::pdf;

namespace {

std::unique_ptr<Host> machine() { return system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}); }

std::vector<std::uint32_t> glyphs_of(const Face& face, std::u32string_view text) {
    std::vector<std::uint32_t> glyphs;
    for (const char32_t code : text) {
        glyphs.push_back(face.glyph(code));
    }
    return glyphs;
}

/// A face with CFF outlines, where the machine has one of these.
const Face* cff_face() {
    static std::string bytes;
    static std::unique_ptr<const Face> face;
    for (const char* const path : {"/usr/share/fonts/opentype/urw-base35/C059-Roman.otf",
                                   "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"}) {
        std::ifstream file(path, std::ios::binary);
        if (face || !file) {
            continue;
        }
        bytes.assign(std::istreambuf_iterator<char>(file), {});
        if (auto made = Face::create(path, bytes, 0)) {
            face = std::move(*made);
        }
    }
    return face.get();
}

}  // namespace

TEST_CASE("a TrueType subset has the glyphs asked for, in that order, with their widths") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    const Face& face = fonts->face({});
    const auto glyphs = glyphs_of(face, U"A\u00E9bA");
    const auto font = subset_glyf(face, glyphs);
    REQUIRE(font);
    CHECK(font->bytes.substr(0, 4) == std::string("\0\1\0\0", 4));
    CHECK(subset_glyf(face, glyphs).value().bytes == font->bytes);
    CHECK(font->bytes.size() < 4000);
    CHECK(HalfSums{font->bytes}.at(0) ==
          0xB1B0AFBA);  // OpenType, head: what checkSumAdjustment makes of the sum of all
}

TEST_CASE("outlines known from other subsets do not show in a TrueType subset") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    const Face& face = fonts->face({});
    const auto glyphs = glyphs_of(face, U"Agnostic \u00E9b");
    Result<FontProgram> fresh;
    std::thread{[&] { fresh = subset_glyf(face, glyphs); }}.join();
    REQUIRE(subset_glyf(face, glyphs_of(face, U"Vb\u00E9")));
    const auto known = subset_glyf(face, glyphs);
    REQUIRE(fresh);
    REQUIRE(known);
    CHECK(known->bytes == fresh->bytes);
    CHECK_FALSE(known->outlines.empty());
}

TEST_CASE("outlines packed before do not show in a packed program") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    for (const Face* const face : {&fonts->face({}), cff_face()}) {
        if (face == nullptr) {
            continue;
        }
        ProgramCode* const code = ProgramCode::of(*face);
        REQUIRE(code != nullptr);
        for (const std::u32string_view text : {U"Agnostic b", U"bicAA", U"Agnostic \u00E9b"}) {
            auto glyphs = glyphs_of(*face, text);
            glyphs.push_back(CidMap::spacer(500));
            const auto program = subset_program(*face, glyphs);
            REQUIRE(program);
            REQUIRE_FALSE(program->outlines.empty());
            CHECK(code->pack(*program) == code->code().pack(program->bytes));
        }
    }
}

TEST_CASE("a checksum's halves add up wherever the bytes begin") {
    const std::string bytes{"\x81\x02\xF3\x04\x05\x06\x97\x08\x09\x0A", 10};
    const auto sum_of = [](const std::string& table) {
        std::uint32_t sum = 0;
        for (std::size_t at = 0; at < table.size(); at += 4) {
            sum += FontBytes{table}.u32(at);
        }
        return sum;
    };
    CHECK(HalfSums{bytes}.at(8) == sum_of(bytes));
    CHECK(HalfSums{bytes}.at(6) == sum_of(std::string(2, '\0') + bytes));
}

TEST_CASE("a glyph that comes twice in a TrueType subset has its outline once") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    const Face& face = fonts->face({});
    const auto once = subset_glyf(face, glyphs_of(face, U"\u00E9g")),
               twice = subset_glyf(face, glyphs_of(face, U"\u00E9g\u00E9g"));
    REQUIRE(once);
    REQUIRE(twice);
    constexpr std::size_t copy = 16, metrics = 4, offset = 2, padding = 12;
    CHECK(twice->bytes.size() <= once->bytes.size() + 2 * (copy + metrics + offset) + padding);
}

TEST_CASE("a CFF subset is CID-keyed and holds the glyphs asked for") {
    const Face* const face = cff_face();
    if (face == nullptr) {
        std::cout << "SKIPPED: no font with CFF outlines on this machine" << std::endl;
        return;
    }
    auto glyphs = glyphs_of(*face, U"Affine");
    glyphs.push_back(CidMap::spacer(500));
    const auto font = subset_cff(*face, glyphs);
    REQUIRE(font);
    const FontBytes table{font->bytes};
    const CffIndex names(table, 4), tops(table, names.end());
    const CffDict top(tops[0]);
    CHECK(top.entries().front().key == CffOperator::ros);
    const auto* const outlines = top.find(CffOperator::char_strings);
    REQUIRE(outlines != nullptr);
    const CffIndex charstrings(table, static_cast<std::size_t>(outlines->numbers[1]));
    REQUIRE(charstrings.count() == glyphs.size() + 1);
    CHECK(charstrings[2] == charstrings[3]);  // both are f
    CHECK(charstrings[1].size() > 5);
    CHECK(charstrings[charstrings.count() - 1].ends_with('\x0E'));
}

TEST_CASE("a font whose licence bits forbid embedding is refused") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    const auto file = host->load(fonts->face({}).path());
    REQUIRE(file);
    std::string bytes{*file};
    const std::size_t entry = bytes.find("OS/2");
    REQUIRE(entry != std::string::npos);
    const FontBytes directory{bytes};
    bytes.replace(directory.u32(entry + 8) + 8, 2, std::string_view{"\0\x02", 2});  // fsType: restricted licence
    const auto face = Face::create("restricted.ttf", bytes, 0);
    REQUIRE_FALSE(face);
    CHECK(face.error().code == "pdf.font-not-embeddable");
}

TEST_CASE("more glyphs than a font can number are refused") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    EmbeddedFont font(fonts->face({}));
    for (std::uint32_t glyph = 1; glyph <= 65'535; ++glyph) {
        REQUIRE(font.cids.of(glyph, U'\u2603') != 0);
    }
    testing::SamplePages pages(*fonts);
    const auto& item = pages.add_line({.text = "one more"});
    TextStream to({&font, 1}, {});
    const auto done = GlyphString(std::get<GlyphRun>(item.what), font).show_cluster(0, 1, to);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "pdf.too-many-glyphs");
}

TEST_CASE("letters that run to the left are turned round with the marks among them, all else stays where it is read") {
    const auto shown = [](std::string_view word) {
        std::vector<std::u32string> texts;
        for (const Stretch& part : stretches(word)) {
            texts.push_back((part.reversed ? U"<" : U"") + part.text);
        }
        return texts;
    };
    using Texts = std::vector<std::u32string>;
    CHECK(shown("\u05D0\u05D1\u05D2") == Texts{U"<\u05D2\u05D1\u05D0"});
    CHECK(shown("\"\u05D0\u05D1\",12") == Texts{U"\"", U"<\u05D1\u05D0", U"\",12"});
    CHECK(shown("\u0645\u064F\u062D") == Texts{U"<\u062D\u064F\u0645"});
    CHECK(shown("\u0645\u062D\u064B") == Texts{U"<\u062D\u0645", U"\u064B"});
    CHECK(shown("\u0645\u06CC\u200C\u06A9") == Texts{U"<\u06A9\u200C\u06CC\u0645"});
    CHECK(shown("abc") == Texts{U"abc"});
    CHECK(shown("").empty());
    CHECK(is_leftward_letter(U'\u0645'));
    CHECK_FALSE(is_leftward_letter(U'\u064F'));
    CHECK_FALSE(is_leftward_letter(U'\u0661'));
    CHECK_FALSE(is_leftward_letter(U'a'));
}

TEST_CASE("words with marks are covered by their text, plain ones are not") {
    const auto host = machine();
    const auto fonts = FontSet::load(*host);
    REQUIRE(fonts);
    const Face* const face = fonts->fallback(U'\u05D0', "he", {});
    if (face == nullptr) {
        std::cout << "SKIPPED: no Hebrew font on this machine" << std::endl;
        return;
    }
    const auto covers = [&](const std::string& text) {
        testing::SamplePages pages(*fonts);
        const auto& item = pages.add_line({.text = text, .right_to_left = true, .script = "Hebr"}, *face);
        std::vector<EmbeddedFont> font(1, EmbeddedFont(*face));
        TextStream shown(font, {}), covered(font, {});
        const GlyphRun* const run = &std::get<GlyphRun>(item.what);
        REQUIRE(WordWriter(font, shown, covered).write_line({&run, 1}, true));
        CHECK_FALSE(shown.operators().empty());
        return !covered.operators().empty();
    };
    CHECK_FALSE(covers("\u05E9\u05DC\u05D5\u05DD"));
    CHECK(covers("\u05E9\u05DC\u05D5\u05B9\u05DD"));
    CHECK(covers("\u05E9\u05B8"));
}
