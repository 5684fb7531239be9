#include "tests/unit/yaml/yaml_round_trip.h"

#include "galley/utf8.h"
#include "tests/support/generate_document.h"

#include <algorithm>

using namespace galley;
using galley::test::generate_deep_document;
using galley::test::generate_document;
using galley::test::YamlRoundTrip;

namespace {

void check_round_trip(const Document& document) {
    YamlRoundTrip yaml;
    const std::string bytes = yaml.write({document});
    const Document again = yaml.read_one(bytes);
    INFO(bytes);
    CHECK(again.source == document.source);
    CHECK(again.identity == document.identity);
    CHECK(again.meta == document.meta);
    CHECK(again.body == document.body);
    REQUIRE(again == document);
    REQUIRE(yaml.write({again}) == bytes);
}

}  // namespace

TEST_CASE("read(write(d)) == d for generated documents") {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        INFO("seed " << seed);
        check_round_trip(generate_document(seed));
    }
}

TEST_CASE("read(write(d)) == d for large and for tame documents") {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        check_round_trip(generate_document(seed, {.blocks = 300, .depth = 6}));
        check_round_trip(generate_document(seed, {.characters = test::Characters::letters, .extras = false}));
    }
}

TEST_CASE("read(write(d)) == d as deep as the model goes") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        check_round_trip(generate_deep_document(seed, Limits{}.depth));
    }
}

TEST_CASE("the empty document and empty parts survive") {
    check_round_trip({});
    Document document;
    document.body = {Paragraph{},
                     Paragraph{.content = {Text{}}},
                     Paragraph{.content = {Text{}, Text{}}},
                     List{},
                     List{.items = {{}, {}}},
                     Quote{},
                     Table{},
                     Table{.rows = {{}, {Cell{}}}},
                     Preformatted{},
                     ThematicBreak{},
                     Note{},
                     Heading{}};
    document.meta.headlines = {Headline{}, Headline{.role = HeadlineRole::deck}};
    document.meta.bylines = {Byline{}};
    document.meta.datelines = {Dateline{}};
    document.meta.embargo = Embargo{};
    document.meta.furniture = {Furniture{}};
    document.meta.provider = Provider{};
    document.meta.credit = std::string();
    document.meta.dates.content_created = PartialDate{};
    document.resources = {{.id = "a", .bytes = std::string()}};
    document.extra = {Extra{}};
    check_round_trip(document);
}

TEST_CASE("every character survives, alone and between others, in text and in lines") {
    Document document;
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 0x61) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        std::string alone;
        utf8::append(code, alone);
        document.provenance.events.push_back(
            {.action = alone, .agent = "a" + alone + "b", .detail = "a\n" + alone + "\nb" + alone});
    }
    for (const char32_t code : {U'\uFDD0', U'\uFDEF', U'\uFFFE', U'\uFFFF', U'\U0001FFFE', U'\U0010FFFF'}) {
        std::string alone;
        utf8::append(code, alone);
        document.provenance.events.push_back({.action = alone, .detail = alone + "\n" + alone});
    }
    check_round_trip(document);
}

TEST_CASE("lines survive whatever they begin and end with") {
    const std::string_view parts[] = {"",  " ",  "\t", "a",   "- a", "# a", "---", "...", "a: b",
                                      "'", "\"", "\\", "  a", "a ",  "é",   "|",   ">"};
    Document document;
    for (const auto first : parts) {
        for (const auto second : parts) {
            for (const auto third : parts) {
                for (const std::string_view end : {"", "\n", "\n\n"}) {
                    std::string lines(first);
                    lines.append("\n").append(second).append("\n").append(third).append(end);
                    document.provenance.events.push_back({.detail = std::move(lines)});
                }
            }
        }
    }
    check_round_trip(document);
}

TEST_CASE("a stream holds many stories, from memory and piece by piece") {
    std::vector<Document> documents;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        documents.push_back(generate_document(seed));
    }
    YamlRoundTrip yaml;
    const std::string bytes = yaml.write(documents);
    CHECK(yaml.read(bytes) == documents);

    /// Gives its bytes a few at a time, and never whole.
    class Trickle final : public ByteSource {
    public:
        explicit Trickle(std::string_view bytes) : rest_(bytes) {}
        const std::string& name() const override { return name_; }
        Result<std::string_view> peek(std::size_t size) override { return rest_.substr(0, size); }
        Result<std::size_t> read(std::span<char> buffer) override {
            const std::size_t size = std::min({buffer.size(), rest_.size(), std::size_t{77}});
            std::copy_n(rest_.begin(), size, buffer.begin());
            rest_.remove_prefix(size);
            return size;
        }

    private:
        std::string name_ = "trickle";
        std::string_view rest_;
    };
    Trickle trickle(bytes);
    CHECK(yaml.read(trickle) == documents);
    CHECK(yaml.context.diagnostics().empty());
}

TEST_CASE("writing is a function of the document alone") {
    YamlRoundTrip yaml;
    const std::string first = yaml.write({generate_document(1)});
    const std::string second = yaml.write({generate_document(2)});
    YamlRoundTrip other;
    CHECK(other.write({generate_document(2), generate_document(1)}) == second + first);
}
