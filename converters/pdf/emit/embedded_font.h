#pragma once

#include "converters/pdf/emit/cid_map.h"
#include "converters/pdf/emit/object_list.h"
#include "converters/pdf/font/face.h"
#include "galley/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A face as one document uses it: which glyphs, for which text, how wide.
class EmbeddedFont {
public:
    explicit EmbeddedFont(const Face& face);

    CidMap cids;

    /// What a glyph that stands for one character is shown as.
    struct alignas(32) Code {  // found by a shift
        static constexpr char32_t none = 0xFFFF'FFFF;

        std::uint32_t glyph = 0;
        char32_t character = none;      ///< `none`, too, where there is no CID
        std::int32_t width = 0;         ///< as `width` says
        std::uint16_t cid = 0;          ///< 0 when there are more than there can be
        std::array<char, 4> literal{};  ///< its two bytes as a literal string has them (ISO 32000-1, 7.3.4.2): escaped
                                        ///< where they must be
        std::uint8_t literal_size = 0;
    };

    /// Valid until the next call: most glyphs stand for one character everywhere, and are found where they were looked
    /// for last.
    [[nodiscard]] const Code& code(std::uint32_t glyph, char32_t character) {
        Code& known = codes_[glyph % codes_.size()];
        if (known.glyph != glyph || known.character != character) {
            known = made_code(glyph, character, cids.of(glyph, character));
        }
        return known;
    }
    /// The same where it is known and the character is ASCII; else null.
    [[nodiscard]] const Code* known_code(std::uint32_t glyph, unsigned char character) const {
        const Code& known = codes_[glyph % codes_.size()];
        return known.glyph == glyph && known.character == character && character < 0x80 ? &known : nullptr;
    }
    /// The same for a glyph that stands for several.
    [[nodiscard]] const Code& code(std::uint32_t glyph, std::string_view text) {
        return cluster_ = made_code(glyph, 0, cids.of(glyph, text));
    }

    /// What is shown for a CID that has been given. Valid until the next call.
    [[nodiscard]] const Code& code(std::uint16_t cid) {
        while (shown_.size() < cid) {
            shown_.push_back(made_code(0, 0, static_cast<std::uint16_t>(shown_.size() + 1)));
        }
        return shown_[cid - 1u];
    }

    /// The width of a CID in thousandths of an em, as the file states it.
    [[nodiscard]] std::int32_t width(std::uint16_t cid) {
        if (widths_.size() < cid) {
            measure_up_to(cid);
        }
        return widths_[cid - 1u];
    }

    /// The width of a glyph of the face in thousandths of an em.
    [[nodiscard]] std::int32_t glyph_width(std::uint32_t glyph) const { return scaled(face_.advance(glyph)); }

    /// Face, glyphs and texts in one string: what the codes in content streams mean.
    [[nodiscard]] std::string use() const;

    /// Writes the font with what was used of it as a Type 0 font with Identity-H (ISO 32000-1, 9.7), its descendant,
    /// its program and its ToUnicode map; gives the font dictionary's number. Fails with `pdf.unusable-font`.
    [[nodiscard]] Result<std::uint32_t> write(ObjectList& objects);

private:
    [[nodiscard]] Code made_code(std::uint32_t glyph, char32_t character, std::uint16_t cid);
    void measure_up_to(std::uint16_t cid);
    [[nodiscard]] Result<std::uint32_t> write_program(ObjectList& objects) const;
    [[nodiscard]] Result<std::uint32_t> write_to_unicode(ObjectList& objects) const;
    [[nodiscard]] std::string descriptor(const std::string& name, std::uint32_t program) const;
    [[nodiscard]] std::string subset_name() const;
    [[nodiscard]] std::string widths();
    [[nodiscard]] std::string to_unicode() const;
    void append_text_of(const CidMap::Entry& entry, std::string& to) const;
    [[nodiscard]] std::int32_t scaled(std::int64_t units) const;

    const Face& face_;
    std::vector<std::int32_t> widths_;
    std::array<Code, 128> codes_{};
    Code cluster_;
    std::vector<Code> shown_;  ///< by CID, from 1 on
};

}  // namespace galley::pdf
