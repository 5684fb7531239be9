#include "converters/pdf/font/fontconfig_edge.h"

#include <fontconfig/fontconfig.h>

namespace galley::pdf {

namespace {

using Pattern = std::unique_ptr<FcPattern, decltype([](FcPattern* pattern) { FcPatternDestroy(pattern); })>;
using Characters = std::unique_ptr<FcCharSet, decltype([](FcCharSet* set) { FcCharSetDestroy(set); })>;

const FcChar8* bytes_of(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

std::string escaped(const std::string& text) {
    std::string xml;
    for (const char c : text) {
        switch (c) {
            case '&': xml += "&amp;"; break;
            case '<': xml += "&lt;"; break;
            case '>': xml += "&gt;"; break;
            default: xml += c; break;
        }
    }
    return xml;
}

void add_style(FcPattern* pattern, FaceStyle style) {
    FcPatternAddInteger(pattern, FC_WEIGHT, style.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, style.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
    FcPatternAddBool(pattern, FC_COLOR, FcFalse);
}

}  // namespace

struct Fontconfig::Handle {
    FcConfig* config = nullptr;

    [[nodiscard]] Pattern match(FcPattern* pattern) const {
        FcConfigSubstitute(config, pattern, FcMatchPattern);
        FcDefaultSubstitute(pattern);
        FcResult result = FcResultNoMatch;
        return Pattern{FcFontMatch(config, pattern, &result)};
    }
};

namespace {

std::optional<FontFile> file_of(const FcPattern* found) {
    FcChar8* path = nullptr;
    int index = 0;
    if (found == nullptr || FcPatternGetString(found, FC_FILE, 0, &path) != FcResultMatch) {
        return std::nullopt;
    }
    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    // The upper half names an instance of a variable font; the default one is taken.
    return FontFile{reinterpret_cast<const char*>(path), static_cast<std::uint32_t>(index) & 0xFFFF};
}

}  // namespace

Fontconfig::Fontconfig(const std::vector<std::string>& folders) : handle_(std::make_unique<Handle>()) {
    std::string xml = "<?xml version=\"1.0\"?><fontconfig>";
    for (const std::string& folder : folders) {
        xml += "<dir>" + escaped(folder) + "</dir>";
    }
    xml += "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";
    handle_->config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(handle_->config, bytes_of(xml), FcFalse);
    FcConfigBuildFonts(handle_->config);
}

Fontconfig::~Fontconfig() { FcConfigDestroy(handle_->config); }

std::optional<FontFile> Fontconfig::find_family(std::string_view name, FaceStyle style) {
    const std::string family{name};
    const Pattern pattern{FcPatternCreate()};
    FcPatternAddString(pattern.get(), FC_FAMILY, bytes_of(family));
    add_style(pattern.get(), style);
    const Pattern found = handle_->match(pattern.get());
    FcChar8* matched = nullptr;
    // Fontconfig always answers something; only the family itself will do.
    for (int i = 0; found && FcPatternGetString(found.get(), FC_FAMILY, i, &matched) == FcResultMatch; ++i) {
        if (FcStrCmpIgnoreCase(matched, bytes_of(family)) == 0) {
            return file_of(found.get());
        }
    }
    return std::nullopt;
}

std::optional<FontFile> Fontconfig::find_character(char32_t code, std::string_view language, FaceStyle style) {
    const std::string tag{language};
    const Pattern pattern{FcPatternCreate()};
    const Characters characters{FcCharSetCreate()};
    FcCharSetAddChar(characters.get(), code);
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, characters.get());
    if (!tag.empty()) {
        FcPatternAddString(pattern.get(), FC_LANG, bytes_of(tag));
    }
    add_style(pattern.get(), style);
    const Pattern found = handle_->match(pattern.get());
    FcCharSet* has = nullptr;
    if (found && FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &has) == FcResultMatch &&
        FcCharSetHasChar(has, code) != 0) {
        return file_of(found.get());
    }
    return std::nullopt;
}

}  // namespace galley::pdf
