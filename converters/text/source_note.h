#pragma once

#include "converters/text/conventions.h"
#include "galley/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// Whose material a story uses.
struct NotedSource {
    std::string name;    ///< as the conventions have it, or as it is printed
    Span span{};         ///< bytes of the line
    bool agency = true;  ///< false: a paper or another house
};

/// What a line says about whose material is in the story, and nothing else: "(Avec AFP)", "mit Material von dpa", "com
/// agências", "Fonte: ANSA e Reuters", "来源：新华社". `is_note` with no source: it names agencies without saying
/// which.
struct SourceNote {
    bool is_note = false;
    std::vector<NotedSource> sources{};
};

[[nodiscard]] SourceNote read_source_note(std::string_view line, const Conventions& conventions, std::uint8_t language);

}  // namespace galley::text
