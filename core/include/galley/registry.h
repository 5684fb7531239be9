#pragma once

#include "galley/export.h"
#include "galley/format.h"
#include "galley/result.h"

#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// The formats a program knows. The caller fills and owns it; there is no global one. Thread-safe once filled.
class Registry {
public:
    /// Adds a format, which must live as long as the registry. Fails with `registry.duplicate` when its name is taken,
    /// and with `registry.bad-format` when it has no name or can neither be read, written nor validated.
    [[nodiscard]] Result<> add(const Format& format);

    /// In the order they were added.
    [[nodiscard]] const std::vector<const Format*>& formats() const { return formats_; }

    /// The format called `name`. Fails with `format.unknown`, with a suggestion.
    [[nodiscard]] Result<const Format*> find(std::string_view name) const;

    /// The format that prefers `media_type` (parameters aside), else one that has it at all, else null.
    [[nodiscard]] const Format* find_media_type(std::string_view media_type) const;

private:
    std::vector<const Format*> formats_{};
};

/// A readable format for a source, and how surely.
struct Detection {
    const Format* format = nullptr;
    SniffScore score = 0;
};

/// Which format `head` (the first bytes, at most 4 KiB are looked at) is, by content; among equal scores the extension
/// of `name` decides, then the order of registration. Fails with `format.not-recognised` and says what the bytes look
/// like.
[[nodiscard]] Result<Detection> detect_format(const Registry& registry, std::string_view name, std::string_view head);

}  // namespace galley
