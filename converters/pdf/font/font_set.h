#pragma once

#include "converters/pdf/font/face.h"
#include "galley/host.h"
#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace galley::pdf {

/// What a family is for on the page.
enum class FontRole : std::uint8_t { text, display, sans, mono };

/// One face of a role.
struct FaceStyle {
    FontRole role = FontRole::text;
    bool bold = false;
    bool italic = false;
    friend bool operator==(const FaceStyle&, const FaceStyle&) = default;
};

/// Names of the families that fill the roles, as people write them: "Noto Serif".
struct FontFamilies {
    std::string text = "Noto Serif";
    std::string display = "Noto Serif Display";
    std::string sans = "Noto Sans";
    std::string mono = "Noto Sans Mono";
    friend bool operator==(const FontFamilies&, const FontFamilies&) = default;
};

/// The faces a layout may set with. Faces are opened when first asked for and live as long as the set.
///
/// Thread-safe. Answers depend on the host's font folders alone, never on what was asked before.
class FontSet {
public:
    /// `host` must outlive the set. A family is sought by file name in the host's font folders (NotoSerif-Bold.ttf),
    /// then by fontconfig. Fails with `pdf.font-not-found` when the text family has no regular face, and as
    /// `Face::create`.
    [[nodiscard]] static Result<FontSet> load(const Host& host, FontFamilies families = {});

    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;
    ~FontSet();

    /// The face for `style`; where its family lacks it, the nearest one that there is.
    [[nodiscard]] const Face& face(FaceStyle style) const;

    /// A face with a glyph for `code`, for text that the face of `style` cannot set: the family made for the
    /// character's script (and `language`, BCP 47, for Han), then one that fontconfig finds. Null when there is none.
    [[nodiscard]] const Face* fallback(char32_t code, std::string_view language, FaceStyle style) const;

private:
    struct State;
    explicit FontSet(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace galley::pdf
