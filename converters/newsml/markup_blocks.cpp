// The blocks of MarkupReader that hold others, or media.

#include "converters/newsml/markup_reader.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace galley::newsml {

namespace {

std::uint16_t span_of(const XmlNode& node, std::string_view name) {
    const std::string_view text = node.value_of(name);
    std::uint16_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::max<std::uint16_t>(number, 1);
}

CellAlignment alignment_of(const XmlNode& node) {
    const std::string_view align = node.value_of("align");
    const std::string_view style = node.value_of("style");
    if (align == "center" || style == "text-align: center") {
        return CellAlignment::centre;
    }
    return align == "right" || style == "text-align: end" ? CellAlignment::end : CellAlignment::start;
}

}  // namespace

Block MarkupReader::list(const XmlNode& node, bool ordered) {
    List list{.ordered = ordered};
    const std::string_view start =
        node.attribute("seqnum") != nullptr ? node.value_of("seqnum") : node.value_of("start");
    std::from_chars(start.data(), start.data() + start.size(), list.start);
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::element && (child->kind != XmlKind::text || utf8::trim(child->value).empty())) {
            continue;
        }
        Blocks content;
        if (child->kind == XmlKind::element) {
            content = blocks(*child);
        } else {
            Inlines loose;
            append_text(child->value, loose);
            flush(loose, content);
        }
        list.items.push_back(std::move(content));
    }
    return list;
}

Block MarkupReader::quote(const XmlNode& node) {
    Quote quote;
    Inlines loose;
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        const MarkupName name =
            child->kind == XmlKind::element ? find_markup(child->name) : MarkupName{{}, Markup::span};
        if (child->kind == XmlKind::text) {
            append_text(child->value, loose);
        } else if (child->kind == XmlKind::element && name.markup == Markup::attribution && quote.attribution.empty()) {
            flush(loose, quote.content);
            quote.attribution = line(*child);
        } else if (child->kind == XmlKind::element && is_block(name.markup)) {
            flush(loose, quote.content);
            block(*child, name, quote.content);
        } else if (child->kind == XmlKind::element) {
            mark(*child, name, loose);
        }
    }
    flush(loose, quote.content);
    return quote;
}

Block MarkupReader::table(const XmlNode& node) {
    Table table;
    rows(node, table);
    return table;
}

void MarkupReader::rows(const XmlNode& node, Table& table) {
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text && !utf8::trim(child->value).empty()) {
            Blocks content;
            Inlines loose;
            append_text(child->value, loose);
            flush(loose, content);
            std::vector<Cell> row;
            row.push_back(Cell{.content = std::move(content)});
            table.rows.push_back(std::move(row));
        }
        if (child->kind != XmlKind::element) {
            continue;
        }
        const Markup markup = find_markup(child->name).markup;
        if (markup == Markup::caption && table.caption.empty()) {
            table.caption = line(*child);
        } else if (markup == Markup::row) {
            std::vector<Cell> row;
            for (const XmlNode* cell = child->first; cell != nullptr; cell = cell->next) {
                if (cell->kind == XmlKind::element) {
                    row.push_back(Cell{.header = cell->name == "th",
                                       .columns = span_of(*cell, "colspan"),
                                       .rows = span_of(*cell, "rowspan"),
                                       .alignment = alignment_of(*cell),
                                       .content = blocks(*cell)});
                }
            }
            table.rows.push_back(std::move(row));
        } else {
            rows(*child, table);
        }
    }
}

std::string MarkupReader::add_resource(std::string_view id, std::string_view href, std::string_view media_type) {
    std::string chosen(id);
    for (std::size_t number = resources_.size() + 1; chosen.empty() || !ids_.insert(chosen).second; ++number) {
        chosen = "media-" + std::to_string(number);
    }
    resources_.push_back({.id = chosen, .media_type = std::string(media_type), .href = std::string(href)});
    return chosen;
}

// NITF: references, then captions and producers; XHTML: figure around img, or img alone.
void MarkupReader::media(const XmlNode& node, Blocks& to) {
    Figure figure;
    Blocks captions;
    std::string credit;
    std::string producers;
    const auto picture = [&](const XmlNode& from, std::string_view href, std::string_view type, std::string_view text) {
        const std::string id = add_resource(from.value_of("name"), href, type);
        if (figure.resource.empty()) {
            figure.resource = id;
            figure.alternative = text;
        }
    };
    if (node.attribute("src") != nullptr) {
        picture(node, node.value_of("src"), node.name == "img" ? "" : node.value_of("type"), node.value_of("alt"));
    }
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::element) {
            continue;
        }
        if (child->name == "media-reference") {
            // NITF before 3.0 has data-location.
            const std::string_view source = child->value_of("source");
            picture(*child, source.empty() ? child->value_of("data-location") : source, child->value_of("mime-type"),
                    child->value_of("alternate-text"));
            credit = credit.empty() ? std::string(child->value_of("source-credit")) : credit;
        } else if (child->name == "img" || child->name == "video" || child->name == "audio") {
            picture(*child, child->value_of("src"), child->value_of("type"), child->value_of("alt"));
        } else if (child->name == "media-producer") {
            if (const std::string producer = plain_text(line(*child)); !producer.empty()) {
                (producers += producers.empty() ? "" : ", ") += producer;
            }
        } else {
            said_of_media(*child, figure, captions);
        }
    }
    figure.credit = producers.empty() ? std::move(credit) : std::move(producers);
    if (!figure.resource.empty()) {
        to.emplace_back(std::move(figure));
    } else {
        // Nothing is shown: what is said of it are words of the text.
        if (!figure.credit.empty()) {
            captions.emplace_back(Paragraph{.content = {Text{std::move(figure.credit)}}});
        }
        if (!figure.caption.empty()) {
            captions.insert(captions.begin(), Block(Paragraph{.content = std::move(figure.caption)}));
        }
    }
    std::ranges::move(captions, std::back_inserter(to));
}

// A caption of one paragraph is the figure's own; what is more stands behind it.
void MarkupReader::said_of_media(const XmlNode& node, Figure& figure, Blocks& captions) {
    const MarkupName name = find_markup(node.name);
    if (name.markup == Markup::caption && figure.caption.empty() && captions.empty()) {
        Blocks parts = blocks(node);
        auto* first = parts.size() == 1 ? std::get_if<Paragraph>(&parts[0].node) : nullptr;
        if (first != nullptr) {
            figure.caption = std::move(first->content);
        } else {
            captions = std::move(parts);
        }
    } else if (is_block(name.markup)) {
        block(node, name, captions);
    } else {
        Inlines loose;
        mark(node, name, loose);
        flush(loose, captions);
    }
}

}  // namespace galley::newsml
