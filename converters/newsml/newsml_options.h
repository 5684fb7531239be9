#pragma once

#include "galley/option.h"

#include <span>
#include <string>
#include <vector>

namespace galley::newsml {

/// How the text stands in the item.
enum class BodyFormat : std::uint8_t { nitf, xhtml, text };

/// What the writer of NewsML-G2 can be told.
struct NewsmlOptions {
    std::vector<BodyFormat> body;  ///< renditions of the same text, in this order
    std::string provider_catalog;  ///< URL of the provider's own catalog; may be empty
    bool message = false;          ///< a newsMessage around the items, even around one
    bool derived_from = true;      ///< link to the source by its digest

    [[nodiscard]] static NewsmlOptions from(const OptionValues& values);
};

[[nodiscard]] std::span<const OptionSpec> newsml_options();

}  // namespace galley::newsml
