#include "converters/pdf/emit/picture.h"

#include "converters/pdf/emit/font_bytes.h"
#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/png_edge.h"
#include "galley/try.h"

#include <string>
#include <utility>

namespace galley::pdf {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::uint64_t most_pixels = 100'000'000;

/// ITU-T T.81, annex B: the frame header's marker, which all but three codes of its row are.
bool is_frame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureFacts> jpeg_facts(std::string_view bytes) {
    const FontBytes view{bytes};
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (view.u8(at) != 0xFF) {
            return std::nullopt;
        }
        const std::uint8_t marker = view.u8(at + 1);
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        if (is_frame(marker)) {
            const bool fits = view.u8(at + 4) == 8 && (view.u8(at + 9) == 1 || view.u8(at + 9) == 3) && marker <= 0xC2;
            if (!fits) {
                return std::nullopt;
            }
            return PictureFacts{.kind = PictureKind::jpeg,
                                .width = view.u16(at + 7),
                                .height = view.u16(at + 5),
                                .components = view.u8(at + 9)};
        }
        if (marker == 0xD9 || marker == 0xDA) {
            return std::nullopt;
        }
        at += 2u + view.u16(at + 2);
    }
    return std::nullopt;
}

std::string image_entries(std::uint32_t width, std::uint32_t height, bool is_grey) {
    std::string entries = "/Type/XObject/Subtype/Image/Width ";
    append_integer(width, entries);
    append_integer(height, entries += "/Height ");
    entries += is_grey ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
    return entries + "/BitsPerComponent 8";
}

}  // namespace

std::optional<PictureFacts> picture_facts(std::string_view bytes) {
    std::optional<PictureFacts> facts;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) {
        facts = jpeg_facts(bytes);
    } else if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv) && bytes.substr(12, 4) == "IHDR") {
        const FontBytes view{bytes};
        facts = PictureFacts{.kind = PictureKind::png, .width = view.u32(16), .height = view.u32(20)};
    }
    if (facts &&
        (facts->width == 0 || facts->height == 0 || std::uint64_t{facts->width} * facts->height > most_pixels)) {
        return std::nullopt;
    }
    return facts;
}

Result<std::uint32_t> write_picture(const Resource& resource, ObjectList& objects) {
    const std::string_view bytes = resource.bytes ? std::string_view{*resource.bytes} : std::string_view{};
    const auto facts = picture_facts(bytes);
    if (!facts) {
        return fail({.code = "pdf.unusable-picture",
                     .message = "the picture '" + resource.id + "' is no JPEG or PNG this program can embed",
                     .hints = {"save it as a JPEG with one or three components, or as a PNG"}});
    }
    if (facts->kind == PictureKind::jpeg) {
        return objects.add_plain_stream(
            image_entries(facts->width, facts->height, facts->components == 1) + "/Filter/DCTDecode",
            std::string(bytes));
    }
    GALLEY_TRY(Samples samples, decode_png(bytes, most_pixels));
    const std::string entries = image_entries(samples.width, samples.height, samples.grey);
    return objects.add_stream(entries, std::move(samples.bytes));
}

}  // namespace galley::pdf
