#pragma once

#include <string_view>

namespace galley::newsml {

/// The versions of NewsML-G2 2 that the writer can be asked for, and the last one that is known at all, by their minor
/// number.
inline constexpr unsigned oldest_written_version = 28;
inline constexpr unsigned newest_written_version = 35;
inline constexpr unsigned newest_known_version = 36;

/// No attribute is newer than this.
inline constexpr unsigned newest_attribute_version = 32;

/// Minor number of a `standardversion` of NewsML-G2 2 ("2.35"); 0 when there is no such version.
[[nodiscard]] unsigned minor_version(std::string_view stated);

/// Minor version that brought `element` in as a child of `parent` (empty: of the root); 0 when it is as old as 2.9.
[[nodiscard]] unsigned since_version(std::string_view parent, std::string_view element);

/// The same for an attribute of `element`; 0 when it is as old as 2.11, or not known.
[[nodiscard]] unsigned attribute_since_version(std::string_view element, std::string_view attribute);

}  // namespace galley::newsml
