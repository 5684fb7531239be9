#include "converters/newsml/newsml_format.h"
#include "converters/newsml/newsml_reader.h"
#include "converters/newsml/newsml_validator.h"
#include "converters/newsml/rule_tables.h"
#include "converters/newsml/xml_head.h"

namespace galley {

namespace {

SniffScore sniff(std::string_view head) { return newsml::XmlHead(head).root() == "NewsML" ? 95 : 0; }

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
