#include "converters/newsml/newsml_format.h"

#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml_options.h"
#include "converters/newsml/newsml_reader.h"
#include "converters/newsml/newsml_validator.h"
#include "converters/newsml/rule_tables.h"
#include "converters/newsml/newsml_writer.h"

namespace galley {

namespace {

SniffScore sniff(std::string_view head) {
    if (head.find(newsml::nar) == std::string_view::npos) {
        return 0;
    }
    // Another format may carry the namespace somewhere inside; an item's own root says more.
    for (const std::string_view root :
         {"newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}) {
        if (head.find(root) != std::string_view::npos) {
            return 95;
        }
    }
    return 60;
}

}  // namespace

const Format& newsml_format() {
    static constexpr std::string_view extensions[] = {".xml", ".newsml", ".g2"};
    static constexpr std::string_view media_types[] = {"application/vnd.iptc.g2.newsitem+xml",
                                                       "application/vnd.iptc.g2.newsmessage+xml"};
    static const Format format{.name = "newsml-g2",
                               .title = "NewsML-G2 news item",
                               .extensions = extensions,
                               .media_types = media_types,
                               .options = newsml::newsml_options(),
                               .features = Feature::everything,
                               .many_stories = true,
                               .sniff = sniff,
                               .make_reader = newsml::make_newsml_reader,
                               .make_writer = newsml::make_newsml_writer,
                               .validate = newsml::validate_newsml,
                               .rules = newsml::newsml_rules()};
    return format;
}

}  // namespace galley
