#include "core/edge/libxml2/xml_parser.h"

#include "core/edge/libxml2/libxml2_start.h"
#include "core/edge/libxml2/parser_context.h"
#include "core/edge/libxml2/tag_scan.h"
#include "galley/limits.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <libxml/HTMLparser.h>

#include <limits>
#include <optional>

namespace galley {

namespace {

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

class Building {
public:
    Building(XmlText& text, XmlTree& tree, const XmlParseOptions& options, Context& context)
        : text_(text), frame_(tree), options_(options), context_(context), limits_(context.limits()) {}

    Result<XmlParsed> run() {
        if (text_.is_whole() && text_.whole().size() > limits_.story_bytes) {
            return fail(too_large());
        }
        if (text_.is_whole() && !tags_.feed(text_.whole())) {
            return fail(crowded());
        }
        if (text_.is_whole() && text_.whole().empty()) {
            return fail(malformed("it is empty", 0));
        }
        start_libxml2();
        ParserContext parser = open();
        if (!parser) {
            return fail({.cause = Cause::internal, .code = "xml.internal", .message = "libxml2 could not be started"});
        }
        // NOENT only so that "&amp;" in attributes comes as "&"; nothing is there to expand, for no declaration is
        // kept.
        xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT);
        *parser->sax = handler();
        parser->userData = this;
        parser_ = parser.get();
        // Nodes keep the names that the parser's dictionary owns.
        xmlDictReference(parser->dict);
        frame_.hold(std::shared_ptr<void>(parser->dict,
                                          [](void* dictionary) { xmlDictFree(static_cast<xmlDict*>(dictionary)); }));
        xmlParseDocument(parser.get());
        if (failure_) {
            return std::unexpected(std::move(*failure_));
        }
        if (parsed_.root == nullptr) {
            return fail(malformed("there is no element", 0));
        }
        return std::move(parsed_);
    }

private:
    ParserContext open() {
        if (text_.is_whole()) {
            const std::string_view all = text_.whole();
            if (all.size() > std::numeric_limits<int>::max()) {
                return nullptr;
            }
            ParserContext parser(xmlCreateMemoryParserCtxt(all.data(), static_cast<int>(all.size())));
            if (parser) {
                // The text is UTF-8 by now, whatever its declaration says.
                xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
                parser->options |= XML_PARSE_IGNORE_ENC;
            }
            return parser;
        }
        return ParserContext(xmlCreateIOParserCtxt(nullptr, nullptr, read_more, nullptr, this, XML_CHAR_ENCODING_UTF8));
    }

    static xmlSAXHandler handler() {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = start_element;
        sax.endElementNs = end_element;
        sax.characters = characters;
        sax.ignorableWhitespace = characters;
        sax.cdataBlock = characters;
        sax.comment = comment;
        sax.processingInstruction = instruction;
        sax.internalSubset = doctype;
        sax.entityDecl = entity_declared;
        sax.reference = entity_used;
        sax.serror = error;
        return sax;
    }

    static Building& self(void* context) { return *static_cast<Building*>(context); }

    // libxml2 reads in the middle of growing its buffer, which stopping the parser would free: the end of the text is
    // told instead.
    static int read_more(void* context, char* buffer, int size) {
        Building& building = self(context);
        if (building.failure_) {
            return -1;
        }
        auto count = building.read({buffer, static_cast<std::size_t>(size)});
        if (!count) {
            building.failure_ = std::move(count).error();
            return -1;
        }
        return static_cast<int>(*count);
    }

    Result<std::size_t> read(std::span<char> buffer) {
        GALLEY_TRY(const std::size_t count, text_.read(buffer));
        unreleased_ += count;
        if (unreleased_ > limits_.story_bytes) {
            return fail(too_large());
        }
        if (!tags_.feed({buffer.data(), count})) {
            return fail(crowded());
        }
        return count;
    }

    Diagnostic too_large() const {
        return {.code = "limit.story-bytes",
                .message = "a story in '" + text_.name() + "' is larger than " + std::to_string(limits_.story_bytes) +
                           " bytes",
                .where = {.source = text_.name()},
                .hints = {"raise the limit, or split the story"}};
    }

    Diagnostic crowded() const {
        return {.code = "limit.attributes",
                .message = "a tag of '" + text_.name() + "' has more than " + std::to_string(TagScan::most_attributes) +
                           " attributes",
                .where = {.source = text_.name()}};
    }

    Diagnostic malformed(std::string message, std::uint64_t offset) const {
        return {.code = "xml.malformed",
                .message = "'" + text_.name() + "' is no well-formed XML: " + std::move(message),
                .where = text_.where(offset, offset)};
    }

    void stop(Diagnostic failure) {
        if (!failure_) {
            failure_ = std::move(failure);
        }
        if (parser_ != nullptr) {
            xmlStopParser(parser_);
        }
    }

    void refuse(std::string code, std::string message) {
        const std::uint64_t offset = tag_offset(*parser_);
        stop({.code = std::move(code), .message = std::move(message), .where = text_.where(offset, offset)});
    }

    static void start_element(void* context, const xmlChar* name, const xmlChar*, const xmlChar* space, int,
                              const xmlChar**, int count, int, const xmlChar** attributes) {
        self(context).start(name, space, count, attributes);
    }

    void start(const xmlChar* name, const xmlChar* space, int count, const xmlChar** attributes) {
        if (failure_) {
            return;
        }
        if (++depth_ > limits_.depth) {
            refuse("limit.depth", "elements nest deeper than " + std::to_string(limits_.depth) + " levels");
            return;
        }
        if (!count_node()) {
            return;
        }
        if (here_ == nullptr && space == nullptr && !options_.missing_space.empty()) {
            space_for_none_ = options_.missing_space;
        }
        const std::string_view name_space = space == nullptr       ? space_for_none_
                                            : space == last_space_ ? last_space_view_
                                                                   : remember(space);
        const bool is_item = item_ == nullptr && !options_.items_parent.empty() && here_ != nullptr &&
                             here_->name == options_.items_parent &&
                             (options_.items_space.empty() || here_->name_space == options_.items_space);
        if (is_item) {
            around_ = here_;
        }
        XmlTree& tree = is_item || item_ != nullptr ? items_ : frame_;
        XmlNode& node = tree.element(is_item ? nullptr : here_, name_space, view_of(name));
        if (is_item) {
            item_ = &node;
        }
        if (parsed_.root == nullptr) {
            parsed_.root = &node;
        }
        node.offset = tag_offset(*parser_);
        for (int at = 0; at < count; ++at, attributes += 5) {
            const auto* const value = reinterpret_cast<const char*>(attributes[3]);
            const auto size = static_cast<std::size_t>(attributes[4] - attributes[3]);
            tree.attribute(node, view_of(attributes[0]), tree.keep({value, size}), view_of(attributes[2]));
        }
        here_ = &node;
    }

    // Each node costs many times its text.
    bool count_node() {
        if (++nodes_ > limits_.blocks) {
            refuse("limit.elements",
                   "there are more than " + std::to_string(limits_.blocks) + " elements, comments and instructions");
        }
        return !failure_;
    }

    /// What stands between items belongs to none and would pile up.
    bool is_between_items() const {
        return item_ == nullptr && !options_.items_parent.empty() && here_->name == options_.items_parent;
    }

    std::string_view remember(const xmlChar* space) {
        last_space_ = space;
        return last_space_view_ = view_of(space);
    }

    static void end_element(void* context, const xmlChar*, const xmlChar*, const xmlChar*) { self(context).end(); }

    void end() {
        if (failure_ || here_ == nullptr) {
            return;
        }
        --depth_;
        here_->end = offset_of(*parser_);
        if (here_ != item_) {
            here_ = here_->parent;
            return;
        }
        XmlNode* const item = item_;
        item_ = nullptr;
        here_ = around_;
        if (auto taken = options_.on_item(*item, *parsed_.root, parsed_.doctype); !taken) {
            stop(std::move(taken).error());
        } else if (context_.stop_requested()) {
            stop(Context::stopped());
        }
        text_.release(item->end);
        items_.clear();
        nodes_ = 0;
        unreleased_ = 0;
    }

    static void characters(void* context, const xmlChar* text, int size) {
        self(context).add_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    }

    void add_text(std::string_view piece) {
        if (failure_ || here_ == nullptr || is_between_items()) {
            return;
        }
        XmlTree& tree = item_ != nullptr ? items_ : frame_;
        if (here_->last != nullptr && here_->last->kind == XmlKind::text) {
            tree.extend(*here_->last, piece);
        } else {
            tree.text(*here_, tree.keep(piece));
        }
    }

    static void comment(void* context, const xmlChar* text) { self(context).add(XmlKind::comment, nullptr, text); }
    static void instruction(void* context, const xmlChar* target, const xmlChar* text) {
        self(context).add(XmlKind::instruction, target, text);
    }

    void add(XmlKind kind, const xmlChar* name, const xmlChar* value) {
        if (failure_ || here_ == nullptr || is_between_items() || !count_node()) {
            return;
        }
        XmlTree& tree = item_ != nullptr ? items_ : frame_;
        XmlNode& node = tree.node(here_, kind);
        node.name = tree.keep(view_of(name));
        node.value = tree.keep(view_of(value));
    }

    static void doctype(void* context, const xmlChar* name, const xmlChar* public_id, const xmlChar* system_id) {
        Building& building = self(context);
        building.parsed_.doctype = {std::string(view_of(name)), std::string(view_of(public_id)),
                                    std::string(view_of(system_id))};
    }

    static void entity_declared(void* context, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
        self(context).declares_entities_ = true;
    }

    // Called for an entity that an external DTD might declare.
    static void entity_used(void* context, const xmlChar* name) {
        Building& building = self(context);
        const htmlEntityDesc* known = htmlEntityLookup(name);
        const std::uint64_t offset = offset_of(*building.parser_);
        if (known == nullptr || building.declares_entities_) {
            building.refuse_entity(view_of(name));
            return;
        }
        std::string character;
        utf8::append(static_cast<char32_t>(known->value), character);
        building.add_text(character);
        building.context_.say(
            {.severity = Severity::warning,
             .code = "xml.html-entity",
             .message = "the entity '" + std::string(view_of(name)) + "' is HTML's, not XML's; its character was taken",
             .where = building.text_.where(offset, offset),
             .hints = {"send the character itself"}});
    }

    void refuse_entity(std::string_view name) {
        const std::uint64_t offset = offset_of(*parser_);
        stop({.code = "xml.entity",
              .message = "the entity '" + std::string(name) + "' is none of XML's own; others are never expanded",
              .where = text_.where(offset, offset),
              .hints = {"put its text in its place"}});
    }

    static void error(void* context, xmlError* error) {
        Building& building = self(context);
        if (building.failure_ || building.parser_ == nullptr) {
            return;
        }
        const std::uint64_t offset = offset_of(*building.parser_);
        if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY) {
            if (error->level == XML_ERR_FATAL) {
                building.refuse_entity(error->str1 != nullptr ? std::string_view(error->str1) : std::string_view());
            }
            return;
        }
        std::string message = error->message != nullptr ? error->message : "";
        message.erase(message.find_last_not_of(" \n.") + 1);
        if (error->level == XML_ERR_FATAL) {
            building.stop(building.malformed(std::move(message), offset));
        } else {
            building.context_.say({.severity = Severity::warning,
                                   .code = "xml.questionable",
                                   .message = std::move(message),
                                   .where = building.text_.where(offset, offset)});
        }
    }

    XmlText& text_;
    XmlTree& frame_;
    const XmlParseOptions& options_;
    Context& context_;
    const Limits limits_;
    XmlTree items_;
    TagScan tags_;
    xmlParserCtxt* parser_ = nullptr;
    XmlNode* here_ = nullptr;    ///< innermost open element
    XmlNode* item_ = nullptr;    ///< the item under way
    XmlNode* around_ = nullptr;  ///< what it stands in
    const xmlChar* last_space_ = nullptr;
    std::string_view last_space_view_;
    std::string_view space_for_none_;
    std::uint32_t depth_ = 0;
    std::uint64_t nodes_ = 0;
    std::uint64_t unreleased_ = 0;  ///< bytes read since the last item ended
    bool declares_entities_ = false;
    XmlParsed parsed_;
    std::optional<Diagnostic> failure_;
};

}  // namespace

Result<XmlParsed> parse_xml(XmlText& text, XmlTree& tree, const XmlParseOptions& options, Context& context) {
    return Building(text, tree, options, context).run();
}

}  // namespace galley
