#include "converters/newsml/newsml1_media.h"

#include "converters/newsml/newsml1_names.h"
#include "converters/newsml/xml_children.h"
#include "galley/utf8.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace galley::newsml {

namespace {

struct MediumName {
    std::string_view name;
    MediumKind kind;
    std::string_view media_type;
};

using enum MediumKind;

// What MediaType and Format hold in practice, and the ends of file names.
constexpr MediumName names[] = {
    {"animation", picture, ""},
    {"audio", sound, ""},
    {"avi", film, "video/x-msvideo"},
    {"gif", picture, "image/gif"},
    {"graphic", picture, ""},
    {"image", picture, ""},
    {"jpeg", picture, "image/jpeg"},
    {"jpeg baseline", picture, "image/jpeg"},
    {"jpg", picture, "image/jpeg"},
    {"mov", film, "video/quicktime"},
    {"mp3", sound, "audio/mpeg"},
    {"mp4", film, "video/mp4"},
    {"mpeg3", sound, "audio/mpeg"},
    {"mpeg4", film, "video/mp4"},
    {"mpg", film, "video/mpeg"},
    {"pdf", document, "application/pdf"},
    {"photo", picture, ""},
    {"picture", picture, ""},
    {"png", picture, "image/png"},
    {"svg", picture, "image/svg+xml"},
    {"tif", picture, "image/tiff"},
    {"tiff", picture, "image/tiff"},
    {"video", film, ""},
    {"wav", sound, "audio/wav"},
    {"wmv", film, "video/x-ms-wmv"},
};
static_assert(std::ranges::is_sorted(names, {}, &MediumName::name));

const MediumName* find_name(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(names, name, {}, &MediumName::name);
    return found != std::end(names) && found->name == name ? found : nullptr;
}

void name_kind(std::string_view name, Newsml1Medium& medium) {
    const MediumName* known = find_name(name);
    if (known == nullptr) {
        return;
    }
    if (medium.kind == document) {
        medium.kind = known->kind;
    }
    if (medium.media_type.empty()) {
        medium.media_type = known->media_type;
    }
}

std::uint64_t number_in(std::string_view text) {
    std::uint64_t number = 0;
    text = utf8::trim(text);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::uint64_t size_of(const XmlNode& item) {
    const XmlNode* about = find_child(item, "Characteristics");
    if (about == nullptr) {
        return 0;
    }
    const std::uint64_t bytes = number_in(newsml1_line(*about, "SizeInBytes"));
    std::uint64_t width = 0;
    each_child(*about, [&](const XmlNode& property, std::string_view) {
        if (lower_ascii(property.value_of("FormalName")) == "width") {
            width = number_in(property.value_of("Value"));
        }
    });
    return bytes != 0 ? bytes : width;
}

}  // namespace

Newsml1Medium read_newsml1_medium(const XmlNode& item, std::string_view role) {
    Newsml1Medium medium{.role = std::string(role)};
    medium.href = utf8::trim(item.value_of(item.name == "NewsItemRef" ? "NewsItem" : "Href"));
    const std::string type = newsml1_mime_type(item);
    if (type.find('/') != std::string::npos) {
        medium.media_type = type;
        const std::string_view top = std::string_view(type).substr(0, type.find('/'));
        medium.kind = top == "image" ? picture : top == "audio" ? sound : top == "video" ? film : document;
    }
    for (const std::string_view list : {"MediaType", "Format"}) {
        name_kind(lower_ascii(newsml1_formal_name(item, list)), medium);
    }
    const std::size_t dot = medium.href.find_last_of("./");
    if (dot != std::string::npos && medium.href[dot] == '.') {
        name_kind(lower_ascii(std::string_view(medium.href).substr(dot + 1)), medium);
    }
    medium.size = size_of(item);
    return medium;
}

bool is_lesser(const Newsml1Medium& medium) {
    return medium.role == "thumbnail" || medium.role == "preview" || medium.role == "quicklook";
}

const Newsml1Medium& best_of(const std::vector<Newsml1Medium>& renditions) {
    const auto rank = [](const Newsml1Medium& medium) {
        return std::tuple(!is_lesser(medium), medium.kind, medium.role == "highdef" || medium.role == "main",
                          medium.size);
    };
    return *std::ranges::max_element(renditions, {}, rank);
}

}  // namespace galley::newsml
