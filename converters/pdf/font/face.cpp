#include "converters/pdf/font/face.h"

#include "converters/pdf/font/harfbuzz_edge.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <atomic>

namespace galley::pdf {

namespace {

constexpr std::uint32_t tag_of(const char* tag) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(tag[0])) << 24 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(tag[1])) << 16 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(tag[2])) << 8 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(tag[3]));
}

/// Big-endian numbers of a table; what lies beyond its end reads as 0.
class TableView {
public:
    explicit TableView(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::uint8_t u8(std::size_t at) const {
        return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : std::uint8_t{0};
    }
    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        return static_cast<std::uint16_t>(u8(at) << 8 | u8(at + 1));
    }
    [[nodiscard]] std::int16_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return static_cast<std::uint32_t>(u16(at)) << 16 | u16(at + 2);
    }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
};

std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> serial{0};
    return ++serial;
}

// OpenType, OS/2 fsType: exactly one of the usage bits; 2 forbids embedding, 0x200 allows bitmaps only.
constexpr std::uint16_t restricted_licence = 0x0002;
constexpr std::uint16_t bitmap_only = 0x0200;
constexpr std::uint16_t usage_bits = 0x000F;

// The usual estimate where a font does not say: light 400 gives about 80 units of 1000.
std::uint16_t stem_width_of(std::uint16_t weight) {
    const double half = weight / 65.0;
    return static_cast<std::uint16_t>(50 + half * half);
}

std::string decode_utf16(std::string_view bytes) {
    const TableView view{bytes};
    std::string utf8;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t code = view.u16(at);
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
            code = 0x10000 + ((code - 0xD800) << 10) + (view.u16(at + 2) - 0xDC00u);
            at += 2;
        }
        if ((code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) {
            code = U'\uFFFD';
        }
        utf8::append(code, utf8);
    }
    return utf8;
}

/// The Windows Unicode record of name `id`, in English where there is a choice.
std::string name_record(std::string_view table, std::uint16_t id) {
    const TableView view{table};
    const std::size_t count = view.u16(2);
    const std::size_t storage = view.u16(4);
    std::string found;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = 6 + i * 12;
        if (view.u16(record) != 3 || view.u16(record + 6) != id) {
            continue;
        }
        const std::size_t length = view.u16(record + 8);
        const std::size_t begin = storage + view.u16(record + 10);
        if (begin + length > table.size()) {
            continue;
        }
        const bool english = view.u16(record + 4) == 0x0409;
        if (found.empty() || english) {
            found = decode_utf16(table.substr(begin, length));
        }
        if (english) {
            break;
        }
    }
    return found;
}

}  // namespace

Face::Face(std::string path, std::string_view bytes, std::uint32_t index)
    : serial_(next_serial()),
      path_(std::move(path)),
      bytes_(bytes),
      index_(index),
      handles_(std::make_unique<FaceHandles>(bytes, index)) {}

Face::~Face() = default;

Result<std::unique_ptr<const Face>> Face::create(std::string path, std::string_view bytes, std::uint32_t index) {
    std::unique_ptr<Face> face{new Face(std::move(path), bytes, index)};
    GALLEY_CHECK(face->read_tables());
    return face;
}

std::string_view Face::table(const char (&tag)[5]) const { return handles_->table(tag_of(tag)); }

Result<> Face::read_tables() {
    const bool has_glyf = !table("glyf").empty() && !table("loca").empty();
    const bool has_cff = !table("CFF ").empty();
    glyph_count_ = TableView{table("maxp")}.u16(4);
    if ((!has_glyf && !has_cff) || glyph_count_ == 0 || table("cmap").empty() || table("head").size() < 54) {
        return fail({.code = "pdf.unusable-font",
                     .message = "'" + path_ + "' is no OpenType font with TrueType or CFF outlines",
                     .hints = {"choose another font"}});
    }
    const std::uint16_t usage = TableView{table("OS/2")}.u16(8);
    if ((usage & usage_bits) == restricted_licence || (usage & bitmap_only) != 0) {
        return fail({.code = "pdf.font-not-embeddable",
                     .message = "the licence bits of '" + path_ + "' forbid embedding it",
                     .hints = {"choose a font that may be embedded, for example Noto Serif"}});
    }
    outlines_ = has_glyf ? Outlines::glyf : Outlines::cff;
    has_small_caps_ = handles_->has_substitution(tag_of("smcp")) && handles_->has_substitution(tag_of("c2sc"));
    read_names();
    read_metrics();
    read_advances();
    return {};
}

void Face::read_names() {
    constexpr std::uint16_t family_id = 1, postscript_id = 6, typographic_family_id = 16;
    const std::string_view names = table("name");
    family_ = name_record(names, typographic_family_id);
    if (family_.empty()) {
        family_ = name_record(names, family_id);
    }
    postscript_name_ = name_record(names, postscript_id);
    // ISO 32000-1, 7.3.5: a name of regular characters, so that it needs no escapes anywhere.
    std::erase_if(postscript_name_,
                  [](char c) { return c <= ' ' || c >= 0x7F || std::string_view{"()<>[]{}/%#"}.contains(c); });
    if (postscript_name_.empty()) {
        postscript_name_ = "Face" + std::to_string(index_);
    }
}

void Face::read_advances() {
    const std::string_view table = this->table("hmtx");
    const std::uint32_t count = TableView{this->table("hhea")}.u16(34);
    const bool is_whole = count != 0 && count <= glyph_count_ &&
                          table.size() >= count * std::size_t{4} + (glyph_count_ - count) * std::size_t{2};
    if (is_whole && this->table("fvar").empty()) {
        advances_ = table;
        advance_count_ = count;
    }
}

void Face::read_metrics() {
    const TableView head{table("head")}, hhea{table("hhea")}, os2{table("OS/2")}, post{table("post")};
    metrics_.units_per_em = std::clamp<std::uint16_t>(head.u16(18), 16, 16384);
    metrics_.x_min = head.i16(36);
    metrics_.y_min = head.i16(38);
    metrics_.x_max = head.i16(40);
    metrics_.y_max = head.i16(42);
    metrics_.ascent = hhea.i16(4);
    metrics_.descent = hhea.i16(6);
    metrics_.weight = os2.size() > 4 ? std::clamp<std::uint16_t>(os2.u16(4), 100, 900) : std::uint16_t{400};
    metrics_.x_height = os2.i16(86);
    metrics_.cap_height = os2.i16(88);
    const int units = metrics_.units_per_em;
    if (metrics_.cap_height <= 0) {
        metrics_.cap_height = static_cast<std::int16_t>(units * 7 / 10);
    }
    if (metrics_.x_height <= 0) {
        metrics_.x_height = static_cast<std::int16_t>(units / 2);
    }
    metrics_.italic_angle = static_cast<std::int32_t>(post.u32(4)) / 65536.0;
    metrics_.underline_position = post.i16(8);
    metrics_.underline_thickness = post.i16(10);
    metrics_.fixed_pitch = post.u32(12) != 0;
    metrics_.stem_width = stem_width_of(metrics_.weight);
}

}  // namespace galley::pdf
