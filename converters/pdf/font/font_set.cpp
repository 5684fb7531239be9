#include "converters/pdf/font/font_set.h"

#include "converters/pdf/font/fallback_families.h"
#include "converters/pdf/font/fontconfig_edge.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/try.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace galley::pdf {

namespace {

constexpr std::size_t role_count = 4;
constexpr std::size_t styles = 4;  // regular, bold, italic, bold italic

// Faces found for characters are kept, within these bounds.
constexpr std::size_t most_languages = 64;
constexpr std::size_t most_characters = 30'000;

constexpr std::string_view style_suffixes[styles] = {"-Regular", "-Bold", "-Italic", "-BoldItalic"};

std::size_t style_index(FaceStyle style) { return (style.bold ? 1u : 0u) | (style.italic ? 2u : 0u); }
FaceStyle style_at(FontRole role, std::size_t index) { return {role, (index & 1) != 0, (index & 2) != 0}; }

constexpr std::uint32_t tag(const char (&name)[5]) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(name[i]);
    }
    return value;
}

bool is_cjk(std::uint32_t script) {
    return script == tag("Hani") || script == tag("Hira") || script == tag("Kana") || script == tag("Hang") ||
           script == tag("Bopo");
}

/// The face of Debian's CJK collections (Japanese, Korean, Simplified, Traditional, in this order) for `language`. Kana
/// and Hangul decide where the language does not.
std::uint32_t cjk_index(std::uint32_t script, std::string_view language) {
    constexpr std::uint32_t japanese = 0, korean = 1, simplified = 2, traditional = 3;
    if (language.starts_with("ja") || script == tag("Hira") || script == tag("Kana")) {
        return japanese;
    }
    if (language.starts_with("ko") || script == tag("Hang")) {
        return korean;
    }
    const bool is_traditional = language.contains("Hant") || language.ends_with("-TW") || language.ends_with("-HK") ||
                                language.ends_with("-MO") || script == tag("Bopo");
    return is_traditional && !language.contains("Hans") ? traditional : simplified;
}

bool is_serif(FaceStyle style) { return style.role == FontRole::text || style.role == FontRole::display; }

}  // namespace

struct FontSet::State {
    const Host* host = nullptr;
    FontFamilies families;
    std::vector<std::string> folders;
    std::array<std::array<std::atomic<const Face*>, styles>, role_count> role_faces{};
    std::mutex mutex;                                                                     // guards what follows
    std::map<std::pair<std::string, std::uint32_t>, std::unique_ptr<const Face>> opened;  // null: cannot be used
    std::map<std::string, std::string> paths;  // file name to path; empty: not there
    std::unique_ptr<Fontconfig> fontconfig;
    std::map<std::string, std::map<std::uint64_t, const Face*>, std::less<>>
        fallbacks;  // by language; then character and style

    [[nodiscard]] const std::string& family(FontRole role) const {
        switch (role) {
            case FontRole::text: return families.text;
            case FontRole::display: return families.display;
            case FontRole::sans: return families.sans;
            case FontRole::mono: return families.mono;
        }
        return families.text;
    }

    const Face* open(const std::string& path, std::uint32_t index);
    const Face* open_named(const std::string& stem, std::uint32_t index = 0);
    const Face* open_family(FaceStyle style);
    const Face* find_role_face(FaceStyle style);
    const Face* find_for_script(char32_t code, std::uint32_t script, std::string_view language, FaceStyle style);
    const Face* find_cjk(char32_t code, std::uint32_t script, std::string_view language, FaceStyle style);
    const Face* find_fallback(char32_t code, std::string_view language, FaceStyle style);
    const Face* covering(std::string_view family, char32_t code, FaceStyle style);
    Fontconfig& ask() {
        if (!fontconfig) {
            fontconfig = std::make_unique<Fontconfig>(folders);
        }
        return *fontconfig;
    }
};

const Face* FontSet::State::open(const std::string& path, std::uint32_t index) {
    auto [entry, fresh] = opened.try_emplace({path, index});
    if (fresh) {
        if (auto bytes = host->load(path)) {
            if (auto face = Face::create(path, *bytes, index)) {
                entry->second = std::move(*face);
            }
        }
    }
    return entry->second.get();
}

/// Looks for `stem` with the usual extensions where Debian puts fonts below a font folder.
const Face* FontSet::State::open_named(const std::string& stem, std::uint32_t index) {
    static constexpr std::string_view places[] = {"/", "/truetype/noto/", "/opentype/noto/", "/truetype/",
                                                  "/opentype/"};
    static constexpr std::string_view extensions[] = {".ttf", ".otf", ".ttc"};
    auto [entry, fresh] = paths.try_emplace(stem);
    for (std::size_t i = 0; fresh && entry->second.empty() && i < folders.size(); ++i) {
        for (const std::string_view place : places) {
            for (const std::string_view extension : extensions) {
                std::string path = folders[i];
                path.append(place).append(stem).append(extension);
                if (entry->second.empty() && open(path, index) != nullptr) {
                    entry->second = path;
                }
            }
        }
    }
    return entry->second.empty() ? nullptr : open(entry->second, index);
}

const Face* FontSet::State::open_family(FaceStyle style) {
    std::string stem = family(style.role);
    std::erase(stem, ' ');
    stem += style_suffixes[style_index(style)];
    if (const Face* const face = open_named(stem)) {
        return face;
    }
    // Only a family nothing of which has the usual file name is worth fontconfig's start.
    std::string regular = family(style.role);
    std::erase(regular, ' ');
    if (open_named(regular + "-Regular") != nullptr) {
        return nullptr;
    }
    const auto file = ask().find_family(family(style.role), style);
    return file ? open(file->path, file->index) : nullptr;
}

const Face* FontSet::State::find_role_face(FaceStyle style) {
    const std::size_t wanted = style_index(style);
    for (const std::size_t index : {wanted, wanted & 1, wanted & 2, std::size_t{0}}) {
        if (const Face* const face = open_family(style_at(style.role, index))) {
            return face;
        }
    }
    return style.role == FontRole::text ? nullptr : find_role_face({FontRole::text, style.bold, style.italic});
}

const Face* FontSet::State::covering(std::string_view family_stem, char32_t code, FaceStyle style) {
    if (family_stem.empty()) {
        return nullptr;
    }
    const std::string stem{family_stem};
    const std::size_t wanted = style_index(style);
    for (const std::size_t index : {wanted, wanted & 1, std::size_t{0}}) {
        const Face* const face = open_named(stem + std::string{style_suffixes[index]});
        if (face != nullptr && face->covers(code)) {
            return face;
        }
    }
    return nullptr;
}

const Face* FontSet::State::find_for_script(char32_t code, std::uint32_t script, std::string_view language,
                                            FaceStyle style) {
    const auto try_all = [&](std::initializer_list<std::string_view> stems) -> const Face* {
        for (const std::string_view stem : stems) {
            if (const Face* const face = covering(stem, code, style)) {
                return face;
            }
        }
        return nullptr;
    };
    for (const FallbackFamily& family_of_script : fallback_families()) {
        if (tag({family_of_script.script[0], family_of_script.script[1], family_of_script.script[2],
                 family_of_script.script[3], '\0'}) == script) {
            return is_serif(style) ? try_all({family_of_script.text, family_of_script.sans, family_of_script.also})
                                   : try_all({family_of_script.sans, family_of_script.text, family_of_script.also});
        }
    }
    // Marks, brackets and full-width signs of CJK have no script of their own.
    const bool cjk_text = language.starts_with("zh") || language.starts_with("ja") || language.starts_with("ko");
    const Face* face = is_cjk(script) || cjk_text ? find_cjk(code, script, language, style) : nullptr;
    for (std::size_t i = 0; face == nullptr && i < symbol_families().size(); ++i) {
        face = covering(symbol_families()[i], code, style);
    }
    return face != nullptr || is_cjk(script) || cjk_text ? face : find_cjk(code, script, language, style);
}

const Face* FontSet::State::find_cjk(char32_t code, std::uint32_t script, std::string_view language, FaceStyle style) {
    const std::uint32_t index = cjk_index(script, language);
    const std::string_view first = is_serif(style) ? "NotoSerifCJK" : "NotoSansCJK";
    const std::string_view second = is_serif(style) ? "NotoSansCJK" : "NotoSerifCJK";
    for (const std::string_view family_stem : {first, second}) {
        for (const std::size_t wanted : {style.bold ? 1u : 0u, 0u}) {
            const Face* const face = open_named(std::string{family_stem} + std::string{style_suffixes[wanted]}, index);
            if (face != nullptr && face->covers(code)) {
                return face;
            }
        }
    }
    return nullptr;
}

FontSet::FontSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

Result<FontSet> FontSet::load(const Host& host, FontFamilies families) {
    auto state = std::make_unique<State>();
    state->host = &host;
    state->families = std::move(families);
    state->folders = host.font_folders();
    if (state->find_role_face({FontRole::text}) == nullptr) {
        return fail({.cause = Cause::missing_input,
                     .code = "pdf.font-not-found",
                     .message = "no font of the family '" + state->families.text + "' is in the font folders",
                     .hints = {"install Debian's fonts-noto-core, or choose another family"}});
    }
    return FontSet{std::move(state)};
}

const Face& FontSet::face(FaceStyle style) const {
    std::atomic<const Face*>& slot = state_->role_faces[static_cast<std::size_t>(style.role)][style_index(style)];
    if (const Face* const face = slot.load(std::memory_order_acquire)) {
        return *face;
    }
    const std::scoped_lock lock{state_->mutex};
    const Face* const face = state_->find_role_face(style);
    slot.store(face, std::memory_order_release);
    return *face;  // `load` made sure of the text family's regular face, where every search ends
}

const Face* FontSet::fallback(char32_t code, std::string_view language, FaceStyle style) const {
    const std::scoped_lock lock{state_->mutex};
    auto known = state_->fallbacks.find(language);
    if (known == state_->fallbacks.end()) {
        if (state_->fallbacks.size() == most_languages) {
            state_->fallbacks.clear();
        }
        known = state_->fallbacks.try_emplace(std::string{language}).first;
    }
    auto& found = known->second;
    if (found.size() == most_characters) {
        found.clear();
    }
    const auto key = std::uint64_t{code} << 8 | static_cast<std::uint64_t>(style.role) << 2 | style_index(style);
    const auto [entry, is_new] = found.try_emplace(key, nullptr);
    if (is_new) {
        entry->second = state_->find_fallback(code, language, style);
    }
    return entry->second;
}

const Face* FontSet::State::find_fallback(char32_t code, std::string_view language, FaceStyle style) {
    if (const Face* const face = find_for_script(code, script_of(code), language, style)) {
        return face;
    }
    const auto file = ask().find_character(code, language, style);
    const Face* const face = file ? open(file->path, file->index) : nullptr;
    return face != nullptr && face->covers(code) ? face : nullptr;
}

}  // namespace galley::pdf
