#include "core/edge/libxml2/html_parser.h"

#include "core/edge/libxml2/libxml2_start.h"
#include "core/edge/libxml2/parser_context.h"
#include "core/edge/libxml2/tag_scan.h"

#include <libxml/HTMLparser.h>

#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace galley {

namespace {

constexpr std::string_view xhtml_space = "http://www.w3.org/1999/xhtml";

class HtmlBuilding {
public:
    HtmlBuilding(XmlTree& tree, const Limits& limits)
        : tree_(tree),
          limits_(limits),
          root_(tree.element(nullptr, xhtml_space, "div")),
          here_(&root_) {}

    Result<XmlNode*> run(std::string_view text) {
        TagScan tags;
        if (!tags.feed(text)) {
            return fail({.code = "limit.attributes", .message = "a tag of the HTML inside has too many attributes"});
        }
        if (text.size() > std::numeric_limits<int>::max()) {
            return fail({.code = "limit.elements", .message = "the HTML inside is too large"});
        }
        start_libxml2();
        const ParserContext parser(htmlNewParserCtxt());
        if (!parser) {
            return fail({.cause = Cause::internal, .code = "xml.internal", .message = "libxml2 could not be started"});
        }
        *parser->sax = handler();
        parser->userData = this;
        parser_ = parser.get();
        constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC;
        xmlDoc* const made =
            htmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options);
        if (made != nullptr) {
            xmlFreeDoc(made);
        }
        parser->myDoc = nullptr;
        if (failure_) {
            return std::unexpected(std::move(*failure_));
        }
        return &root_;
    }

private:
    static xmlSAXHandler handler() {
        xmlSAXHandler sax{};
        sax.initialized = 1;
        sax.startElement = start;
        sax.endElement = end;
        sax.characters = characters;
        sax.ignorableWhitespace = characters;
        sax.cdataBlock = characters;
        return sax;
    }

    static HtmlBuilding& self(void* context) { return *static_cast<HtmlBuilding*>(context); }

    static void start(void* context, const xmlChar* name, const xmlChar** attributes) {
        HtmlBuilding& building = self(context);
        if (building.failure_) {
            return;
        }
        if (++building.depth_ > building.limits_.depth) {
            building.stop("limit.depth", "elements of the HTML inside nest too deep");
            return;
        }
        if (++building.nodes_ > building.limits_.blocks) {
            building.stop("limit.elements", "the HTML inside has too many elements");
            return;
        }
        XmlTree& tree = building.tree_;
        XmlNode& node = tree.element(building.here_, xhtml_space, tree.keep(view_of(name)));
        node.mixed = true;
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
            tree.attribute(node, tree.keep(view_of(attributes[0])), tree.keep(view_of(attributes[1])));
        }
        building.here_ = &node;
    }

    static void end(void* context, const xmlChar* name) {
        HtmlBuilding& building = self(context);
        if (!building.failure_ && building.here_ != &building.root_ && building.here_->name == view_of(name)) {
            --building.depth_;
            building.here_ = building.here_->parent;
        }
    }

    static void characters(void* context, const xmlChar* text, int size) {
        HtmlBuilding& building = self(context);
        if (building.failure_) {
            return;
        }
        const std::string_view piece(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
        XmlNode* const last = building.here_->last;
        if (last != nullptr && last->kind == XmlKind::text) {
            building.tree_.extend(*last, piece);
        } else {
            building.tree_.text(*building.here_, building.tree_.keep(piece));
        }
    }

    void stop(std::string code, std::string message) {
        failure_ = Diagnostic{.code = std::move(code), .message = std::move(message)};
        xmlStopParser(parser_);
    }

    XmlTree& tree_;
    const Limits& limits_;
    XmlNode& root_;
    XmlNode* here_;
    xmlParserCtxt* parser_ = nullptr;
    std::uint32_t depth_ = 0;
    std::uint64_t nodes_ = 0;
    std::optional<Diagnostic> failure_;
};

}  // namespace

Result<XmlNode*> parse_html(std::string_view text, XmlTree& tree, const Limits& limits) {
    return HtmlBuilding(tree, limits).run(text);
}

}  // namespace galley
