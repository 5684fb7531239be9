#pragma once

#include "galley/export.h"

#include <cstdint>
#include <string>
#include <vector>

namespace GALLEY_API galley {

struct Extra;

/// What a source had and the model has no room for, in the order it stood there.
///
/// The format that put it in writes it back; every other format but the lossless one passes over it.
using Extras = std::vector<Extra>;

enum class ExtraKind : std::uint8_t { element, attribute, text, comment, instruction };

/// One foreign element, attribute, run of text, comment or processing instruction.
///
/// All strings are UTF-8. `children` is empty but for elements; an element's attributes are among its children.
struct Extra {
    ExtraKind kind = ExtraKind::element;
    std::string format{};      ///< name of the format that understands it, for example "newsml-g2"
    std::string name{};        ///< local name; the target of an instruction
    std::string name_space{};  ///< namespace URI, empty when it has none
    std::string value{};  ///< attribute value, text, comment or instruction content; of an element its whole markup,
                          ///< where a format keeps it so and not as `children`
    std::uint32_t position = 0;  ///< index among its siblings in the source, counted over all of them
    Extras children;

    friend bool operator==(const Extra&, const Extra&) = default;
};

}  // namespace galley
