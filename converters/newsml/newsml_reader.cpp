#include "converters/newsml/newsml_reader.h"

#include "converters/newsml/g2_read.h"
#include "converters/newsml/kept_markup.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml1_read.h"
#include "core/edge/libxml2/xml_parser.h"
#include "galley/digest.h"
#include "galley/try.h"

namespace galley::newsml {

namespace {

bool is_story(const XmlNode& item) { return item.is(nar, "newsItem") || item.is(nar, "packageItem"); }

Newline newline_of(std::string_view text) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) {
        return Newline::none;
    }
    return text[end] == '\n'                                ? Newline::lf
           : end + 1 < text.size() && text[end + 1] == '\n' ? Newline::crlf
                                                            : Newline::cr;
}

/// Says where a story was read: all of the source, or one item in it.
void fill_source(const XmlText& text, const XmlNode* item, std::string_view format, std::string_view media_type,
                 const Context& context, Document& to) {
    const std::string_view bytes = item != nullptr ? text.between(item->offset, item->end) : text.source_bytes();
    to.source.name = text.name();
    to.source.format = format;
    to.source.media_type = media_type;
    to.source.encoding = text.encoding();
    to.source.newline = newline_of(bytes);
    to.source.size = bytes.size();
    to.source.sha256 = sha256(bytes);
    if (item != nullptr) {
        to.source.extent = Span{item->offset, item->end};
    }
    if (context.keep_source_bytes()) {
        to.source.bytes = std::string(bytes);
    }
}

Diagnostic no_story(const XmlText& text, const XmlNode& item) {
    return {.code = "newsml.no-story",
            .message = "a " + std::string(item.name) + " of NewsML-G2 is no story",
            .where = text.where(item.offset, item.end),
            .hints = {"convert newsItem and packageItem; validate checks the others, too"}};
}

/// Tells which of several texts an item holds was read.
void say_renditions(const XmlText& text, const XmlNode& read, Context& context) {
    std::size_t others = 0;
    for (const XmlNode* at = read.parent->first; at != nullptr; at = at->next) {
        others += at != &read && is_text_rendition(*at) ? 1U : 0U;
    }
    if (others == 0) {
        return;
    }
    const std::string_view type = read.value_of("contenttype");
    context.say({.severity = Severity::info,
                 .code = "newsml.other-rendition",
                 .message = "the item holds its text " + std::to_string(others + 1) + " times; the one read is the " +
                            std::string(read.name) + (type.empty() ? "" : " of type '" + std::string(type) + "'"),
                 .where = text.where(read.offset, read.end),
                 .hints = {"written as NewsML-G2 again the others stay, until the text is changed"}});
}

class NewsmlReader final : public Reader {
public:
    Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override {
        GALLEY_TRY(XmlText text, XmlText::of_source(source, context, context.diagnostics()));
        XmlTree tree;
        const auto take = [&](const XmlNode& item, bool in_message) -> Result<> {
            if (!is_story(item)) {
                context.say(no_story(text, item));
                return {};
            }
            const XmlNode* rendition = nullptr;
            Document document = read_news_item(item, context.limits(), &rendition);
            if (rendition != nullptr) {
                say_renditions(text, *rendition, context);
            }
            fill_source(text, in_message ? &item : nullptr, newsml_name, "application/vnd.iptc.g2.newsitem+xml",
                        context, document);
            keep_markup(item, text.between(item.offset, item.end), newsml_name, document);
            return on_story(std::move(document));
        };
        const XmlParseOptions options{
            nar, "itemSet", [&](const XmlNode& item, const XmlNode&, const XmlDoctype&) { return take(item, true); },
            nar};
        GALLEY_TRY(const XmlParsed parsed, parse_xml(text, tree, options, context));
        if (parsed.root->is(nar, "newsMessage")) {
            return {};
        }
        if (!is_story(*parsed.root)) {
            return fail(no_story(text, *parsed.root));
        }
        return take(*parsed.root, false);
    }
};

class NitfReader final : public Reader {
public:
    Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override {
        GALLEY_TRY(XmlText text, XmlText::of_source(source, context, context.diagnostics()));
        XmlTree tree;
        GALLEY_TRY(const XmlParsed parsed, parse_xml(text, tree, {}, context));
        if (parsed.root->name != "nitf") {
            return fail(
                {.code = "nitf.no-story",
                 .message = "the root of '" + text.name() + "' is '" + std::string(parsed.root->name) + "', not 'nitf'",
                 .where = text.where(parsed.root->offset, parsed.root->end)});
        }
        Document document;
        read_nitf_head(*parsed.root, document);
        document.body = read_nitf_body(*parsed.root, document.resources);
        fill_source(text, nullptr, nitf_name, "application/nitf+xml", context, document);
        keep_markup(*parsed.root, text.between(parsed.root->offset, parsed.root->end), nitf_name, document);
        return on_story(std::move(document));
    }
};

class Newsml1Reader final : public Reader {
public:
    Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override {
        GALLEY_TRY(XmlText text, XmlText::of_source(source, context, context.diagnostics()));
        XmlTree tree;
        const XmlParseOptions options{
            {}, "NewsML", [&](const XmlNode& item, const XmlNode&, const XmlDoctype&) -> Result<> {
                if (item.name != "NewsItem") {
                    return {};
                }
                Document document = read_newsml1_item(item, context.limits(), context.diagnostics());
                fill_source(text, &item, "newsml-1", "text/vnd.IPTC.NewsML", context, document);
                return on_story(std::move(document));
            }};
        auto parsed = parse_xml(text, tree, options, context);
        return parsed ? Result<>() : std::unexpected(std::move(parsed).error());
    }
};

}  // namespace

Result<std::unique_ptr<Reader>> make_newsml1_reader(const OptionValues&, const Host&) {
    return std::make_unique<Newsml1Reader>();
}

Result<std::unique_ptr<Reader>> make_newsml_reader(const OptionValues&, const Host&) {
    return std::make_unique<NewsmlReader>();
}

Result<std::unique_ptr<Reader>> make_nitf_reader(const OptionValues&, const Host&) {
    return std::make_unique<NitfReader>();
}

}  // namespace galley::newsml
