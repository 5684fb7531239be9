#include "converters/pdf/emit/glyph_string.h"

#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string>

namespace galley::pdf {

namespace {

constexpr char32_t soft_hyphen = 0xAD;

/// How many thousandths of an em a point is, at the size as Tf has it.
double thousandths(const GlyphRun& run) {
    return 100'000.0 / static_cast<double>(nearest(static_cast<double>(run.size) * 100));
}

Diagnostic notdef(const GlyphRun& run, const PlacedGlyph& glyph) {
    const std::string_view rest = run.text.substr(std::min<std::size_t>(glyph.cluster, run.text.size()));
    const std::string character{rest.empty() ? rest : rest.substr(0, utf8::at(rest, 0).size)};
    return {.cause = Cause::self_check,
            .code = "pdf.notdef-glyph",
            .message =
                "the character '" + character + "' of '" + std::string(utf8::prefix(run.text, 60)) + "' has no glyph",
            .hints = {"choose a font that has it with --option pdf.text-font"}};
}

/// The code of `glyph` standing for `text`; for nothing that is seen when that is empty.
const EmbeddedFont::Code& code_of(std::uint32_t glyph, std::string_view text, EmbeddedFont& font) {
    const auto [character, size] = text.empty() ? utf8::Character{soft_hyphen, 0} : utf8::at(text, 0);
    return size == text.size() ? font.code(glyph, character) : font.code(glyph, text);
}

/// The codes of a run that `is_plain`, as `TextStream::show_all` takes them.
class PlainCodes {
public:
    PlainCodes(const GlyphRun& run, EmbeddedFont& font, const PlacedGlyph*& refused)
        : font_(font),
          refused_(refused),
          text_(run.text),
          glyph_(run.glyphs.data()),
          last_(&run.glyphs.back()),
          scale_(thousandths(run)) {}

    TextStream::Shown next() {
        const std::size_t end = glyph_ == last_ ? text_.size() : glyph_[1].cluster;
        const EmbeddedFont::Code* code =
            end == begin_ + 1 && end <= text_.size() ? font_.known_code(glyph_->glyph, byte_at(begin_)) : nullptr;
        if (code == nullptr) {
            code = &code_of(glyph_->glyph, text_.substr(std::min(begin_, text_.size()), end - begin_), font_);
        }
        if (glyph_->glyph == 0 || code->cid == 0) {
            refused_ = glyph_;
            return {};
        }
        const std::int64_t at = nearest(pen_ * scale_);
        pen_ += static_cast<double>(glyph_->advance);
        begin_ = end;
        ++glyph_;
        return {code, at};
    }

    /// ASCII: nearly all that Latin script is. All that the loop needs is its own, by value: it writes bytes,
    /// which might be anything for all the compiler knows. By itself, so that all of it finds room in registers.
    [[gnu::noinline]] std::size_t follow(TextStream::Pen& pen, std::size_t most, char*& to) {
        if (last_->cluster > text_.size()) {
            return 0;
        }
        const EmbeddedFont& font = font_;
        const char* const text = text_.data();
        const PlacedGlyph* glyph = glyph_;
        const PlacedGlyph* const end = glyph + std::min(most, static_cast<std::size_t>(last_ - glyph));
        std::size_t begin = begin_;
        auto at = static_cast<double>(pen.at);
        char* bytes = to;
        double exact = pen_;
        const double scale = scale_;
        for (; glyph != end && glyph[1].cluster == begin + 1; ++glyph, ++begin) {
            const EmbeddedFont::Code* const code =
                font.known_code(glyph->glyph, static_cast<unsigned char>(text[begin]));
            if (code == nullptr) {
                break;
            }
            if (!TextStream::is_at_pen(exact * scale, at)) {
                pen.at = static_cast<std::int64_t>(at);
                bytes = TextStream::put_move(nearest(exact * scale), pen, bytes);
                at = static_cast<double>(pen.at);
            }
            std::memcpy(bytes, code->literal.data(), code->literal.size());
            bytes += code->literal_size;
            at += code->width;
            exact += static_cast<double>(glyph->advance);
        }
        const auto following = static_cast<std::size_t>(glyph - glyph_);
        glyph_ = glyph;
        begin_ = begin;
        to = bytes;
        pen.at = static_cast<std::int64_t>(at);
        pen_ = exact;
        return following;
    }

private:
    [[nodiscard]] unsigned char byte_at(std::size_t at) const { return static_cast<unsigned char>(text_[at]); }

    EmbeddedFont& font_;
    const PlacedGlyph*& refused_;
    std::string_view text_;
    const PlacedGlyph* glyph_;  ///< the next
    const PlacedGlyph* last_;
    double scale_;
    std::size_t begin_ = 0;  ///< of the text that the next glyph stands for
    double pen_ = 0;         ///< where the next glyph stands, in points from the run's start
};

}  // namespace

Diagnostic too_many_glyphs() {
    return {.code = "pdf.too-many-glyphs",
            .message = "the story shows more than 65,535 different glyphs of one font",
            .hints = {"split the story"}};
}

bool is_plain(const GlyphRun& run) {
    if (run.plain) {
        return true;
    }
    if (run.right_to_left) {
        return false;
    }
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const PlacedGlyph& glyph = run.glyphs[i];
        if (glyph.x_offset != 0 || glyph.y_offset != 0 || (i != 0 && glyph.cluster <= run.glyphs[i - 1].cluster)) {
            return false;
        }
    }
    return true;
}

Result<> show_run(const GlyphRun& run, EmbeddedFont& font, TextStream& to) {
    if (is_plain(run)) {
        return show_plain_run(run, font, to);
    }
    GlyphString string(run, font);
    for (std::size_t begin = 0; begin < string.size();) {
        const std::size_t end = string.cluster_end(begin);
        GALLEY_CHECK(string.show_cluster(begin, end, to));
        begin = end;
    }
    return {};
}

Result<> show_plain_run(const GlyphRun& run, EmbeddedFont& font, TextStream& to) {
    if (run.glyphs.empty()) {
        return {};
    }
    const PlacedGlyph* refused = nullptr;
    to.select(run);
    if (to.show_all(run.glyphs.size(), PlainCodes(run, font, refused))) {
        return {};
    }
    return fail(refused->glyph == 0 ? notdef(run, *refused) : too_many_glyphs());
}

GlyphString::GlyphString(const GlyphRun& run, EmbeddedFont& font) : run_(&run), font_(&font) {
    const double scale = thousandths(run);
    double pen = 0;
    starts_.reserve(run.glyphs.size() + 1);
    for (const PlacedGlyph& glyph : run.glyphs) {
        starts_.push_back(nearest((pen + static_cast<double>(glyph.x_offset)) * scale));
        pen += static_cast<double>(glyph.advance);
    }
    starts_.push_back(nearest(pen * scale));
}

std::size_t GlyphString::cluster_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < size() && run_->glyphs[end].cluster == run_->glyphs[begin].cluster) {
        ++end;
    }
    return end;
}

std::size_t GlyphString::cluster_begin(std::size_t end) const {
    std::size_t begin = end - 1;
    while (begin > 0 && run_->glyphs[begin - 1].cluster == run_->glyphs[end - 1].cluster) {
        --begin;
    }
    return begin;
}

std::string_view GlyphString::cluster_text(std::size_t begin, std::size_t end) const {
    const auto& glyphs = run_->glyphs;
    const bool is_first = run_->right_to_left ? end == glyphs.size() : begin == 0;
    const bool is_last = run_->right_to_left ? begin == 0 : end == glyphs.size();
    const std::size_t from = is_first ? 0 : glyphs[begin].cluster;
    const std::size_t to = is_last               ? run_->text.size()
                           : run_->right_to_left ? glyphs[begin - 1].cluster
                                                 : glyphs[end].cluster;
    return from < to && to <= run_->text.size() ? run_->text.substr(from, to - from) : std::string_view{};
}

bool GlyphString::is_space(std::size_t glyph) const {
    const std::uint32_t at = run_->glyphs[glyph].cluster;
    return at < run_->text.size() && utf8::is_space(utf8::at(run_->text, at).code);
}

Result<> GlyphString::show_cluster(std::size_t begin, std::size_t end, TextStream& to) {
    std::string_view text = cluster_text(begin, end);
    const std::size_t glyphs = end - begin;
    const std::size_t characters = glyphs == 1 && !text.empty() ? 1 : utf8::count_characters(text);
    if (characters < glyphs) {
        return show_covered(begin, end, to);
    }
    std::size_t first_size = glyphs == 1 ? text.size() : 0;
    for (std::size_t i = 0; glyphs > 1 && i < characters - glyphs + 1; ++i) {
        first_size += utf8::at(text, first_size).size;
    }
    for (std::size_t glyph = begin; glyph < end; ++glyph) {
        const std::size_t length = glyph == begin ? first_size : utf8::at(text, 0).size;
        const auto [code, code_size] = utf8::at(text, 0);
        const std::uint32_t number = run_->glyphs[glyph].glyph;
        GALLEY_CHECK(show(
            glyph, length == code_size ? font_->code(number, code).cid : font_->cids.of(number, text.substr(0, length)),
            to));
        text.remove_prefix(length);
    }
    return {};
}

/// Codes need a text even so (ISO 19005-3, 6.2.11.7.2): one that nobody sees where it is taken at its word.
Result<> GlyphString::show_covered(std::size_t begin, std::size_t end, TextStream& to) {
    for (std::size_t glyph = begin; glyph < end; ++glyph) {
        GALLEY_CHECK(show(glyph, font_->code(run_->glyphs[glyph].glyph, soft_hyphen).cid, to));
    }
    return {};
}

Result<> GlyphString::show(std::size_t index, std::uint16_t code, TextStream& to) {
    const PlacedGlyph& glyph = run_->glyphs[index];
    if (glyph.glyph == 0 || code == 0) {
        return fail(glyph.glyph == 0 ? notdef(*run_, glyph) : too_many_glyphs());
    }
    to.select(*run_);
    to.show(code, starts_[index], glyph.y_offset);
    return {};
}

}  // namespace galley::pdf
