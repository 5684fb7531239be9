#pragma once

#include <span>
#include <string_view>

namespace galley::newsml {

/// A scheme that a catalog gives an alias for.
struct Scheme {
    std::string_view alias;
    std::string_view uri;
    std::string_view retired;  ///< day, or empty
    unsigned since = 0;        ///< the first of IPTC's catalogs that has it; 0 for what the oldest known had already
};

/// The scheme that IPTC's catalog calls `alias`, or null.
[[nodiscard]] const Scheme* find_iptc_scheme(std::string_view alias);

/// True for the address of any version of IPTC's own catalog.
[[nodiscard]] bool is_iptc_catalog(std::string_view href);

/// The number of IPTC's catalog at `href`; 0 when it names none.
[[nodiscard]] unsigned iptc_catalog_number(std::string_view href);

/// The newest of IPTC's catalogs whose schemes are known.
inline constexpr unsigned newest_known_catalog = 41;

/// The codes of a vocabulary that NewsML-G2 makes mandatory; empty when we have none for `alias`.
[[nodiscard]] std::span<const std::string_view> mandatory_codes(std::string_view alias);

/// True for a QCode whose code IPTC retired while its scheme lives on.
[[nodiscard]] bool is_retired_code(std::string_view qcode);

}  // namespace galley::newsml
