#include "converters/newsml/newsml_format.h"
#include "converters/newsml/newsml_reader.h"
#include "converters/newsml/newsml_validator.h"
#include "converters/newsml/rule_tables.h"

namespace galley {

namespace {

// The root's start tag, "<NewsML" and what ends a name.
SniffScore sniff(std::string_view head) {
    const std::size_t at = head.find("<NewsML");
    return at != std::string_view::npos && at + 7 < head.size() &&
                   std::string_view(" \t\r\n>").find(head[at + 7]) != std::string_view::npos
               ? 95
               : 0;
}

}  // namespace

const Format& newsml1_format() {
    static constexpr std::string_view extensions[] = {".xml"};
    static constexpr std::string_view media_types[] = {"text/vnd.IPTC.NewsML"};
    static const Format format{.name = "newsml-1",
                               .title = "NewsML 1.x",
                               .extensions = extensions,
                               .media_types = media_types,
                               .many_stories = true,
                               .sniff = sniff,
                               .make_reader = newsml::make_newsml1_reader,
                               .validate = newsml::validate_newsml1,
                               .rules = newsml::newsml1_rules()};
    return format;
}

}  // namespace galley
