#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_read.h"
#include "converters/newsml/markup_reader.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/text_blocks.h"
#include "galley/utf8.h"

#include <optional>
#include <string>
#include <utility>

namespace galley::newsml {

namespace {

const XmlNode* root_in(const XmlNode& node) {
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element) {
            return child;
        }
    }
    return nullptr;
}

const XmlNode* find_local(const XmlNode& node, std::string_view name) {
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && child->name == name) {
            return child;
        }
    }
    return nullptr;
}

void read_xhtml(const XmlNode& html, Document& to) {
    if (const XmlNode* head = find_local(html, "head");
        head != nullptr && !to.meta.title && to.meta.headlines.empty()) {
        if (const XmlNode* title = find_local(*head, "title")) {
            to.meta.title = line_in(*title);
        }
    }
    const XmlNode* body = find_local(html, "body");
    to.body = MarkupReader(to.resources).blocks(body != nullptr ? *body : html);
}

/// What is no text to us, events or results of sports: each element with words of its own is a paragraph.
void read_other(const XmlNode& node, Document& to) {
    Inlines own;
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text) {
            append_text(child->value, own);
        }
    }
    trim_line(own);
    if (!own.empty()) {
        to.body.emplace_back(Paragraph{.content = MarkupReader(to.resources).line(node)});
        return;
    }
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element) {
            read_other(*child, to);
        }
    }
}

bool read_inline_xml(const XmlNode& node, Document& to) {
    const XmlNode* root = root_in(node);
    if (root == nullptr) {
        return false;
    }
    if (root->name == "nitf") {
        read_nitf_head(*root, to);
        to.body = read_nitf_body(*root, to.resources);
    } else if (root->name_space == xhtml_space || root->name == "html" || root->name == "body" || root->name == "div" ||
               root->name == "p") {
        read_xhtml(*root, to);
    } else {
        read_other(*root, to);
    }
    return !to.body.empty();
}

bool is_html(const XmlNode& data) {
    const std::string_view type = data.value_of("contenttype");
    const std::string_view base = utf8::trim(type.substr(0, type.find(';')));
    return base == "text/html" || base == "application/xhtml+xml";
}

void read_inline_data(const XmlNode& data, const Limits& limits, Document& to) {
    std::string storage;
    const std::string_view text = text_of(data, storage);
    auto html = is_html(data) ? read_html_text(text, limits, to.resources) : std::nullopt;
    to.body = html ? std::move(*html) : read_plain_text(text);
}

}  // namespace

bool is_text_rendition(const XmlNode& rendition) {
    return (rendition.is(nar, "inlineXML") && root_in(rendition) != nullptr) ||
           (rendition.is(nar, "inlineData") && rendition.first != nullptr &&
            rendition.attribute("encoding") == nullptr && rendition.attribute("encodinguri") == nullptr);
}

const XmlNode* read_content_set(const XmlNode& set, const Limits& limits, Document& to) {
    const XmlNode* read = nullptr;
    const XmlNode* data = nullptr;
    for (const XmlNode* child = set.first; child != nullptr; child = child->next) {
        if (child->is(nar, "inlineXML") && to.body.empty()) {
            read = read_inline_xml(*child, to) ? child : read;
        } else if (child->is(nar, "inlineData") && is_text_rendition(*child) &&
                   (data == nullptr || (is_html(*child) && !is_html(*data)))) {
            data = child;
        } else if (child->is(nar, "remoteContent")) {
            const std::string_view type = child->value_of("contenttype");
            const std::string_view href =
                child->attribute("href") != nullptr ? child->value_of("href") : child->value_of("residref");
            if (!href.empty()) {
                to.resources.push_back({.id = "remote-" + std::to_string(to.resources.size() + 1),
                                        .media_type = std::string(type),
                                        .href = std::string(href),
                                        .title = std::string(child->value_of("title"))});
            }
        }
    }
    if (to.body.empty() && data != nullptr) {
        read_inline_data(*data, limits, to);
        read = data;
    }
    return read;
}

}  // namespace galley::newsml
