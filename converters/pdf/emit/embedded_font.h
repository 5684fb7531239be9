#pragma once

#include "converters/pdf/emit/cid_map.h"
#include "converters/pdf/emit/object_list.h"
#include "converters/pdf/font/face.h"
#include "galley/result.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

/// A face as one document uses it: which glyphs, for which text, how wide.
class EmbeddedFont {
public:
    explicit EmbeddedFont(const Face& face);

    CidMap cids;

    /// The width of a CID in thousandths of an em, as the file states it.
    [[nodiscard]] std::int32_t width(std::uint16_t cid) {
        if (widths_.size() < cid) { measure_up_to(cid); }
        return widths_[cid - 1u];
    }

    /// The width of a glyph of the face in thousandths of an em.
    [[nodiscard]] std::int32_t glyph_width(std::uint32_t glyph) const { return scaled(face_.advance(glyph)); }

    /// Face, glyphs and texts in one string: what the codes in content streams mean.
    [[nodiscard]] std::string use() const;

    /// Writes the font with what was used of it as a Type 0 font with Identity-H (ISO 32000-1, 9.7), its descendant, its
    /// program and its ToUnicode map; gives the font dictionary's number. Fails with `pdf.unusable-font`.
    [[nodiscard]] Result<std::uint32_t> write(ObjectList& objects);

private:
    void measure_up_to(std::uint16_t cid);
    [[nodiscard]] Result<std::uint32_t> write_program(ObjectList& objects) const;
    [[nodiscard]] std::uint32_t write_to_unicode(ObjectList& objects) const;
    [[nodiscard]] std::string descriptor(const std::string& name, std::uint32_t program) const;
    [[nodiscard]] std::string subset_name() const;
    [[nodiscard]] std::string widths();
    [[nodiscard]] std::string to_unicode() const;
    void append_text_of(const CidMap::Entry& entry, std::string& to) const;
    [[nodiscard]] std::int32_t scaled(std::int64_t units) const;

    const Face& face_;
    std::vector<std::int32_t> widths_;
};

}  // namespace galley::pdf
