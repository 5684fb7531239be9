#pragma once

#include "converters/pdf/font/font_set.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A face in a file, as fontconfig names it.
struct FontFile {
    std::string path;
    std::uint32_t index = 0;
};

/// Fontconfig over the font folders of a host alone: no user's or system's configuration changes the answers.
///
/// Its first question costs tens of milliseconds to seconds (the folders' caches are read or made). Not thread-safe.
class Fontconfig {
public:
    explicit Fontconfig(const std::vector<std::string>& folders);
    ~Fontconfig();
    Fontconfig(const Fontconfig&) = delete;
    Fontconfig& operator=(const Fontconfig&) = delete;

    /// A scalable face of the family `name`, nearest to `style`.
    [[nodiscard]] std::optional<FontFile> find_family(std::string_view name, FaceStyle style);

    /// A scalable outline face that has `code`, nearest to `style` and `language`.
    [[nodiscard]] std::optional<FontFile> find_character(char32_t code, std::string_view language, FaceStyle style);

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace galley::pdf
