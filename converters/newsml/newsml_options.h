#pragma once

#include "galley/option.h"
#include "galley/result.h"

#include <span>
#include <string>
#include <vector>

namespace galley::newsml {

/// How the text stands in the item.
enum class BodyFormat : std::uint8_t { nitf, xhtml, text };

/// A scheme of codes that is the provider's own.
struct OwnScheme {
    std::string alias;
    std::string uri;
};

/// What the writer of NewsML-G2 can be told.
struct NewsmlOptions {
    std::vector<BodyFormat> body;  ///< renditions of the same text, in this order
    unsigned minor_version =
        0;  ///< of NewsML-G2 2 that was asked for; 0: an item that was read keeps its own, others get the newest
    std::string provider_catalog;        ///< URL of the provider's own catalog; may be empty
    std::vector<OwnScheme> own_schemes;  ///< declared in an inline catalog where an item uses them
    bool message = false;                ///< a newsMessage around the items, even around one
    bool derived_from = true;            ///< link to the source by its digest
    bool repair = false;                 ///< fill in what an item lacks that the standard demands, from the run

    /// Fails with `newsml.bad-scheme`.
    [[nodiscard]] static Result<NewsmlOptions> from(const OptionValues& values);
};

[[nodiscard]] std::span<const OptionSpec> newsml_options();

}  // namespace galley::newsml
