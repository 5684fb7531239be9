#include "converters/newsml/xhtml_body.h"

#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"
#include "galley/document_title.h"
#include "galley/overloaded.h"

#include <algorithm>
#include <utility>

namespace galley::newsml {

namespace {

std::string_view element_of(EmphasisKind kind) {
    switch (kind) {
        case EmphasisKind::emphasis: return "em";
        case EmphasisKind::strong: return "strong";
        case EmphasisKind::underline: return "u";
        case EmphasisKind::subscript: return "sub";
        case EmphasisKind::superscript: return "sup";
        case EmphasisKind::small_caps: return "span";
        case EmphasisKind::strike: return "s";
        case EmphasisKind::code: return "code";
    }
    return "em";
}

std::string_view class_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::person: return "person";
        case EntityKind::organisation: return "organisation";
        case EntityKind::location: return "location";
        case EntityKind::event: return "event";
        case EntityKind::object: return "object";
        case EntityKind::function: return "function";
        case EntityKind::chronology: return "chronology";
        case EntityKind::money: return "money";
        case EntityKind::number: return "number";
        case EntityKind::copyright: return "copyright";
        case EntityKind::virtual_location: return "virtual-location";
    }
    return {};
}

class XhtmlBody {
public:
    XhtmlBody(const XmlBuild& build, const Document& document, std::uint32_t depth)
        : build_(build),
          document_(document),
          depth_left_(depth) {}

    void blocks(XmlNode& parent, const Blocks& content) {
        if (!enter()) {
            return;
        }
        for (const Block& each : content) {
            block(parent, each);
        }
        ++depth_left_;
    }

    [[nodiscard]] bool too_deep() const { return too_deep_; }
    [[nodiscard]] bool has_nested_link() const { return nested_link_; }

private:
    bool enter() {
        if (depth_left_ == 0) {
            too_deep_ = true;
            return false;
        }
        --depth_left_;
        return true;
    }

    XmlNode& add(XmlNode& parent, std::string_view name, const Block& block) {
        XmlNode& element = build_.add(parent, name);
        build_.set(element, "lang",
                   is_language_tag(block.language) ? std::string_view(block.language) : std::string_view());
        return element;
    }

    void block(XmlNode& parent, const Block& block) {
        std::visit(Overloaded{[&](const Paragraph& paragraph) {
                                  XmlNode& element = add(parent, "p", block);
                                  build_.set(element, "class", paragraph.lead ? "lead" : "");
                                  inlines(element, paragraph.content);
                              },
                              [&](const Heading& heading) {
                                  constexpr std::string_view names[] = {"h2", "h3", "h4", "h5", "h6"};
                                  inlines(add(parent, names[std::clamp<int>(heading.level, 2, 6) - 2], block),
                                          heading.content);
                              },
                              [&](const List& list) { put(add(parent, list.ordered ? "ol" : "ul", block), list); },
                              [&](const Quote& quote) { put(add(parent, "blockquote", block), quote); },
                              [&](const Table& table) { put(add(parent, "table", block), table); },
                              [&](const Preformatted& text) {
                                  XmlNode& element = add(parent, "pre", block);
                                  element.mixed = true;
                                  build_.tree.text(element, text.utf8);
                              },
                              [&](const Figure& figure) { put(add(parent, "figure", block), figure); },
                              [&](const ThematicBreak&) { add(parent, "hr", block); },
                              [&](const Note& note) {
                                  XmlNode& element = add(parent, "aside", block);
                                  build_.set(element, "class", note.role);
                                  blocks(element, note.content);
                              }},
                   block.node);
    }

    void item(XmlNode& parent, const Blocks& content) {
        if (content.size() == 1 && content[0].language.empty()) {
            if (const auto* paragraph = std::get_if<Paragraph>(&content[0].node)) {
                inlines(parent, paragraph->content);
                return;
            }
        }
        blocks(parent, content);
    }

    void put(XmlNode& element, const List& list) {
        if (!enter()) {
            return;
        }
        if (list.ordered && list.start != 1) {
            build_.set(element, "start", build_.tree.keep(std::to_string(list.start)));
        }
        for (const Blocks& content : list.items) {
            item(build_.add(element, "li"), content);
        }
        ++depth_left_;
    }

    void put(XmlNode& element, const Quote& quote) {
        blocks(element, quote.content);
        if (!quote.attribution.empty()) {
            XmlNode& footer = build_.add(element, "footer");
            inlines(footer, quote.attribution);
        }
    }

    void put(XmlNode& element, const Table& table) {
        if (!enter()) {
            return;
        }
        if (!table.caption.empty()) {
            inlines(build_.add(element, "caption"), table.caption);
        }
        for (const std::vector<Cell>& cells : table.rows) {
            XmlNode& row = build_.add(element, "tr");
            for (const Cell& each : cells) {
                cell(row, each);
            }
        }
        ++depth_left_;
    }

    void cell(XmlNode& row, const Cell& from) {
        constexpr std::string_view alignments[] = {"", "text-align: center", "text-align: end"};
        XmlNode& element = build_.add(row, from.header ? "th" : "td");
        if (from.columns > 1) {
            build_.set(element, "colspan", build_.tree.keep(std::to_string(from.columns)));
        }
        if (from.rows > 1) {
            build_.set(element, "rowspan", build_.tree.keep(std::to_string(from.rows)));
        }
        build_.set(element, "style", alignments[static_cast<std::size_t>(from.alignment)]);
        item(element, from.content);
    }

    void put(XmlNode& element, const Figure& figure) {
        const auto found = std::ranges::find(document_.resources, figure.resource, &Resource::id);
        if (found != document_.resources.end() && !found->href.empty()) {
            XmlNode& picture = build_.add(element, found->media_type.starts_with("video/")   ? "video"
                                                   : found->media_type.starts_with("audio/") ? "audio"
                                                                                             : "img");
            build_.set(picture, "src", iri(build_.tree, found->href));
            if (picture.name == "img") {
                build_.tree.attribute(picture, "alt", figure.alternative);
            }
        }
        if (!figure.caption.empty() || !figure.credit.empty()) {
            XmlNode& caption = build_.add(element, "figcaption");
            inlines(caption, figure.caption);
            if (!figure.credit.empty()) {
                build_.tree.text(caption, figure.caption.empty() ? "" : " ");
                build_.add_text(caption, "small", figure.credit);
            }
        }
    }

    // HTML, 4.5.1: no link stands in another.
    void link(XmlNode& parent, const Link& link) {
        nested_link_ = nested_link_ || in_link_;
        XmlNode& element = build_.add(parent, in_link_ ? "span" : "a");
        build_.set(element, "href", in_link_ ? std::string_view() : iri(build_.tree, link.target));
        build_.set(element, "title", link.title);
        const bool outer = std::exchange(in_link_, true);
        inlines(element, link.content);
        in_link_ = outer;
    }

    void inlines(XmlNode& parent, const Inlines& content) {
        parent.mixed = true;
        if (!enter()) {
            return;
        }
        for (const Inline& each : content) {
            std::visit(Overloaded{[&](const Text& text) { build_.tree.text(parent, text.utf8); },
                                  [&](const Emphasis& emphasis) {
                                      XmlNode& element = build_.add(parent, element_of(emphasis.kind));
                                      build_.set(
                                          element, "style",
                                          emphasis.kind == EmphasisKind::small_caps ? "font-variant: small-caps" : "");
                                      inlines(element, emphasis.content);
                                  },
                                  [&](const Link& each_link) { link(parent, each_link); },
                                  [&](const Entity& entity) {
                                      XmlNode& element = build_.add(parent, "span");
                                      build_.set(element, "class", class_of(entity.kind));
                                      inlines(element, entity.content);
                                  },
                                  [&](const Foreign& foreign) {
                                      XmlNode& element = build_.add(parent, "span");
                                      build_.set(element, "lang", foreign.language);
                                      inlines(element, foreign.content);
                                  },
                                  [&](const LineBreak&) { build_.add(parent, "br"); }},
                       each.node);
        }
        ++depth_left_;
    }

    const XmlBuild& build_;
    const Document& document_;
    std::uint32_t depth_left_;
    bool too_deep_ = false;
    bool in_link_ = false;
    bool nested_link_ = false;
};

}  // namespace

Result<XmlNode*> make_xhtml(XmlTree& tree, const Document& document, Context& context) {
    const XmlBuild build{tree, xhtml_space};
    XmlNode& html = tree.element(nullptr, xhtml_space, "html");
    if (document.meta.language && is_language_tag(document.meta.language->value)) {
        build.set(html, "lang", document.meta.language->value);
    }
    build.set(html, "dir", document.meta.direction == Direction::right_to_left ? "rtl" : "");
    build.add_text(build.add(html, "head"), "title", label(tree, tree.keep(document_title(document).value)));
    XhtmlBody body(build, document, context.limits().depth);
    body.blocks(build.add(html, "body"), document.body);
    if (body.too_deep()) {
        return fail({.code = "limit.depth",
                     .message = "the text nests deeper than " + std::to_string(context.limits().depth) + " levels",
                     .where = {.source = document.source.name},
                     .hints = {"flatten its lists, quotes and tables"}});
    }
    if (body.has_nested_link()) {
        context.say({.severity = Severity::warning,
                     .code = "newsml.nested-link",
                     .message = "a link stands in another, which XHTML cannot have; the inner one kept its text",
                     .where = {.source = document.source.name},
                     .hints = {"take the outer link away"}});
    }
    return &html;
}

}  // namespace galley::newsml
