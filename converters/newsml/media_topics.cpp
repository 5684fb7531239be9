#include "converters/newsml/media_topics.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

struct MediaTopic {
    std::string_view code;
    std::string_view name;
};

constexpr MediaTopic topics[] = {
#include "converters/newsml/data/media_topics.inc"
};
static_assert(std::ranges::is_sorted(topics, {}, &MediaTopic::code));

constexpr std::string_view alias = "medtop:";

}  // namespace

std::string_view media_topic_name(std::string_view qcode) {
    if (!qcode.starts_with(alias)) {
        return {};
    }
    const std::string_view code = qcode.substr(alias.size());
    const auto* const found = std::ranges::lower_bound(topics, code, {}, &MediaTopic::code);
    return found != std::end(topics) && found->code == code ? found->name : std::string_view();
}

}  // namespace galley::newsml
