#include "converters/newsml/markup_reader.h"

#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"
#include "galley/utf8.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

std::string_view language_of(const XmlNode& node) {
    const XmlAttribute* tag = node.attribute(xml_space, "lang");
    const std::string_view found = tag != nullptr ? tag->value : node.value_of("lang");
    return is_language_tag(found) ? found : std::string_view();
}

bool holds_blocks(const XmlNode& node) {
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && is_block(find_markup(child->name).markup)) {
            return true;
        }
    }
    return false;
}

std::uint8_t heading_level(const XmlNode& node, const MarkupName& name) {
    const std::string_view stated = node.value_of("class");
    if (stated.size() == 2 && stated[0] == 'h' && stated[1] >= '2' && stated[1] <= '6') {
        return static_cast<std::uint8_t>(stated[1] - '0');
    }
    return name.detail;
}

EmphasisKind emphasis_kind(const XmlNode& node, const MarkupName& name) {
    struct Class {
        std::string_view name;
        EmphasisKind kind;
    };
    constexpr Class classes[] = {{"strong", EmphasisKind::strong},           {"bold", EmphasisKind::strong},
                                 {"underline", EmphasisKind::underline},     {"subscript", EmphasisKind::subscript},
                                 {"superscript", EmphasisKind::superscript}, {"small-caps", EmphasisKind::small_caps},
                                 {"strike", EmphasisKind::strike},           {"code", EmphasisKind::code}};
    const std::string_view stated = node.value_of("class");
    const auto* const found = std::ranges::find(classes, stated, &Class::name);
    return found != std::end(classes) ? found->kind : static_cast<EmphasisKind>(name.detail);
}

bool is_blank(const Inlines& line) {
    return std::ranges::all_of(line, [](const Inline& each) {
        const auto* text = std::get_if<Text>(&each.node);
        return text != nullptr && utf8::trim(text->utf8).empty();
    });
}

}  // namespace

Blocks MarkupReader::blocks(const XmlNode& parent) {
    Blocks found;
    Inlines loose;
    collect(parent, found, loose);
    flush(loose, found);
    return found;
}

Inlines MarkupReader::line(const XmlNode& parent) {
    Inlines found;
    inlines(parent, found);
    trim_line(found);
    return found;
}

void MarkupReader::flush(Inlines& loose, Blocks& to) {
    if (!is_blank(loose)) {
        trim_line(loose);
        if (!loose.empty()) {
            to.emplace_back(Paragraph{.content = std::move(loose)});
        }
    }
    loose.clear();
}

void MarkupReader::collect(const XmlNode& parent, Blocks& to, Inlines& loose) {
    for (const XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text) {
            append_text(child->value, loose);
        } else if (child->kind == XmlKind::element) {
            const MarkupName name = find_markup(child->name);
            if (is_block(name.markup)) {
                flush(loose, to);
                block(*child, name, to);
            } else if (name.markup != Markup::skipped && holds_blocks(*child)) {
                collect(*child, to, loose);
            } else {
                mark(*child, name, loose);
            }
        }
    }
}

void MarkupReader::block(const XmlNode& node, const MarkupName& name, Blocks& to) {
    const std::size_t before = to.size();
    switch (name.markup) {
        case Markup::paragraph:
        case Markup::attribution:
        case Markup::caption: {
            if (holds_blocks(node)) {
                Inlines loose;
                collect(node, to, loose);
                flush(loose, to);
                break;
            }
            Inlines content = line(node);
            if (!content.empty()) {
                const bool lead = node.value_of("lede") == "true" || node.value_of("class") == "lead";
                to.emplace_back(Paragraph{.content = std::move(content), .lead = lead});
            }
            break;
        }
        case Markup::heading:
            if (Inlines content = line(node); !content.empty()) {
                to.emplace_back(Heading{.level = heading_level(node, name), .content = std::move(content)});
            }
            break;
        case Markup::ordered_list:
        case Markup::unordered_list: to.push_back(list(node, name.markup == Markup::ordered_list)); break;
        case Markup::quote: to.push_back(quote(node)); break;
        case Markup::table: to.push_back(table(node)); break;
        case Markup::preformatted: {
            std::string text;
            std::string storage;
            const std::string_view all = node.first == nullptr     ? std::string_view()
                                         : node.first == node.last ? node.first->value
                                                                   : text_of(node, storage);
            for (const char byte : all) {
                if (byte != '\r') {
                    text += byte;
                }
            }
            text.erase(text.find_last_not_of('\n') + 1);
            to.emplace_back(Preformatted{std::move(text)});
            break;
        }
        case Markup::media: media(node, to); break;
        case Markup::rule: to.emplace_back(ThematicBreak{}); break;
        case Markup::note: {
            const std::string_view role =
                node.attribute("class") != nullptr ? node.value_of("class") : node.value_of("noteclass");
            to.emplace_back(Note{.role = std::string(role), .content = blocks(node)});
            break;
        }
        case Markup::container:
        case Markup::item:
        case Markup::row:
        case Markup::cell:
        case Markup::header_cell: {
            Inlines loose;
            collect(node, to, loose);
            flush(loose, to);
            if (node.name == "nitf-table" && to.size() > before) {
                summary(node, to.back());
            }
            break;
        }
        case Markup::emphasis:
        case Markup::link:
        case Markup::entity:
        case Markup::foreign:
        case Markup::line_break:
        case Markup::span:
        case Markup::skipped: break;
    }
    if (const std::string_view tag = language_of(node); !tag.empty() && to.size() == before + 1) {
        to.back().language = tag;
    }
}

// What NITF says of a table beside it is its caption, where it has none.
void MarkupReader::summary(const XmlNode& node, Block& block) {
    const XmlNode* metadata = node.child(node.name_space, "nitf-table-metadata");
    const XmlNode* summary = metadata != nullptr ? metadata->child(node.name_space, "nitf-table-summary") : nullptr;
    auto* table = std::get_if<Table>(&block.node);
    if (summary != nullptr && table != nullptr && table->caption.empty()) {
        table->caption = line(*summary);
    }
}

void MarkupReader::inlines(const XmlNode& parent, Inlines& to) {
    for (const XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text) {
            append_text(child->value, to);
        } else if (child->kind == XmlKind::element) {
            mark(*child, find_markup(child->name), to);
        }
    }
}

void MarkupReader::mark(const XmlNode& node, const MarkupName& name, Inlines& to) {
    Inlines content;
    switch (name.markup) {
        case Markup::emphasis:
            inlines(node, content);
            to.emplace_back(Emphasis{emphasis_kind(node, name), std::move(content)});
            return;
        case Markup::link:
            inlines(node, content);
            if (node.value_of("href").empty()) {
                std::ranges::move(content, std::back_inserter(to));
            } else {
                to.emplace_back(
                    Link{std::string(node.value_of("href")), std::string(node.value_of("title")), std::move(content)});
            }
            return;
        case Markup::entity: {
            inlines(node, content);
            const auto kind = static_cast<EntityKind>(name.detail);
            const std::string_view value = node.value_of(kind == EntityKind::chronology ? "norm"
                                                         : kind == EntityKind::money    ? "unit"
                                                         : kind == EntityKind::number   ? "units"
                                                                                        : "");
            to.emplace_back(Entity{kind,
                                   std::string(node.value_of(kind == EntityKind::location ? "location-code" : "value")),
                                   std::string(value), std::move(content)});
            return;
        }
        case Markup::foreign:
            inlines(node, content);
            to.emplace_back(Foreign{std::string(language_of(node)), std::move(content)});
            return;
        case Markup::line_break: to.emplace_back(LineBreak{}); return;
        case Markup::span: inlines(node, to); return;
        case Markup::skipped: return;
        case Markup::container:
        case Markup::paragraph:
        case Markup::heading:
        case Markup::ordered_list:
        case Markup::unordered_list:
        case Markup::item:
        case Markup::quote:
        case Markup::attribution:
        case Markup::table:
        case Markup::row:
        case Markup::cell:
        case Markup::header_cell:
        case Markup::caption:
        case Markup::preformatted:
        case Markup::media:
        case Markup::rule:
        case Markup::note:
            // A block where only a line has room: its words stay apart.
            append_text(" ", to);
            inlines(node, to);
            append_text(" ", to);
            return;
    }
}

}  // namespace galley::newsml
