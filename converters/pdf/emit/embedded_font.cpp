#include "converters/pdf/emit/embedded_font.h"

#include "converters/pdf/deflate/literal_code.h"
#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/emit/program_code.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace galley::pdf {

namespace {

// ISO 32000-1, 9.8.2. Fonts addressed by glyph are symbolic, whatever they hold.
constexpr std::int32_t fixed_pitch_flag = 1, symbolic_flag = 4, italic_flag = 64;

// ISO 32000-1, 9.10.3. A range stays within codes of one first byte.
constexpr std::size_t codes_a_range = 256;
constexpr std::string_view cmap_head =
    "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
    "/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n";
constexpr std::string_view cmap_tail = "endcmap CMapName currentdict/CMap defineresource pop end end";

/// Adds a stream of a font, packed by `code`, unless there is none. Little repeats in these, and nearly all of that is
/// found by the fast way, too: the thorough one would take twice the time for a fiftieth of the size.
Result<std::uint32_t> add_packed(std::string_view entries, std::string bytes, const LiteralCode* code,
                                 ObjectList& objects) {
    if (objects.level() == Level::none) {
        return objects.add_stream(entries, std::move(bytes));
    }
    if (code != nullptr) {
        std::string packed = code->pack(bytes);
        return objects.add_packed_stream(entries, std::move(bytes), std::move(packed));
    }
    GALLEY_TRY(std::string packed, deflate(bytes, Level::fast));
    return objects.add_packed_stream(entries, std::move(bytes), std::move(packed));
}

}  // namespace

EmbeddedFont::EmbeddedFont(const Face& face) : face_(face) {}

std::int32_t EmbeddedFont::scaled(std::int64_t units) const {
    const std::int64_t em = std::max<std::int64_t>(face_.metrics().units_per_em, 1);
    const std::int64_t twice = units * 2000;
    return static_cast<std::int32_t>((twice >= 0 ? twice + em : twice - em) / (2 * em));
}

EmbeddedFont::Code EmbeddedFont::made_code(std::uint32_t glyph, char32_t character, std::uint16_t cid) {
    Code code{
        .glyph = glyph, .character = cid == 0 ? Code::none : character, .width = cid == 0 ? 0 : width(cid), .cid = cid};
    for (const char byte : {static_cast<char>(cid >> 8), static_cast<char>(cid & 0xFF)}) {
        if (is_escaped(byte)) {
            code.literal[code.literal_size++] = '\\';
        }
        code.literal[code.literal_size++] = byte == '\r' ? 'r' : byte;
    }
    return code;
}

void EmbeddedFont::measure_up_to(std::uint16_t cid) {
    constexpr std::size_t usual_glyphs = 128;
    widths_.reserve(usual_glyphs);
    for (std::size_t next = widths_.size(); next < cid; ++next) {
        const std::uint32_t glyph = cids.entries()[next].glyph;
        widths_.push_back(scaled(CidMap::is_spacer(glyph) ? CidMap::spacer_width(glyph, face_.metrics().units_per_em)
                                                          : face_.advance(glyph)));
    }
}

Result<std::uint32_t> EmbeddedFont::write(ObjectList& objects) {
    const std::string name = subset_name();
    GALLEY_TRY(const std::uint32_t program, write_program(objects));
    const std::uint32_t font_descriptor = objects.add(descriptor(name, program));

    const bool is_glyf = face_.outlines() == Outlines::glyf;
    constexpr std::size_t usual_size = 320;
    const std::string all_widths = widths();
    std::string descendant;
    descendant.reserve(usual_size + all_widths.size());
    descendant += "<</Type/Font/Subtype";
    descendant += is_glyf ? "/CIDFontType2" : "/CIDFontType0";
    descendant += "/BaseFont";
    append_name(name, descendant);
    descendant += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
    append_reference(font_descriptor, descendant);
    if (is_glyf) {
        descendant += "/CIDToGIDMap/Identity";
    }  // ISO 19005-3, 6.2.11.3.2
    descendant += all_widths;
    descendant += ">>";

    GALLEY_TRY(const std::uint32_t unicode, write_to_unicode(objects));
    std::string font;
    font.reserve(usual_size + descendant.size());
    font += "<</Type/Font/Subtype/Type0/BaseFont";
    append_name(is_glyf ? name : name + "-Identity-H", font);  // ISO 32000-1, table 121
    font += "/Encoding/Identity-H/DescendantFonts[";
    font += descendant;
    font += "]/ToUnicode ";
    append_reference(unicode, font);
    font += ">>";
    return objects.add(std::move(font));
}

Result<std::uint32_t> EmbeddedFont::write_program(ObjectList& objects) const {
    std::vector<std::uint32_t> glyphs;
    glyphs.reserve(cids.entries().size());
    for (const CidMap::Entry& entry : cids.entries()) {
        glyphs.push_back(entry.glyph);
    }
    ProgramCode* const code = objects.level() == Level::fast ? ProgramCode::of(face_) : nullptr;
    GALLEY_TRY(FontProgram program, subset_program(face_, glyphs));
    const bool is_glyf = face_.outlines() == Outlines::glyf;
    std::string entries = "/Subtype/CIDFontType0C";
    if (is_glyf) {
        append_integer(static_cast<std::int64_t>(program.bytes.size()), entries = "/Length1 ");
    }
    if (code != nullptr) {
        std::string packed = code->pack(program);
        return objects.add_packed_stream(entries, std::move(program.bytes), std::move(packed));
    }
    if (objects.level() == Level::normal && !is_glyf) {
        // In charstrings repeats save a twelfth, and finding them takes thirteen times as long; in glyf tables they
        // save a fifth.
        constexpr std::size_t sample_size = 16'384;
        const LiteralCode sampled(std::string_view{program.bytes}.substr(0, sample_size));
        return add_packed(entries, std::move(program.bytes), &sampled, objects);
    }
    return add_packed(entries, std::move(program.bytes), nullptr, objects);
}

/// These maps are short, and alike but for the digits.
Result<std::uint32_t> EmbeddedFont::write_to_unicode(ObjectList& objects) const {
    std::string map = to_unicode();
    if (objects.level() != Level::fast) {
        return add_packed("", std::move(map), nullptr, objects);
    }
    static const LiteralCode code{
        std::string{cmap_head}.append(cmap_tail).append("<><><><><><><><><><><><><><><><>0000000000000000000000000000"
                                                        "0000000000006666666677777722223333444455551189ABCDEF")};
    static const PackedBits head = code.bits(cmap_head), tail = code.bits(cmap_tail);
    const std::array known{
        LiteralCode::Known{.begin = 0, .size = cmap_head.size(), .bits = &head},
        LiteralCode::Known{.begin = map.size() - cmap_tail.size(), .size = cmap_tail.size(), .bits = &tail}};
    std::string packed = code.pack(map, known);
    return objects.add_packed_stream("", std::move(map), std::move(packed));
}

std::string EmbeddedFont::descriptor(const std::string& name, std::uint32_t program) const {
    const FaceMetrics& metrics = face_.metrics();
    constexpr std::size_t usual_size = 256;
    std::string text;
    text.reserve(usual_size);
    text += "<</Type/FontDescriptor/FontName";
    append_name(name, text);
    const auto entry = [&](std::string_view key, std::int64_t value) {
        text += key;
        text += ' ';
        append_integer(value, text);
    };
    entry("/Flags",
          symbolic_flag | (metrics.fixed_pitch ? fixed_pitch_flag : 0) | (metrics.italic_angle != 0 ? italic_flag : 0));
    text += "/FontBBox[";
    for (const std::int16_t edge : {metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max}) {
        append_integer(scaled(edge), text);
        text += ' ';
    }
    text.back() = ']';
    text += "/ItalicAngle ";
    append_real(metrics.italic_angle, 2, text);
    entry("/Ascent", scaled(metrics.ascent));
    entry("/Descent", scaled(metrics.descent));
    entry("/CapHeight", scaled(metrics.cap_height));
    entry("/StemV", metrics.stem_width);
    text += face_.outlines() == Outlines::glyf ? "/FontFile2 " : "/FontFile3 ";
    append_reference(program, text);
    return std::move(text += ">>");
}

std::string EmbeddedFont::use() const {
    std::string all = face_.postscript_name();
    for (const CidMap::Entry& entry : cids.entries()) {
        append_integer(entry.glyph, all += ' ');
        if (entry.code != 0) {
            utf8::append(entry.code, all += '=');
        } else {
            (all += '=') += cids.texts()[entry.text];
        }
    }
    return all;
}

/// ISO 32000-1, 9.6.4: a tag of six capitals, here from what the subset holds, before the font's own name.
std::string EmbeddedFont::subset_name() const {
    std::uint64_t hash = 0xCBF29CE484222325u;  // FNV-1a
    for (const CidMap::Entry& entry : cids.entries()) {
        hash = (hash ^ entry.glyph) * 0x100000001B3u;
    }
    std::string name;
    for (int i = 0; i < 6; ++i, hash /= 26) {
        name += static_cast<char>('A' + hash % 26);
    }
    constexpr std::size_t longest = 100;  // leaves room for the tag and "-Identity-H" within 127 bytes
    return name + '+' + face_.postscript_name().substr(0, longest);
}

std::string EmbeddedFont::widths() {
    if (cids.entries().empty()) {
        return {};
    }
    measure_up_to(static_cast<std::uint16_t>(cids.entries().size()));
    constexpr std::string_view head = "/W[1[", tail = "]]";
    constexpr std::size_t most_bytes = 12;  // of a width, and a space
    std::string text;
    text.resize_and_overwrite(head.size() + widths_.size() * most_bytes + tail.size(),
                              [&](char* const begin, std::size_t) {
                                  char* to = std::ranges::copy(head, begin).out;
                                  for (const std::int32_t value : widths_) {
                                      to = std::to_chars(to, to + most_bytes, value).ptr;
                                      *to++ = ' ';
                                  }
                                  to = std::ranges::copy(tail, to - 1).out;  // over the last space
                                  return static_cast<std::size_t>(to - begin);
                              });
    return text;
}

std::string EmbeddedFont::to_unicode() const {
    constexpr std::size_t bytes_an_entry = 7;
    const auto& entries = cids.entries();
    std::string text;
    text.reserve(cmap_head.size() + cmap_tail.size() + entries.size() * bytes_an_entry + 64);
    text += cmap_head;
    for (std::size_t first = 1; first <= entries.size(); first = (first / codes_a_range + 1) * codes_a_range) {
        const std::size_t last = std::min((first / codes_a_range + 1) * codes_a_range - 1, entries.size());
        append_utf16_hex(static_cast<char32_t>(first), text += "1 beginbfrange<");
        append_utf16_hex(static_cast<char32_t>(last), text += "><");
        text += ">[";
        for (std::size_t cid = first; cid <= last; ++cid) {
            text += '<';
            append_text_of(entries[cid - 1], text);
            text += '>';
        }
        text += "]endbfrange\n";
    }
    text += cmap_tail;
    return text;
}

void EmbeddedFont::append_text_of(const CidMap::Entry& entry, std::string& to) const {
    if (entry.code != 0) {
        append_utf16_hex(entry.code, to);
        return;
    }
    const std::string& cluster = cids.texts()[entry.text];
    for (std::size_t at = 0; at < cluster.size();) {
        const auto [code, size] = utf8::at(cluster, at);
        append_utf16_hex(code, to);
        at += size;
    }
}

}  // namespace galley::pdf
