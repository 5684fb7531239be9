#include "converters/pdf/png_edge.h"

#include <png.h>

namespace galley::pdf {

namespace {

struct Image {
    png_image png{};
    Image() { png.version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(&png); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
};

Diagnostic unusable(const std::string& why) {
    return {.code = "pdf.unusable-picture",
            .message = "a PNG picture cannot be used: " + why,
            .hints = {"save it again from the program that made it"}};
}

}  // namespace

Result<Samples> decode_png(std::string_view bytes, std::uint64_t pixels) {
    Image image;
    if (png_image_begin_read_from_memory(&image.png, bytes.data(), bytes.size()) == 0) {
        return fail(unusable(image.png.message));
    }
    if (std::uint64_t{image.png.width} * image.png.height > pixels) {
        return fail(unusable("it has too many pixels"));
    }
    const bool is_grey = (image.png.format & PNG_FORMAT_FLAG_COLOR) == 0;
    image.png.format = is_grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    Samples samples{.width = image.png.width, .height = image.png.height, .grey = is_grey, .bytes = {}};
    samples.bytes.resize(PNG_IMAGE_SIZE(image.png));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image.png, &white, samples.bytes.data(), 0, nullptr) == 0) {
        return fail(unusable(image.png.message));
    }
    return samples;
}

}  // namespace galley::pdf
