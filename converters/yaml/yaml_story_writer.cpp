#include "converters/yaml/yaml_story_writer.h"

#include "galley/iso_date.h"

#include <variant>

namespace galley {

namespace {

/// The text of content that is nothing but one run; null when it is more, or less.
const std::string* plain_run(const Inlines& content) {
    if (content.size() != 1 || !content.front().extra.empty()) {
        return nullptr;
    }
    const auto* text = std::get_if<Text>(&content.front().node);
    return text == nullptr ? nullptr : &text->utf8;
}

/// The text of a paragraph that is nothing but its text; null for every other block.
const std::string* plain_paragraph(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    const bool is_plain =
        paragraph != nullptr && !paragraph->lead && !block.span && block.language.empty() && block.extra.empty();
    return is_plain ? plain_run(paragraph->content) : nullptr;
}

}  // namespace

void YamlStoryWriter::story(const Document& document) {
    to_.start_document();
    to_.open();
    main("galley", yaml_schema_version);
    members(*this, document);
    to_.close_mapping();
}

void YamlStoryWriter::bytes(std::string_view name, const std::optional<std::string>& member) {
    if (member) {
        to_.key(name);
        to_.base64(*member);
    }
}

void YamlStoryWriter::sign(std::string_view name) {
    to_.key(name);
    to_.plain("true");
}

bool YamlStoryWriter::is_plain_text(const Blocks& content) {
    return content.size() == 1 && plain_paragraph(content.front()) != nullptr;
}

void YamlStoryWriter::value(const PartialDate& date) {
    if (!is_valid(date)) {
        to_.fail_with({.cause = Cause::internal,
                       .code = "yaml.impossible-date",
                       .message = "a date of the document cannot exist and has no notation",
                       .hints = {"the reader or program that made the document breaks a rule of the model"}});
    }
    to_.text(iso_date(date));
}

void YamlStoryWriter::value(const Inlines& content) {
    if (const std::string* run = plain_run(content)) {
        to_.text(*run);
        return;
    }
    sequence(content);
}

void YamlStoryWriter::value(const Inline& item) {
    if (const auto* text = std::get_if<Text>(&item.node); text != nullptr && item.extra.empty()) {
        to_.text(text->utf8);
        return;
    }
    to_.open();
    std::visit([&](const auto& node) { members(*this, node); }, item.node);
    (*this)("extra", item.extra);
    to_.close_mapping();
}

void YamlStoryWriter::value(const Block& block) {
    if (const std::string* text = plain_paragraph(block)) {
        to_.text(*text);
        return;
    }
    to_.open();
    std::visit([&](const auto& node) { members(*this, node); }, block.node);
    block_members(*this, block);
    to_.close_mapping();
}

// Most cells, notes and quotes are one paragraph, which stands for the list of it.
void YamlStoryWriter::value(const Blocks& content) {
    if (is_plain_text(content)) {
        value(content.front());
    } else {
        sequence(content);
    }
}

// So does any one block among the items of a list.
void YamlStoryWriter::value(const std::vector<Blocks>& items) {
    to_.open();
    for (const Blocks& item : items) {
        to_.item();
        if (item.size() == 1) {
            value(item.front());
        } else {
            value(item);
        }
    }
    to_.close_sequence();
}

}  // namespace galley
