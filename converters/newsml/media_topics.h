#pragma once

#include <string_view>

namespace galley::newsml {

/// The name that IPTC gives the media topic `qcode` ("medtop:11000000") in British English; empty for other schemes and
/// for topics that are not in the table.
[[nodiscard]] std::string_view media_topic_name(std::string_view qcode);

}  // namespace galley::newsml
