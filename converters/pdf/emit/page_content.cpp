#include "converters/pdf/emit/page_content.h"

#include "converters/pdf/emit/glyph_string.h"
#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/emit/text_stream.h"
#include "converters/pdf/emit/word_writer.h"
#include "galley/overloaded.h"
#include "galley/try.h"

#include <optional>
#include <vector>

namespace galley::pdf {

namespace {

constexpr int position_decimals = 2;  // hundredths of a point: a seventh of a printer's dot at 2400 dpi

std::int64_t hundredths(float points) { return nearest(static_cast<double>(points) * 100); }

/// True when both belong to one marked-content sequence.
bool belong_together(const PlacedItem& left, const PlacedItem& right) {
    return left.element == right.element &&
           (left.element >= 0 ? left.actual_text == right.actual_text : left.artifact == right.artifact);
}

class ContentWriter {
public:
    ContentWriter(std::uint32_t page, std::span<EmbeddedFont> fonts, StructureTree& structure)
        : page_(page),
          fonts_(fonts),
          structure_(structure),
          shown_(fonts, {.colour = Colour{}}),  // ISO 32000-1, 8.4.1: black
          covered_(fonts, {}),
          words_(fonts, shown_, covered_) {}

    Result<PageContent> write(const PlacedPage& page) {
        const std::span<const PlacedItem> items = page.items;
        for (std::size_t begin = 0; begin < items.size();) {
            std::size_t end = begin + 1;
            while (end < items.size() && belong_together(items[begin], items[end])) {
                ++end;
            }
            GALLEY_CHECK(write_sequence(items.subspan(begin, end - begin)));
            begin = end;
        }
        shown_.end();
        made_.operators = shown_.take();
        made_.faces = shown_.faces();
        for (const std::uint32_t face : covered_.faces()) {
            note(face, made_.faces);
        }
        return std::move(made_);
    }

private:
    /// Text that is replaced by another is a sequence of its own and not one inside its element's, because readers
    /// exist that lose what follows an inner one.
    Result<> write_sequence(std::span<const PlacedItem> items) {
        const PlacedItem& first = items.front();
        runs_.clear();
        leftward_ = false;
        is_text_ = first.element >= 0;
        for (const PlacedItem& item : items) {
            const auto* const run = std::get_if<GlyphRun>(&item.what);
            is_text_ = is_text_ && (run != nullptr || std::holds_alternative<PlacedLink>(item.what));
            if (run != nullptr && !run->glyphs.empty()) {
                leftward_ = leftward_ || run->right_to_left;
                runs_.push_back(run);
            }
        }
        // Programs exist that take a leftward word given as ActualText from its end.
        const bool is_torn = first.element >= 0 && first.actual_text && leftward_;
        is_open_ = false;
        for (std::size_t begin = 0; begin < items.size();) {
            const std::size_t end =
                std::holds_alternative<GlyphRun>(items[begin].what) && !is_torn ? end_of_line(items, begin) : begin + 1;
            GALLEY_CHECK(write_items(items.subspan(begin, end - begin), is_torn));
            begin = end;
        }
        if (is_torn) {
            open(first, false);
            GALLEY_CHECK(words_.write_torn(runs_, *first.actual_text));
        }
        close(first);
        return {};
    }

    /// The end of the runs on the line of the one at `begin`.
    static std::size_t end_of_line(std::span<const PlacedItem> items, std::size_t begin) {
        const float baseline = std::get<GlyphRun>(items[begin].what).baseline;
        std::size_t end = begin + 1;
        for (; end < items.size(); ++end) {
            const auto* const run = std::get_if<GlyphRun>(&items[end].what);
            if (run == nullptr || run->baseline != baseline) {
                break;
            }
        }
        return end;
    }

    Result<> write_items(std::span<const PlacedItem> items, bool is_torn) {
        return std::visit(
            Overloaded{[&](const GlyphRun&) { return is_torn ? Result<>{} : write_line(items); },
                       [&](const PlacedRectangle& rectangle) { return write_rectangle(items.front(), rectangle); },
                       [&](const PlacedImage& image) { return write_image(items.front(), image); },
                       [&](const PlacedLink&) {
                           made_.links.push_back(&items.front());
                           return Result<>{};
                       }},
            items.front().what);
    }

    Result<> write_line(std::span<const PlacedItem> items) {
        line_.clear();
        bool is_plain_line = !leftward_;
        for (const PlacedItem& item : items) {
            const auto& run = std::get<GlyphRun>(item.what);
            if (run.glyphs.empty()) {
                continue;
            }
            line_.push_back(&run);
            is_plain_line = is_plain_line && is_plain(run);
        }
        if (line_.empty()) {
            return {};
        }
        open(items.front(), items.front().actual_text.has_value());
        if (!is_plain_line && !items.front().actual_text) {
            return words_.write_line(line_, leftward_);
        }
        const auto show = is_plain_line ? show_plain_run : show_run;
        for (const GlyphRun* const run : line_) {
            GALLEY_CHECK(show(*run, fonts_[run->face], shown_));
        }
        return {};
    }

    Result<> write_rectangle(const PlacedItem& item, const PlacedRectangle& rectangle) {
        open(item, item.actual_text.has_value());
        shown_.end();
        shown_.set_colour(rectangle.colour);
        for (const float value : {rectangle.x, rectangle.y, rectangle.width, rectangle.height}) {
            append_fixed(hundredths(value), position_decimals, out());
            out() += ' ';
        }
        out() += "re f\n";
        return {};
    }

    Result<> write_image(const PlacedItem& item, const PlacedImage& image) {
        open(item, item.actual_text.has_value());
        shown_.end();
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

    /// Begins the sequence that `item` belongs to, unless it has begun. The tag need not be the element's type (ISO
    /// 32000-1, 14.7.4.2): text that is turned round says so (14.8.2.3.3), and replacing text is a property of a Span
    /// (14.9.4).
    void open(const PlacedItem& item, bool replaced) {
        if (is_open_) {
            return;
        }
        is_open_ = true;
        if (is_text_) {
            shown_.begin();
        } else {
            shown_.end();
        }
        if (item.element < 0) {
            return begin_artifact(item.artifact);
        }
        out() += '/';
        out() += replaced ? "Span" : leftward_ ? "ReversedChars" : name_of(structure_.type(item.element));
        append_integer(structure_.mark(page_, item.element), out() += "<</MCID ");
        if (replaced) {
            append_text_string(*item.actual_text, out() += "/ActualText");
        }
        out() += ">>BDC\n";
    }

    /// ISO 32000-1, 14.8.2.2.2.
    void begin_artifact(ArtifactKind kind) {
        switch (kind) {
            case ArtifactKind::pagination_header:
                out() += "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n";
                break;
            case ArtifactKind::pagination_footer:
                out() += "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n";
                break;
            case ArtifactKind::layout: out() += "/Artifact<</Type/Layout>>BDC\n"; break;
        }
    }

    /// Ends the sequence; what is seen of it but read elsewhere becomes one without text.
    void close(const PlacedItem& item) {
        if (!is_open_) {
            return;
        }
        if (is_text_) {
            shown_.pause();
        } else {
            shown_.end();
        }
        covered_.end();
        const std::string covered = covered_.take();
        const bool is_artifact = item.element < 0;
        if (!is_artifact) {
            out() += "EMC\n";
        }
        if (!covered.empty()) {
            if (!is_artifact) {
                shown_.end();
            }
            out() += "/Span<<";
            if (!is_artifact) {
                append_integer(structure_.mark(page_, item.element), out() += "/MCID ");
            }
            out() += "/ActualText()>>BDC\n";
            out() += covered;
            out() += "EMC\n";
            shown_.assume(covered_.state());
            covered_.assume({});
        }
        if (is_artifact) {
            out() += "EMC\n";
        }
    }

    std::string& out() { return shown_.operators(); }

    std::uint32_t page_;
    std::span<EmbeddedFont> fonts_;
    StructureTree& structure_;
    PageContent made_;
    TextStream shown_;    ///< the page's content
    TextStream covered_;  ///< what the open sequence shows that is read elsewhere
    WordWriter words_;
    std::vector<const GlyphRun*> runs_;  ///< of the open sequence
    std::vector<const GlyphRun*> line_;
    bool is_open_ = false;   ///< a marked-content sequence is
    bool is_text_ = false;   ///< the sequence is an element's and shows nothing but text
    bool leftward_ = false;  ///< the sequence holds text that runs to the left
};

}  // namespace

Result<PageContent> write_content(const PlacedPage& page, std::uint32_t number, std::span<EmbeddedFont> fonts,
                                  StructureTree& structure) {
    return ContentWriter(number, fonts, structure).write(page);
}

}  // namespace galley::pdf
