#include "converters/pdf/check/checks.h"

#include "converters/pdf/check/code_map.h"
#include "converters/pdf/emit/font_bytes.h"

#include <algorithm>
#include <cmath>

namespace galley::pdf {

namespace {

/// Where a table of a TrueType program is.
std::string_view table_of(std::string_view program, std::string_view tag) {
    const FontBytes view{program};
    const std::size_t tables = view.u16(4);
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t record = 12 + i * 16;
        if (view.slice(record, 4) == tag) {
            return view.slice(view.u32(record + 8), view.u32(record + 12));
        }
    }
    return {};
}

constexpr std::size_t unit_digits = 4;  // of UTF-16, in hexadecimal

class FontChecks {
public:
    FontChecks(const CheckedFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void run() {
        for (const CheckedObject& object : file_.objects) {
            if (!file_.entry(object.value, "Type").is_name("Font")) {
                continue;
            }
            const Value& kind = file_.entry(object.value, "Subtype");
            if (kind.is_name("Type0")) {
                check_composite(object.value);
            } else if (!kind.is_name("CIDFontType2") && !kind.is_name("CIDFontType0")) {
                findings_.add("ISO 19005-3, 6.2.11",
                              "there is a simple font; Galley writes and checks composite fonts only");
            }
        }
    }

private:
    void require(bool holds, std::string_view clause, std::string_view message) {
        findings_.require(holds, clause, message);
    }

    void check_composite(const Value& font) {
        require(file_.entry(font, "Encoding").is_name("Identity-H"), "ISO 19005-3, 6.2.11.3",
                "a font's encoding is not Identity-H");
        require(file_.entry(font, "BaseFont").is(Value::Kind::name), "ISO 19005-3, 6.2.11.2", "a font has no name");
        const Value& descendants = file_.entry(font, "DescendantFonts");
        if (descendants.items.size() != 1) {
            findings_.add("ISO 32000-1, 9.7.1", "a composite font has no descendant");
            return;
        }
        const Value& descendant = file_.resolve(descendants.items[0]);
        const auto widths = widths_of(descendant);
        const Value* const unicode = font.find("ToUnicode");
        const CheckedObject* const map = unicode == nullptr ? nullptr : file_.object(*unicode);
        check_text(widths, map == nullptr ? std::string_view{} : map->data);
        check_program(descendant, widths);
    }

    /// The widths of CIDs 1, 2, … as Galley writes them: one array from 1 on.
    std::vector<double> widths_of(const Value& descendant) {
        std::vector<double> widths;
        const Value& all = file_.entry(descendant, "W");
        const bool is_plain = all.items.size() == 2 && file_.resolve(all.items[0]).integer == 1;
        require(is_plain, "ISO 32000-1, 9.7.4.3", "a font has no widths from CID 1 on");
        if (!is_plain) {
            return widths;
        }
        widths.reserve(file_.resolve(all.items[1]).items.size());
        for (const Value& width : file_.resolve(all.items[1]).items) {
            widths.push_back(file_.resolve(width).real);
        }
        return widths;
    }

    void check_text(const std::vector<double>& widths, std::string_view map) {
        const std::vector<std::string_view> texts = read_code_map(map);
        for (std::size_t cid = 1; cid <= widths.size(); ++cid) {
            if (cid >= texts.size() || texts[cid].empty()) {
                findings_.add("ISO 19005-3, 6.2.11.7.2",
                              "code " + std::to_string(cid) + " of a font stands for no text");
                continue;
            }
            for (std::string_view rest = texts[cid]; !rest.empty();
                 rest.remove_prefix(std::min(rest.size(), unit_digits))) {
                const std::string_view unit = rest.substr(0, unit_digits);
                const bool is_text =
                    unit != "0000" && unit != "FEFF" && unit != "FFFE" && unit != "feff" && unit != "fffe";
                require(is_text, "ISO 19005-3, 6.2.11.7.2", "a code stands for U+0000, U+FEFF or U+FFFE");
            }
        }
    }

    void check_program(const Value& descendant, const std::vector<double>& widths) {
        const Value& descriptor = file_.entry(descendant, "FontDescriptor");
        require(descriptor.find("CIDSet") == nullptr, "ISO 19005-3, 6.2.11.4.2",
                "a font has a CIDSet, which Galley never writes");
        const bool is_truetype = file_.entry(descendant, "Subtype").is_name("CIDFontType2");
        const Value* const reference = descriptor.find(is_truetype ? "FontFile2" : "FontFile3");
        const CheckedObject* const program = reference == nullptr ? nullptr : file_.object(*reference);
        if (program == nullptr || !program->is_stream || program->data.empty()) {
            findings_.add("ISO 19005-3, 6.2.11.4.1", "a font is not embedded");
            return;
        }
        if (is_truetype) {
            require(file_.entry(descendant, "CIDToGIDMap").is_name("Identity"), "ISO 19005-3, 6.2.11.3.2",
                    "a font has no CIDToGIDMap");
            check_truetype(program->data, widths);
        } else {
            require(file_.entry(program->value, "Subtype").is_name("CIDFontType0C"), "ISO 19005-3, 6.2.11.2",
                    "a font program has no kind");
        }
    }

    /// 6.2.11.5: within a thousandth of an em; and 6.2.11.4.1: every code has a glyph.
    void check_truetype(std::string_view program, const std::vector<double>& widths) {
        const FontBytes head{table_of(program, "head")}, hhea{table_of(program, "hhea")},
            hmtx{table_of(program, "hmtx")};
        const FontBytes maxp{table_of(program, "maxp")};
        const double em = head.u16(18);
        const std::size_t metrics = hhea.u16(34);
        if (em == 0 || metrics == 0) {
            findings_.add("ISO 19005-3, 6.2.11.4.1", "a font program is damaged");
            return;
        }
        require(maxp.u16(4) > widths.size(), "ISO 19005-3, 6.2.11.4.1", "a font program lacks glyphs that are shown");
        for (std::size_t cid = 1; cid <= widths.size(); ++cid) {
            const double in_program = hmtx.u16(std::min(cid, metrics - 1) * 4) * 1000 / em;
            if (std::abs(in_program - widths[cid - 1]) > 1) {
                findings_.add("ISO 19005-3, 6.2.11.5",
                              "the width of code " + std::to_string(cid) + " differs from the font program's");
            }
        }
    }

    const CheckedFile& file_;
    Findings& findings_;
};

}  // namespace

void check_fonts(const CheckedFile& file, Findings& findings) { FontChecks(file, findings).run(); }

}  // namespace galley::pdf
