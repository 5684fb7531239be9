#include "converters/newsml/newsml_format.h"

#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml_options.h"
#include "converters/newsml/newsml_reader.h"
#include "converters/newsml/newsml_validator.h"
#include "converters/newsml/newsml_writer.h"
#include "converters/newsml/rule_tables.h"
#include "converters/newsml/xml_head.h"

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

constexpr std::string_view roots[] = {"newsItem",      "newsMessage",  "packageItem", "conceptItem",
                                      "knowledgeItem", "planningItem", "catalogItem"};

// Another format may carry the namespace somewhere inside, and some forget it; an item's own root says more.
SniffScore sniff(std::string_view head) {
    const newsml::XmlHead xml(head);
    const bool is_known = std::ranges::find(roots, xml.root()) != std::end(roots);
    if (!xml.holds(newsml::nar)) {
        // Of XML that begins with a long comment nobody knows more; as plain text it would be read for certain wrong.
        return is_known ? 70 : xml.is_cut() && xml.root().empty() ? 45 : 0;
    }
    const bool is_named =
        xml.root().empty() && std::ranges::any_of(roots, [&](std::string_view root) { return xml.holds(root); });
    return is_known || is_named ? 95 : xml.root().empty() ? 60 : 30;
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
