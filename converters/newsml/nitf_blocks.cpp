#include "converters/newsml/nitf_body.h"

#include "galley/overloaded.h"

#include <algorithm>

namespace galley::newsml {

namespace {

const Resource* find_resource(const Document& document, const std::string& id) {
    const auto found = std::ranges::find(document.resources, id, &Resource::id);
    return found != document.resources.end() ? &*found : nullptr;
}

// NITF 3.6, media-type: text, audio, image, video, data, application or other.
std::string_view media_kind(std::string_view media_type) {
    const std::string_view top = media_type.substr(0, media_type.find('/'));
    for (const std::string_view known : {"text", "audio", "image", "video", "application"}) {
        if (top == known) {
            return known;
        }
    }
    return "other";
}

}  // namespace

bool NitfBody::enter() {
    if (depth_left_ == 0) {
        too_deep_ = true;
        return false;
    }
    --depth_left_;
    return true;
}

XmlNode& NitfBody::add(XmlNode& parent, std::string_view name, const Block& block) {
    XmlNode& element = build_.add(parent, name);
    build_.set_language(element, block.language);
    return element;
}

void NitfBody::blocks(XmlNode& parent, const Blocks& content) {
    if (!enter()) {
        return;
    }
    for (const Block& each : content) {
        block(parent, each);
    }
    leave();
}

void NitfBody::block(XmlNode& parent, const Block& block) {
    std::visit(Overloaded{[&](const Paragraph& paragraph) {
                              XmlNode& element = add(parent, "p", block);
                              if (paragraph.lead) {
                                  build_.set(element, "lede", "true");
                              }
                              inlines(element, paragraph.content);
                          },
                          [&](const Heading& heading) { put(parent, heading, block); },
                          [&](const List& list) { put(parent, list, block); },
                          [&](const Quote& quote) { put(parent, quote, block); },
                          [&](const Table& table) { put(parent, table, block); },
                          [&](const Preformatted& text) {
                              XmlNode& element = add(parent, "pre", block);
                              element.mixed = true;
                              build_.tree.text(element, text.utf8);
                          },
                          [&](const Figure& figure) { put(parent, figure, block); },
                          [&](const ThematicBreak&) { add(parent, "hr", block); },
                          [&](const Note& note) { put(parent, note, block); }},
               block.node);
}

// NITF has one level of heading in the text; the others say theirs by class.
void NitfBody::put(XmlNode& parent, const Heading& heading, const Block& block) {
    constexpr std::string_view classes[] = {"h3", "h4", "h5", "h6"};
    XmlNode& element = add(parent, "hl2", block);
    if (heading.level >= 3 && heading.level <= 6) {
        build_.set(element, "class", classes[heading.level - 3]);
    }
    inlines(element, heading.content);
}

// A lone paragraph needs no element of its own inside an item or a cell.
void NitfBody::item(XmlNode& parent, const Blocks& content) {
    parent.mixed = true;
    if (content.size() == 1 && content[0].language.empty()) {
        if (const auto* paragraph = std::get_if<Paragraph>(&content[0].node);
            paragraph != nullptr && !paragraph->lead) {
            inlines(parent, paragraph->content);
            return;
        }
    }
    parent.mixed = false;
    blocks(parent, content);
}

void NitfBody::put(XmlNode& parent, const List& list, const Block& block) {
    if (list.items.empty() || !enter()) {
        return;
    }
    XmlNode& element = add(parent, list.ordered ? "ol" : "ul", block);
    if (list.ordered && list.start != 1) {
        build_.set(element, "seqnum", build_.tree.keep(std::to_string(list.start)));
    }
    for (const Blocks& content : list.items) {
        item(build_.add(element, "li"), content);
    }
    leave();
}

void NitfBody::put(XmlNode& parent, const Quote& quote, const Block& block) {
    XmlNode& element = add(parent, "bq", block);
    blocks(build_.add(element, "block"), quote.content);
    if (!quote.attribution.empty()) {
        inlines(build_.add(element, "credit"), quote.attribution);
    }
}

void NitfBody::put(XmlNode& parent, const Table& table, const Block& block) {
    if (!enter()) {
        return;
    }
    XmlNode& element = add(parent, "table", block);
    if (!table.caption.empty()) {
        inlines(build_.add(element, "caption"), table.caption);
    }
    for (const std::vector<Cell>& cells : table.rows) {
        if (cells.empty()) {
            continue;
        }
        XmlNode& row = build_.add(element, "tr");
        for (const Cell& each : cells) {
            cell(row, each);
        }
    }
    leave();
}

void NitfBody::cell(XmlNode& row, const Cell& cell) {
    XmlNode& element = build_.add(row, cell.header ? "th" : "td");
    if (cell.columns > 1) {
        build_.set(element, "colspan", build_.tree.keep(std::to_string(cell.columns)));
    }
    if (cell.rows > 1) {
        build_.set(element, "rowspan", build_.tree.keep(std::to_string(cell.rows)));
    }
    switch (cell.alignment) {
        case CellAlignment::start: break;
        case CellAlignment::centre: build_.set(element, "align", "center"); break;
        case CellAlignment::end: build_.set(element, "align", "right"); break;
    }
    item(element, cell.content);
}

void NitfBody::put(XmlNode& parent, const Figure& figure, const Block& block) {
    const Resource* resource = find_resource(document_, figure.resource);
    XmlNode& element = add(parent, "media", block);
    build_.set(element, "media-type", resource != nullptr ? media_kind(resource->media_type) : "other");
    XmlNode& reference = build_.add(element, "media-reference");
    reference.mixed = true;
    if (resource != nullptr) {
        build_.set(reference, "source", resource->href);
        build_.set(reference, "mime-type", resource->media_type);
    }
    build_.set(reference, "name", figure.resource);
    build_.set(reference, "alternate-text", figure.alternative);
    if (!figure.caption.empty()) {
        inlines(build_.add(element, "media-caption"), figure.caption);
    }
    if (!figure.credit.empty()) {
        build_.add_text(element, "media-producer", figure.credit);
    }
}

void NitfBody::put(XmlNode& parent, const Note& note, const Block& block) {
    XmlNode& element = add(parent, "note", block);
    build_.set(element, "class", note.role);
    blocks(build_.add(element, "body.content"), note.content);
}

}  // namespace galley::newsml
