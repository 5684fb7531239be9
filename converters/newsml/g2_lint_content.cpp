#include "converters/newsml/content_words.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/nitf_lint.h"
#include "converters/newsml/xhtml_lint.h"
#include "core/edge/libxml2/html_parser.h"
#include "galley/limits.h"
#include "galley/utf8.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>

namespace galley::newsml {

namespace {

constexpr std::string_view top_level_types[] = {"application", "audio", "font",      "haptics", "image",
                                                "message",     "model", "multipart", "text",    "video"};

// Subtypes for XML content that are registered without "+xml", or seen so often that every receiver knows them.
constexpr std::string_view xml_types[] = {"application/xml", "text/xml", "text/html", "text/vnd.IPTC.NITF",
                                          "text/vnd.IPTC.NewsML"};

std::string_view without_parameters(std::string_view type) { return utf8::trim(type.substr(0, type.find(';'))); }

bool is_known_type(std::string_view type, bool is_xml) {
    const std::size_t slash = type.find('/');
    if (slash == std::string_view::npos || slash + 1 == type.size() ||
        std::ranges::find(top_level_types, type.substr(0, slash)) == std::end(top_level_types)) {
        return false;
    }
    if (!is_xml) {
        return type != "application/xhtml+html";
    }
    return type.ends_with("+xml") || std::ranges::find(xml_types, type) != std::end(xml_types);
}

bool is_nitf(const XmlNode& root) {
    return root.name == "nitf" && (root.name_space == nitf_space || root.name_space.empty() || root.name_space == nar);
}

bool is_xhtml(const XmlNode& root) {
    return root.name_space == xhtml_space || (root.name_space.empty() && root.name == "html");
}

}  // namespace

void G2Lint::content(const XmlNode& node) {
    const std::string_view type = without_parameters(node.value_of("contenttype"));
    const bool has_format = node.attribute("format") != nullptr || node.attribute("formaturi") != nullptr;
    if (type.empty()) {
        if (!has_format) {
            say(G2Rule::content_type_missing, node,
                "'" + std::string(node.name) + "' has neither contenttype nor format");
        }
    } else if (!is_known_type(type, node.name == "inlineXML")) {
        say(G2Rule::content_type_unknown, node,
            "'" + std::string(type) + "' is no media type for " + std::string(node.name), "contenttype");
    }
    if (node.name == "inlineXML") {
        inline_xml(node, type);
    } else if (node.name == "inlineData") {
        inline_data(node, type);
    } else if (node.name == "remoteContent" && node.attribute("href") == nullptr &&
               node.attribute("residref") == nullptr) {
        say(G2Rule::link_target, node, "remoteContent has neither href nor residref");
    }
}

void G2Lint::inline_xml(const XmlNode& node, std::string_view type) {
    const XmlNode* root = nullptr;
    std::size_t roots = 0;
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && roots++ == 0) {
            root = child;
        } else if (child->kind == XmlKind::text && !utf8::trim(child->value).empty()) {
            say(G2Rule::content_roots, node, "inlineXML holds text beside its element");
        }
    }
    if (roots > 1) {
        say(G2Rule::content_roots, node, "inlineXML holds " + std::to_string(roots) + " elements");
    }
    if (root == nullptr) {
        say(G2Rule::content_empty, node, "inlineXML holds nothing");
        return;
    }
    const bool says_nitf = type == "application/nitf+xml" || type == "text/vnd.IPTC.NITF";
    const bool says_xhtml = type == "application/xhtml+xml" || type == "text/html";
    const bool generic = type.empty() || type == "application/xml" || type == "text/xml";
    const bool fits = generic || (is_nitf(*root)    ? says_nitf
                                  : is_xhtml(*root) ? says_xhtml
                                                    : !says_nitf && !says_xhtml && is_known_type(type, true));
    if (!fits && is_known_type(type, false)) {
        say(G2Rule::content_type_mismatch, node,
            "the contenttype is '" + std::string(type) + "' and the content is a '" + std::string(root->name) +
                "' element",
            "contenttype");
    }
    if (is_nitf(*root)) {
        // The schema looks into NITF by its namespace only.
        if (root->name_space != nitf_space) {
            lint_nitf(*root,
                      [&](const SchemaFault& fault) { say(G2Rule::inner, fault.at, fault.message, fault.attribute); });
        }
        lint_norm_dates(
            *root, [&](const XmlNode& at, std::string message) { say(G2Rule::norm_date, at, std::move(message)); });
    }
    if (is_xhtml(*root)) {
        lint_xhtml(*root, [&](const XmlNode& at, std::string message) { say(G2Rule::inner, at, std::move(message)); });
    }
    word_count(node, root);
}

void G2Lint::inline_data(const XmlNode& node, std::string_view type) {
    if (node.attribute("encoding") == nullptr && node.attribute("encodinguri") == nullptr && !type.empty() &&
        !type.starts_with("text/")) {
        say(G2Rule::inline_data, node, "inlineData of type '" + std::string(type) + "' names no encoding",
            "contenttype");
    }
    if (node.attribute("encoding") != nullptr || node.attribute("encodinguri") != nullptr) {
        return;
    }
    if (type.starts_with("text/plain")) {
        word_count(node, nullptr);
    } else if (type == "text/html" || type == "application/xhtml+xml") {
        inline_html(node);
    }
}

// As it is read: by libxml2's parser of HTML, which closes what is left open.
void G2Lint::inline_html(const XmlNode& node) {
    std::string storage;
    XmlTree tree;
    const auto root = parse_html(text_of(node, storage), tree, {});
    if (!root) {
        say(G2Rule::inner, node, root.error().message);
        return;
    }
    lint_xhtml(**root, [&](const XmlNode&, std::string message) { say(G2Rule::inner, node, std::move(message)); });
}

// The standard has no rule for what a word is. A count is right when it is that of the body or of all the content, with
// or without lone dashes.
void G2Lint::word_count(const XmlNode& node, const XmlNode* root) {
    const std::string_view stated = node.value_of("wordcount");
    if (node.attribute("wordcount") == nullptr) {
        return;
    }
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), count);
    if (error != std::errc() || end != stated.data() + stated.size()) {
        return;
    }
    std::string storage;
    const WordCounts body = root != nullptr ? count_content_words(*root) : count_text_words(text_of(node, storage));
    const auto is_stated = [&](const WordCounts& counted) { return count == counted.words || count == counted.spoken; };
    if (!is_stated(body) && (root == nullptr || !is_stated(count_words_in(*root)))) {
        say(G2Rule::word_count, node,
            "wordcount says " + std::string(stated) + " and there are " + std::to_string(body.words) + " words",
            "wordcount");
    }
}

}  // namespace galley::newsml
