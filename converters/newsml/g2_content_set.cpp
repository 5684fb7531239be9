// contentSet: the text, in one or several renditions (NewsML-G2 2.35, 8.3).

#include "converters/newsml/g2_item.h"
#include "converters/newsml/nitf_document.h"
#include "converters/newsml/xhtml_body.h"
#include "galley/plain_text.h"

namespace galley::newsml {

namespace {

std::string_view story_text(const G2Scope& scope) {
    std::string text;
    for (const Block& block : scope.document.body) {
        const std::string piece = plain_text(block);
        if (!piece.empty()) {
            (text += text.empty() ? "" : "\n\n") += piece;
        }
    }
    return scope.tree.keep(text);
}

}  // namespace

Result<> add_content_set(const G2Scope& scope, XmlNode& item) {
    const Document& document = scope.document;
    if (document.body.empty()) {
        return {};
    }
    const std::string_view words = scope.tree.keep(std::to_string(count_words(document.body)));
    XmlNode& set = scope.build.add(item, "contentSet");
    for (const BodyFormat format : scope.options.body) {
        XmlNode& rendition = scope.build.add(set, format == BodyFormat::text ? "inlineData" : "inlineXML");
        switch (format) {
            case BodyFormat::nitf: scope.build.set(rendition, "contenttype", "application/nitf+xml"); break;
            case BodyFormat::xhtml: scope.build.set(rendition, "contenttype", "application/xhtml+xml"); break;
            case BodyFormat::text: scope.build.set(rendition, "contenttype", "text/plain"); break;
        }
        scope.build.set(rendition, "wordcount", words);
        if (format == BodyFormat::text) {
            rendition.mixed = true;
            scope.tree.text(rendition, story_text(scope));
            continue;
        }
        auto root = format == BodyFormat::nitf ? make_nitf(scope.tree, document, scope.context)
                                               : make_xhtml(scope.tree, document, scope.context);
        if (!root) {
            return std::unexpected(std::move(root).error());
        }
        XmlTree::append(rendition, **root);
    }
    return {};
}

}  // namespace galley::newsml
