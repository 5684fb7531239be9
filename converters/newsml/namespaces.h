#pragma once

#include <string_view>

namespace galley::newsml {

inline constexpr std::string_view nar = "http://iptc.org/std/nar/2006-10-01/";
inline constexpr std::string_view nitf_space = "http://iptc.org/std/NITF/2006-10-18/";
inline constexpr std::string_view xhtml_space = "http://www.w3.org/1999/xhtml";
inline constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

}  // namespace galley::newsml
