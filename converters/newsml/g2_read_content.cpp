#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_read.h"
#include "converters/newsml/markup_reader.h"
#include "converters/newsml/namespaces.h"
#include "core/edge/libxml2/html_parser.h"
#include "galley/utf8.h"

#include <algorithm>

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

// A blank line ends a paragraph; where there is none, each line is one.
Blocks read_plain(std::string_view text) {
    Blocks blocks;
    const auto add = [&](std::string_view piece) {
        Inlines line;
        append_text(piece, line);
        trim_line(line);
        if (!line.empty()) {
            blocks.emplace_back(Paragraph{.content = std::move(line)});
        }
    };
    const bool has_blank_lines =
        text.find("\n\n") != std::string_view::npos || text.find("\n\r\n") != std::string_view::npos;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (!has_blank_lines) {
            add(line);
        } else if (utf8::trim(line).empty()) {
            add(text.substr(begin, at - begin));
            begin = end;
        }
        at = end + 1;
    }
    if (has_blank_lines) {
        add(text.substr(std::min(begin, text.size())));
    }
    return blocks;
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

/// HTML that stands in the item as text; false when it is not to be parsed.
bool read_html(std::string_view text, const Limits& limits, Document& to) {
    XmlTree tree;
    const auto root = parse_html(text, tree, limits);
    if (root) {
        to.body = MarkupReader(to.resources).blocks(**root);
    }
    return root.has_value();
}

void read_inline_data(const XmlNode& data, const Limits& limits, Document& to) {
    std::string storage;
    const std::string_view text = text_of(data, storage);
    if (!is_html(data) || !read_html(text, limits, to)) {
        to.body = read_plain(text);
    }
}

}  // namespace

void read_content_set(const XmlNode& set, const Limits& limits, Document& to) {
    const XmlNode* data = nullptr;
    for (const XmlNode* child = set.first; child != nullptr; child = child->next) {
        if (child->is(nar, "inlineXML") && to.body.empty()) {
            read_inline_xml(*child, to);
        } else if (child->is(nar, "inlineData") && child->attribute("encoding") == nullptr &&
                   child->attribute("encodinguri") == nullptr && (data == nullptr || (is_html(*child) && !is_html(*data)))) {
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
    }
}

}  // namespace galley::newsml
