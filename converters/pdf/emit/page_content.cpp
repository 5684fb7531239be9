#include "converters/pdf/emit/page_content.h"

#include "converters/pdf/emit/glyph_string.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/overloaded.h"
#include "galley/try.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace galley::pdf {

namespace {

constexpr int position_decimals = 2;    // hundredths of a point: a seventh of a printer's dot at 2400 dpi
constexpr int colour_decimals = 3;

void note(std::uint32_t number, std::vector<std::uint32_t>& in) {
    const auto place = std::ranges::lower_bound(in, number);
    if (place == in.end() || *place != number) { in.insert(place, number); }
}

std::int64_t hundredths(float points) { return std::llround(static_cast<double>(points) * 100); }

class ContentWriter {
public:
    ContentWriter(std::uint32_t page, std::span<EmbeddedFont> fonts, StructureTree& structure)
        : page_(page), fonts_(fonts), structure_(structure) {}

    Result<PageContent> write(const PlacedPage& page) {
        for (const PlacedItem& item : page.items) {
            GALLEY_CHECK(std::visit(Overloaded{[&](const GlyphRun& run) { return run.glyphs.empty() ? Result<>{} : write_run(item, run); },
                                               [&](const PlacedRectangle& rectangle) { return write_rectangle(item, rectangle); },
                                               [&](const PlacedImage& image) { return write_image(item, image); },
                                               [&](const PlacedLink&) {
                                                   made_.links.push_back(&item);
                                                   return Result<>{};
                                               }},
                                    item.what));
        }
        close_sequence();
        return std::move(made_);
    }

private:
    std::string& out() { return made_.operators; }

    Result<> write_run(const PlacedItem& item, const GlyphRun& run) {
        enter(item);
        open_text();
        set_colour(run.colour);
        set_font(run);
        append_fixed(hundredths(run.x) - line_x_, position_decimals, out());
        out() += ' ';
        append_fixed(hundredths(run.baseline) - line_y_, position_decimals, out());
        out() += " Td\n";
        line_x_ = hundredths(run.x);
        line_y_ = hundredths(run.baseline);
        return append_glyphs(run, fonts_[run.face], out());
    }

    Result<> write_rectangle(const PlacedItem& item, const PlacedRectangle& rectangle) {
        enter(item);
        close_text();
        set_colour(rectangle.colour);
        for (const float value : {rectangle.x, rectangle.y, rectangle.width, rectangle.height}) {
            append_fixed(hundredths(value), position_decimals, out());
            out() += ' ';
        }
        out() += "re f\n";
        return {};
    }

    Result<> write_image(const PlacedItem& item, const PlacedImage& image) {
        enter(item);
        close_text();
        note(image.resource, made_.pictures);
        if (item.element >= 0) {
            structure_.set_box(item.element, {image.x, image.y, image.x + image.width, image.y + image.height});
        }
        out() += "q ";
        append_fixed(hundredths(image.width), position_decimals, out());
        out() += " 0 0 ";
        append_fixed(hundredths(image.height), position_decimals, out());
        for (const float value : {image.x, image.y}) {
            out() += ' ';
            append_fixed(hundredths(value), position_decimals, out());
        }
        append_integer(image.resource, out() += " cm /I");
        out() += " Do Q\n";
        return {};
    }

    /// Makes sure that the marked-content sequence that `item` belongs to is the open one. Text that is replaced by another is a
    /// sequence of its own and not one inside its element's, because readers exist that lose what follows an inner one.
    void enter(const PlacedItem& item) {
        const bool is_same = is_open_ && item.element == element_ &&
                             (item.element >= 0 ? item.actual_text == actual_text_ : item.artifact == artifact_);
        if (is_same) { return; }
        close_sequence();
        element_ = item.element;
        artifact_ = item.artifact;
        actual_text_ = item.actual_text;
        is_open_ = true;
        if (element_ >= 0) { begin_element(); } else { begin_artifact(); }
    }

    /// The tag of a sequence need not be its element's type (ISO 32000-1, 14.7.4.2); replacing text is a property of a Span
    /// (14.9.4).
    void begin_element() {
        out() += '/';
        out() += actual_text_ ? "Span" : name_of(structure_.type(element_));
        append_integer(structure_.mark(page_, element_), out() += "<</MCID ");
        if (actual_text_) { append_text_string(*actual_text_, out() += "/ActualText"); }
        out() += ">>BDC\n";
    }

    /// ISO 32000-1, 14.8.2.2.2.
    void begin_artifact() {
        switch (artifact_) {
            case ArtifactKind::pagination_header: out() += "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"; break;
            case ArtifactKind::pagination_footer: out() += "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"; break;
            case ArtifactKind::layout: out() += "/Artifact<</Type/Layout>>BDC\n"; break;
        }
    }

    void close_sequence() {
        if (!is_open_) { return; }
        close_text();
        out() += "EMC\n";
        is_open_ = false;
    }

    void open_text() {
        if (in_text_) { return; }
        out() += "BT\n";
        in_text_ = true;
        line_x_ = line_y_ = 0;
    }

    void close_text() {
        if (!in_text_) { return; }
        out() += "ET\n";
        in_text_ = false;
    }

    /// Black and greys in DeviceGray, the rest in DeviceRGB; the output intent says which ones these are.
    void set_colour(const Colour& colour) {
        if (colour == colour_) { return; }
        colour_ = colour;
        append_real(static_cast<double>(colour.red), colour_decimals, out());
        if (colour.red == colour.green && colour.green == colour.blue) {
            out() += " g\n";
            return;
        }
        append_real(static_cast<double>(colour.green), colour_decimals, out() += ' ');
        append_real(static_cast<double>(colour.blue), colour_decimals, out() += ' ');
        out() += " rg\n";
    }

    void set_font(const GlyphRun& run) {
        if (face_ == run.face && size_ == run.size) { return; }
        face_ = run.face;
        size_ = run.size;
        note(run.face, made_.faces);
        append_integer(run.face, out() += "/F");
        append_fixed(hundredths(run.size), position_decimals, out() += ' ');
        out() += " Tf\n";
    }

    std::uint32_t page_;
    std::span<EmbeddedFont> fonts_;
    StructureTree& structure_;
    PageContent made_;
    bool is_open_ = false;                  ///< a marked-content sequence is
    std::int32_t element_ = -1;
    std::optional<std::string> actual_text_;    ///< what the open sequence's text is replaced by
    ArtifactKind artifact_ = ArtifactKind::layout;
    bool in_text_ = false;
    std::int64_t line_x_ = 0;               ///< start of the current line, in hundredths of a point
    std::int64_t line_y_ = 0;
    Colour colour_;                         ///< a page begins in black (ISO 32000-1, 8.4.1)
    std::uint32_t face_ = 0;
    float size_ = 0;
};

}  // namespace

Result<PageContent> write_content(const PlacedPage& page, std::uint32_t number, std::span<EmbeddedFont> fonts,
                                  StructureTree& structure) {
    return ContentWriter(number, fonts, structure).write(page);
}

}  // namespace galley::pdf
