#pragma once

#include "converters/text/conventions.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

/// Where a line names the source of a picture: the beginning of that part, or npos. "… in Doha. Getty Images/J. Doe",
/// "… (Foto: dpa)", "Robert Bukaty / AP", "© Belga". Only lines of a caption's length are looked at. REQUIRES: valid
/// UTF-8.
[[nodiscard]] std::size_t find_picture_credit(std::string_view line, const Conventions& conventions,
                                              std::uint8_t language);

/// "Photo Ann Lee", "Foto ANP": a word that a colon makes a credit, before a name.
[[nodiscard]] bool begins_as_picture_credit(std::string_view line, const Conventions& conventions,
                                            std::uint8_t language);

}  // namespace galley::text
