#include "core/edge/libxml2/xml_parser.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/registry.h"
#include "tests/support/piecewise_source.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <chrono>

namespace galley {
namespace {

struct Parsed {
    XmlTree tree{};
    XmlParsed document{};
    Diagnostics said{};
    std::string failure{};
};

void parse(Parsed& parsed, std::string_view bytes, const Limits& limits = {}) {
    const Registry registry;
    const MemoryHost host{std::chrono::sys_seconds{}};
    Context context(registry, host, limits);
    auto text = XmlText::of_bytes("test.xml", bytes, context.diagnostics());
    if (!text) {
        parsed.failure = text.error().code;
        return;
    }
    auto document = parse_xml(*text, parsed.tree, {}, context);
    parsed.said = context.diagnostics();
    if (document) {
        parsed.document = std::move(*document);
    } else {
        parsed.failure = document.error().code;
    }
}

std::string failure_of(std::string_view bytes, const Limits& limits = {}) {
    Parsed parsed;
    parse(parsed, bytes, limits);
    return parsed.failure;
}

/// The same, with the text coming a few bytes at a time.
std::string failure_of_pieces(const std::string& bytes, const Limits& limits = {}) {
    const Registry registry;
    const MemoryHost host{std::chrono::sys_seconds{}};
    for (const std::size_t piece : {std::size_t{7}, std::size_t{4000}, std::size_t{1} << 20}) {
        Context context(registry, host, limits);
        test::PiecewiseSource source("test.xml", bytes, piece);
        auto text = XmlText::of_source(source, context, context.diagnostics());
        REQUIRE(text);
        XmlTree tree;
        const auto parsed = parse_xml(*text, tree, {}, context);
        if (!parsed) {
            return parsed.error().code;
        }
    }
    return {};
}

TEST_CASE("elements know where they stand", "[xml]") {
    Parsed parsed;
    parse(parsed, "<?xml version='1.0'?>\n<a x='1 &lt; 2 &amp; &#38;'>\n <b>t&amp;u<![CDATA[<v>]]></b><c/></a>");
    REQUIRE(parsed.document.root != nullptr);
    const XmlNode& root = *parsed.document.root;
    CHECK(root.offset == 22);
    CHECK(root.value_of("x") == "1 < 2 & &");
    const XmlNode* b = root.child("", "b");
    REQUIRE(b != nullptr);
    CHECK(b->first->value == "t&u<v>");
    CHECK(b->first->next == nullptr);
    const XmlNode* c = root.child("", "c");
    REQUIRE(c != nullptr);
    CHECK(c->end - c->offset == 4);
}

TEST_CASE("encodings are undone", "[xml]") {
    Parsed latin;
    parse(latin, "<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xE9</a>");
    REQUIRE(latin.document.root != nullptr);
    CHECK(latin.document.root->first->value == "caf\xC3\xA9");
    Parsed wide;
    using namespace std::string_view_literals;
    parse(wide,
          "\xFF\xFE<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0'\0"
          "1\0.\0"
          "0\0'\0?\0>\0<\0"
          "a\0>\0\xE9\0<\0/\0"
          "a\0>\0"sv);
    REQUIRE(wide.document.root != nullptr);
    CHECK(wide.document.root->first->value == "\xC3\xA9");
    Parsed wrong;
    parse(wrong, "<?xml version='1.0' encoding='UTF-8'?><a>caf\xE9 cr\xE8me, d\xE9j\xE0 vu</a>");
    CHECK(test::find_code(wrong.said, "xml.wrong-encoding") != nullptr);
    REQUIRE(wrong.document.root != nullptr);
    CHECK(wrong.document.root->first->value.find("\xC3\xA9") != std::string_view::npos);
}

TEST_CASE("hostile XML is refused by a code, in little time", "[xml]") {
    const auto begin = std::chrono::steady_clock::now();
    CHECK(failure_of("") == "xml.malformed");
    CHECK(failure_of("<a>") == "xml.malformed");
    CHECK(failure_of("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>") == "xml.entity");
    CHECK(failure_of("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>") == "xml.entity");
    std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>";
    for (int level = 1; level < 20; ++level) {
        const std::string before = "&l" + std::to_string(level - 1) + ";";
        laughs += "<!ENTITY l" + std::to_string(level) + " '" + before + before + before + before + "'>";
    }
    CHECK(failure_of(laughs + "]><a>&l19;</a>") == "xml.entity");
    CHECK(failure_of(laughs + "]><a b='&l19;'/>") == "xml.entity");
    std::string deep;
    for (int level = 0; level < 100'000; ++level) {
        deep += "<a>";
    }
    CHECK(failure_of(deep) == "limit.depth");
    std::string crowded = "<a";
    for (int count = 0; count < 200'000; ++count) {
        crowded += " a" + std::to_string(count) + "=''";
    }
    CHECK(failure_of(crowded + "/>") == "limit.attributes");
    CHECK(failure_of("<a>" + std::string(2000, ' ') + "<b/><b/><b/></a>", {.blocks = 2}) == "limit.elements");
    CHECK(failure_of_pieces(crowded + "/>") == "limit.attributes");
    CHECK(failure_of_pieces(deep) == "limit.depth");
    CHECK(failure_of_pieces("<a>") == "xml.malformed");
    CHECK(failure_of_pieces("<a>" + std::string(90'000, 'x') + "</a>", {.story_bytes = 5000}) == "limit.story-bytes");
    CHECK(failure_of_pieces("<a>" + std::string(90'000, 'x') + "</a>").empty());
    CHECK(failure_of_pieces(laughs + "]><a>&l19;</a>") == "xml.entity");
    CHECK(failure_of("<a><!--x--><!--x--><?y z?></a>", {.blocks = 3}) == "limit.elements");
    std::string pieces = "<a>";
    for (int count = 0; count < 300'000; ++count) {
        pieces += "&amp;";
    }
    CHECK(failure_of(pieces + "</a>").empty());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("a DTD is named and its entities are HTML's", "[xml]") {
    Parsed parsed;
    parse(parsed, "<!DOCTYPE nitf PUBLIC '-//IPTC//DTD NITF 3.3//EN' 'nitf.dtd'><nitf>caf&eacute;</nitf>");
    REQUIRE(parsed.document.root != nullptr);
    CHECK(parsed.document.doctype.public_id == "-//IPTC//DTD NITF 3.3//EN");
    CHECK(parsed.document.root->first->value == "caf\xC3\xA9");
    CHECK(test::find_code(parsed.said, "xml.html-entity") != nullptr);
}

TEST_CASE("what is only questionable is said and read", "[xml]") {
    Parsed parsed;
    parse(parsed, "<a xmlns='relative'>x</a>");
    REQUIRE(parsed.document.root != nullptr);
    CHECK(test::find_code(parsed.said, "xml.questionable") != nullptr);
}

/// Gives a few bytes at a time, as a pipe does.
class Trickle final : public ByteSource {
public:
    explicit Trickle(std::string bytes) : bytes_(std::move(bytes)) {}
    const std::string& name() const override { return name_; }
    Result<std::string_view> peek(std::size_t size) override { return std::string_view(bytes_).substr(at_, size); }
    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = bytes_.copy(buffer.data(), std::min<std::size_t>(buffer.size(), 7), at_);
        at_ += count;
        return count;
    }

private:
    std::string name_ = "pipe";
    std::string bytes_;
    std::size_t at_ = 0;
};

TEST_CASE("items are handed over one by one", "[xml]") {
    const Registry registry;
    const MemoryHost host{std::chrono::sys_seconds{}};
    Context context(registry, host);
    Trickle source("<m xmlns='urn:m'>\n<s><i n='1'>a</i>\n<i n='2'>b</i>\n\n  <i n='3'>c</i></s></m>");
    auto text = XmlText::of_source(source, context, context.diagnostics());
    REQUIRE(text);
    CHECK_FALSE(text->is_whole());
    XmlTree tree;
    std::string seen;
    std::vector<std::uint64_t> lines;
    const XmlParseOptions options{"urn:m", "s",
                                  [&](const XmlNode& item, const XmlNode& root, const XmlDoctype&) -> Result<> {
                                      CHECK(root.name == "m");
                                      seen += std::string(item.value_of("n")) + std::string(item.first->value) +
                                              std::string(text->between(item.offset, item.end)) + ";";
                                      lines.push_back(text->where(item.offset, item.end).line);
                                      return {};
                                  }};
    REQUIRE(parse_xml(*text, tree, options, context));
    CHECK(seen == "1a<i n='1'>a</i>;2b<i n='2'>b</i>;3c<i n='3'>c</i>;");
    CHECK(lines == std::vector<std::uint64_t>{2, 3, 5});
}

}  // namespace
}  // namespace galley
