#include "converters/newsml/xhtml_lint.h"

#include "converters/newsml/child_order.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

// Of HTML 4 and 5 together: news is sent as either.
constexpr std::string_view known_names[] = {
    "a",        "abbr",     "acronym",  "address",  "applet",     "area",    "article",    "aside",    "audio",
    "b",        "base",     "basefont", "bdi",      "bdo",        "big",     "blockquote", "body",     "br",
    "button",   "canvas",   "caption",  "center",   "cite",       "code",    "col",        "colgroup", "data",
    "datalist", "dd",       "del",      "details",  "dfn",        "dialog",  "dir",        "div",      "dl",
    "dt",       "em",       "embed",    "fieldset", "figcaption", "figure",  "font",       "footer",   "form",
    "frame",    "frameset", "h1",       "h2",       "h3",         "h4",      "h5",         "h6",       "head",
    "header",   "hgroup",   "hr",       "html",     "i",          "iframe",  "img",        "input",    "ins",
    "kbd",      "label",    "legend",   "li",       "link",       "main",    "map",        "mark",     "menu",
    "meta",     "meter",    "nav",      "noscript", "object",     "ol",      "optgroup",   "option",   "output",
    "p",        "param",    "picture",  "pre",      "progress",   "q",       "rb",         "rp",       "rt",
    "rtc",      "ruby",     "s",        "samp",     "script",     "section", "select",     "small",    "source",
    "span",     "strike",   "strong",   "style",    "sub",        "summary", "sup",        "table",    "tbody",
    "td",       "template", "textarea", "tfoot",    "th",         "thead",   "time",       "title",    "tr",
    "track",    "tt",       "u",        "ul",       "var",        "video",   "wbr"};
static_assert(std::ranges::is_sorted(known_names));

// What cannot stand in running text, so never in a paragraph or heading.
constexpr std::string_view block_names[] = {
    "address", "article",  "aside",  "blockquote", "body", "center", "dd",   "dir",   "div", "dl",
    "dt",      "fieldset", "figure", "footer",     "form", "h1",     "h2",   "h3",    "h4",  "h5",
    "h6",      "header",   "hr",     "html",       "li",   "main",   "menu", "nav",   "ol",  "p",
    "pre",     "section",  "table",  "tbody",      "td",   "tfoot",  "th",   "thead", "tr",  "ul"};
static_assert(std::ranges::is_sorted(block_names));

constexpr std::string_view empty_names[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                            "input", "link", "meta", "param", "source", "track", "wbr"};

struct Parents {
    std::string_view child;
    std::string_view parents[5];
};

// Elements that make sense in some others only.
constexpr Parents bound[] = {{"body", {"html"}},
                             {"caption", {"table"}},
                             {"dd", {"dl", "div"}},
                             {"dt", {"dl", "div"}},
                             {"figcaption", {"figure"}},
                             {"head", {"html"}},
                             {"li", {"ul", "ol", "menu", "dir"}},
                             {"tbody", {"table"}},
                             {"td", {"tr"}},
                             {"tfoot", {"table"}},
                             {"th", {"tr"}},
                             {"thead", {"table"}},
                             {"tr", {"table", "thead", "tbody", "tfoot"}}};

bool is_running_text(std::string_view name) {
    return name == "p" || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6');
}

bool holds_only_items(std::string_view name) { return name == "ul" || name == "ol"; }

bool has_blank_text(const XmlNode& node) { return node.value.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class XhtmlLint {
public:
    explicit XhtmlLint(const OnNitfFault& on_fault) : on_fault_(on_fault) {}

    void element(const XmlNode& node, std::string_view text_block, bool in_link) {
        const std::string_view name = node.name;
        // A name with a hyphen is a custom element (HTML, 4.13).
        if (!std::ranges::binary_search(known_names, name) && name.find('-') == std::string_view::npos) {
            on_fault_(node, "XHTML has no element '" + std::string(name) + "'");
        }
        if (!text_block.empty() && std::ranges::binary_search(block_names, name)) {
            on_fault_(node, "'" + path_of(node) + "' stands in a '" + std::string(text_block) +
                                "', which holds running text");
        }
        if (name == "a" && node.attribute("href") != nullptr) {
            if (in_link) {
                on_fault_(node, "a link stands in another");
            }
            in_link = true;
        }
        if (name == "img" && node.attribute("src") == nullptr) {
            on_fault_(node, "'" + path_of(node) + "' has no src");
        }
        content(node);
        const std::string_view inner_block = is_running_text(name) ? name : text_block;
        for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element && child->name_space == node.name_space) {
                parent(node, *child);
                element(*child, inner_block, in_link);
            }
        }
    }

private:
    void content(const XmlNode& node) {
        const bool is_empty = std::ranges::find(empty_names, node.name) != std::end(empty_names);
        for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
            const bool is_text = child->kind == XmlKind::text && !has_blank_text(*child);
            const bool is_element = child->kind == XmlKind::element;
            if (is_empty && (is_text || is_element)) {
                on_fault_(node, "'" + path_of(node) + "' must be empty");
                return;
            }
            if (holds_only_items(node.name) && (is_text || (is_element && child->name != "li" &&
                                                            child->name != "script" && child->name != "template"))) {
                on_fault_(*child, "'" + path_of(node) + "' may hold only li elements");
                return;
            }
        }
    }

    void parent(const XmlNode& node, const XmlNode& child) {
        const auto* const known = std::ranges::find(bound, child.name, &Parents::child);
        if (known != std::end(bound) && std::ranges::find(known->parents, node.name) == std::end(known->parents)) {
            on_fault_(child, "'" + path_of(child) + "' cannot stand in a '" + std::string(node.name) + "'");
        }
    }

    const OnNitfFault& on_fault_;
};

constexpr AllowedChild html_children[] = {{"head", 0, false, true}, {"body", 1, true, true}};

}  // namespace

void lint_xhtml(const XmlNode& root, const OnNitfFault& on_fault) {
    if (root.name == "html") {
        check_children(root, html_children,
                       [&](ChildFault, const XmlNode& at, std::string message) { on_fault(at, std::move(message)); });
    }
    XhtmlLint(on_fault).element(root, {}, false);
}

}  // namespace galley::newsml
