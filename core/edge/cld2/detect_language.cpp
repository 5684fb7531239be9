#include "core/edge/cld2/detect_language.h"

#include <cstdio>  // the library's header uses FILE without it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <vector>

namespace galley::cld2 {

namespace {

struct Renamed {
    std::string_view code;
    std::string_view tag;
};

// Codes of the library that ISO 639 has withdrawn or BCP 47 spells otherwise.
constexpr Renamed renamed[] = {{"iw", "he"}, {"jw", "jv"},      {"mo", "ro"},        {"tl", "fil"},
                               {"no", "nb"}, {"zh", "zh-Hans"}, {"sr-ME", "sr-Latn"}};

std::string tag_of(std::string_view code) {
    const auto* entry = std::ranges::find(renamed, code, &Renamed::code);
    return std::string(entry == std::end(renamed) ? code : entry->tag);
}

/// The library takes a quarter of a megabyte for each text and gives it back. By what glibc's malloc gives back at
/// first, it would return that to the system every time, and have it cleared anew: half of what the answer costs.
/// Having seen a larger block given back, it keeps as much (mallopt(3), M_MMAP_THRESHOLD).
void keep_working_memory() {
    [[maybe_unused]] static const bool is_kept = [] {
        constexpr std::size_t larger = 1 << 20;
        ::operator delete(::operator new(larger));
        return true;
    }();
}

std::optional<DetectedLanguage> ask(std::string_view text, int flags) {
    const CLD2::CLDHints no_hints{nullptr, "", CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3] = {};
    int percents[3] = {};
    double scores[3] = {};
    DetectedLanguage detected;
    constexpr bool is_plain_text = true;
    const CLD2::Language language =
        CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), is_plain_text, &no_hints, flags,
                                       languages, percents, scores, nullptr, &detected.letters, &detected.reliable);
    if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE ||
        language >= CLD2::NUM_LANGUAGES) {
        return std::nullopt;
    }
    detected.tag = tag_of(CLD2::LanguageCode(language));
    detected.percent = language == languages[0] ? percents[0] : percents[1];
    return detected;
}

}  // namespace

std::optional<DetectedLanguage> detect_language(std::string_view text) {
    keep_working_memory();
    auto detected = ask(text, 0);
    if (!detected) {
        // A best effort calls itself reliable, too.
        detected = ask(text, CLD2::kCLDFlagBestEffort);
        if (detected) {
            detected->reliable = false;
        }
    }
    return detected;
}

}  // namespace galley::cld2
