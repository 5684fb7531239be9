#include "core/edge/libxml2/xml_parser.h"

#include "core/edge/libxml2/libxml2_start.h"
#include "core/edge/libxml2/parser_context.h"
#include "core/edge/libxml2/schema_plug.h"
#include "core/edge/libxml2/tag_scan.h"
#include "core/edge/libxml2/xml_faults.h"
#include "core/edge/libxml2/xml_tree_builder.h"
#include "galley/limits.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <libxml/HTMLparser.h>

#include <limits>
#include <optional>

namespace galley {

namespace {

class Building {
public:
    Building(XmlText& text, XmlTree& tree, const XmlParseOptions& options, Context& context)
        : text_(text),
          whole_(text.is_whole() ? text.whole() : std::string_view()),
          frame_(tree),
          options_(options),
          context_(context),
          limits_(context.limits()),
          tree_(tree, whole_, options.items_space, options.items_parent) {}

    Result<XmlParsed> run() {
        if (text_.is_whole() && text_.whole().empty()) {
            return fail(xml_malformed(text_, "it is empty", 0));
        }
        start_libxml2();
        ParserContext parser = open();
        if (!parser) {
            return fail({.cause = Cause::internal, .code = "xml.internal", .message = "libxml2 could not be started"});
        }
        // NOENT only so that "&amp;" in attributes comes as "&"; nothing is there to expand, for no declaration is
        // kept. The text is UTF-8 by now, whatever its declaration says.
        xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
        *parser->sax = handler();
        parser->userData = this;
        parser->_private = this;
        parser_ = parser.get();
        // Nodes keep the names that the parser's dictionary owns.
        xmlDictReference(parser->dict);
        frame_.hold(std::shared_ptr<void>(parser->dict,
                                          [](void* dictionary) { xmlDictFree(static_cast<xmlDict*>(dictionary)); }));
        if (auto owner = text_.owner()) {
            frame_.hold(std::move(owner));
        }
        parse();
        if (failure_) {
            return std::unexpected(std::move(*failure_));
        }
        parsed_.root = tree_.root();
        if (parsed_.root == nullptr) {
            return fail(xml_malformed(text_, "there is no element", 0));
        }
        return std::move(parsed_);
    }

private:
    void parse() {
        std::optional<SchemaPlug> plug;
        if (options_.schema != nullptr) {
            plug.emplace(*options_.schema, *parser_, text_, *options_.schema_faults);
            parser_->sax->serror = error;
        }
        xmlParseDocument(parser_);
        if (plug) {
            plug->end();
        }
    }

    // Handed over in pieces even where all of it is at hand: libxml2 copies what it is given.
    ParserContext open() {
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
            return fail(xml_too_large(text_, limits_.story_bytes));
        }
        if (!tags_.feed({buffer.data(), count})) {
            return fail(xml_crowded(text_));
        }
        return count;
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

    static void start_element(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
                              int declared, const xmlChar** namespaces, int count, int, const xmlChar** attributes) {
        Building& building = self(context);
        if (!building.may_start()) {
            return;
        }
        XmlTreeBuilder& tree = building.tree_;
        tree.start(view_of(name), view_of(prefix), building.name_space(space), tag_offset(*building.parser_));
        for (; declared > 0; --declared, namespaces += 2) {
            tree.declare(view_of(namespaces[0]), view_of(namespaces[1]));
        }
        tree.inherit();
        for (; count > 0; --count, attributes += 5) {
            const auto size = static_cast<std::size_t>(attributes[4] - attributes[3]);
            tree.attribute(view_of(attributes[0]), view_of(attributes[1]), view_of(attributes[2]),
                           {reinterpret_cast<const char*>(attributes[3]), size},
                           offset_in(*building.parser_, attributes[3]));
        }
    }

    bool may_start() {
        if (failure_) {
            return false;
        }
        if (tree_.depth() >= limits_.depth) {
            refuse("limit.depth", "elements nest deeper than " + std::to_string(limits_.depth) + " levels");
            return false;
        }
        return count_node();
    }

    std::string_view name_space(const xmlChar* space) {
        if (tree_.root() == nullptr && space == nullptr) {
            space_for_none_ = options_.missing_space;
        }
        if (space == nullptr) {
            return space_for_none_;
        }
        if (space != last_space_) {
            last_space_ = space;
            last_space_view_ = view_of(space);
        }
        return last_space_view_;
    }

    // Each node costs many times its text.
    bool count_node() {
        if (++nodes_ > limits_.blocks) {
            refuse("limit.elements",
                   "there are more than " + std::to_string(limits_.blocks) + " elements, comments and instructions");
        }
        return !failure_;
    }

    static void end_element(void* context, const xmlChar*, const xmlChar*, const xmlChar*) { self(context).end(); }

    void end() {
        if (failure_ || tree_.here() == nullptr) {
            return;
        }
        const XmlNode* const item = tree_.end(offset_of(*parser_));
        if (item == nullptr) {
            return;
        }
        if (auto taken = options_.on_item(*item, *tree_.root(), parsed_.doctype); !taken) {
            stop(std::move(taken).error());
        } else if (context_.stop_requested()) {
            stop(Context::stopped());
        }
        text_.release(item->end);
        tree_.release();
        nodes_ = 0;
        unreleased_ = 0;
    }

    static void characters(void* context, const xmlChar* text, int size) {
        Building& building = self(context);
        const std::string_view piece(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
        // The parser hands over its own buffer, or a copy of what it passed, at times without the last character.
        building.add_text(piece, is_in_buffer(*building.parser_, text) ? offset_in(*building.parser_, text)
                                                                       : offset_of(*building.parser_) - piece.size());
    }

    void add_text(std::string_view piece, std::uint64_t offset) {
        if (!failure_ && !tree_.is_outside()) {
            tree_.text(piece, offset);
        }
    }

    static void comment(void* context, const xmlChar* text) { self(context).add(XmlKind::comment, nullptr, text); }
    static void instruction(void* context, const xmlChar* target, const xmlChar* text) {
        self(context).add(XmlKind::instruction, target, text);
    }

    void add(XmlKind kind, const xmlChar* name, const xmlChar* value) {
        if (!failure_ && !tree_.is_outside() && count_node()) {
            tree_.other(kind, view_of(name), view_of(value));
        }
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
        building.add_text(character, offset);
        building.context_.say(
            {.severity = Severity::warning,
             .code = "xml.html-entity",
             .message = "the entity '" + std::string(view_of(name)) + "' is HTML's, not XML's; its character was taken",
             .where = building.text_.where(offset, offset),
             .hints = {"send the character itself"}});
    }

    void refuse_entity(std::string_view name) { stop(xml_entity(text_, name, offset_of(*parser_))); }

    // A check by a schema puts something of its own in the context's place.
    static void error(void*, xmlError* error) {
        Building& building = self(static_cast<xmlParserCtxt*>(error->ctxt)->_private);
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
            building.stop(xml_malformed(building.text_, std::move(message), offset));
        } else {
            building.context_.say({.severity = Severity::warning,
                                   .code = "xml.questionable",
                                   .message = std::move(message),
                                   .where = building.text_.where(offset, offset)});
        }
    }

    XmlText& text_;
    const std::string_view whole_;  ///< all of the text where it is at hand
    XmlTree& frame_;
    const XmlParseOptions& options_;
    Context& context_;
    const Limits limits_;
    XmlTreeBuilder tree_;
    TagScan tags_;
    xmlParserCtxt* parser_ = nullptr;
    const xmlChar* last_space_ = nullptr;
    std::string_view last_space_view_;
    std::string_view space_for_none_;
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
