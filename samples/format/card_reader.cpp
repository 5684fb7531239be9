#include "card_format.h"

#include <galley/digest.h>
#include <galley/iso_date.h>
#include <galley/try.h>
#include <galley/utf8.h>

#include <algorithm>

namespace card {
namespace {

galley::Diagnostic bad_line(const std::string& name, std::uint64_t line, std::string message) {
    galley::Diagnostic diagnostic;
    diagnostic.code = "card.bad-line";
    diagnostic.message = std::move(message);
    diagnostic.where.source = name;
    diagnostic.where.line = line;
    diagnostic.hints = {"a card's head has lines like `headline: Ferry to run all night`"};
    return diagnostic;
}

galley::Result<> read_field(std::string_view key, std::string_view value, galley::Metadata& meta) {
    if (key == "headline") {
        meta.headlines.push_back(galley::Headline{galley::HeadlineRole::main, std::string(value)});
    } else if (key == "byline") {
        galley::Contributor contributor;
        contributor.name = value;
        galley::Byline byline;
        byline.contributors.push_back(contributor);
        meta.bylines.push_back(byline);
    } else if (key == "date") {
        GALLEY_TRY(meta.dates.content_created, galley::read_iso_date(value));
    } else {
        galley::Diagnostic unknown;
        unknown.code = "card.unknown-key";
        unknown.message = "a card has no '" + std::string(key) + "'";
        return galley::fail(unknown);
    }
    return {};
}

void read_body(std::string_view text, galley::Blocks& body) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        std::string words(galley::utf8::trim(text.substr(0, end)));
        std::ranges::replace(words, '\n', ' ');
        if (!words.empty()) {
            body.push_back(galley::Paragraph{{galley::Text{std::move(words)}}, false});
        }
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

galley::Result<galley::Document> read_card(const std::string& name, std::string_view text) {
    galley::Document document;
    std::size_t at = signature.size();
    for (std::uint64_t line = 2; at < text.size() && text[at] != '\n'; ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view field = text.substr(at, end - at);
        const std::size_t colon = field.find(": ");
        if (colon == std::string_view::npos) {
            return galley::fail(bad_line(name, line, "'" + std::string(field) + "' is no field"));
        }
        if (auto read = read_field(field.substr(0, colon), field.substr(colon + 2), document.meta); !read) {
            return galley::fail(bad_line(name, line, read.error().message));
        }
        at = std::min(end + 1, text.size());
    }
    read_body(text.substr(at), document.body);
    return document;
}

class CardReader final : public galley::Reader {
public:
    galley::Result<> read(galley::ByteSource& source, const galley::OnStory& on_story,
                          galley::Context& context) const override {
        std::string buffer;
        GALLEY_TRY(const std::string_view text, galley::read_whole(source, buffer, context.limits().story_bytes));
        if (!galley::utf8::is_valid(text) || !text.starts_with(signature)) {
            return galley::fail(bad_line(source.name(), 1, "this is no card in UTF-8"));
        }
        GALLEY_TRY(galley::Document document, read_card(source.name(), text));
        document.source.name = source.name();
        document.source.format = "card";
        document.source.media_type = "text/x-story-card";
        document.source.size = text.size();
        document.source.sha256 = galley::sha256(text);
        if (context.keep_source_bytes()) {
            document.source.bytes = std::string(text);
        }
        return on_story(std::move(document));
    }
};

}  // namespace

galley::Result<std::unique_ptr<galley::Reader>> make_reader(const galley::OptionValues&, const galley::Host&) {
    return std::make_unique<CardReader>();
}

}  // namespace card
