#include "core/edge/yaml_cpp/yaml_node.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

using galley::Diagnostic;
using galley::Limits;
using galley::read_yaml;
using galley::YamlNode;

namespace {

YamlNode read(std::string_view text, const Limits& limits = {}) {
    auto node = read_yaml("test.yaml", text, limits);
    if (!node) {
        FAIL(node.error().code << ": " << node.error().message);
    }
    return *std::move(node);
}

Diagnostic refuse(std::string_view text, const Limits& limits = {}) {
    const auto node = read_yaml("test.yaml", text, limits);
    REQUIRE_FALSE(node);
    CHECK(node.error().where.source == "test.yaml");
    return node.error();
}

std::string repeat(std::string_view part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += part;
    }
    return all;
}

Limits with_depth(std::uint32_t depth) {
    Limits limits;
    limits.depth = depth;
    return limits;
}

}  // namespace

TEST_CASE("a document becomes a tree with places") {
    const YamlNode root = read("title: plain\nlist:\n  - 'one'\n  - \"dé\\u00e9\"\n  - {a: b}\nnone:\n");
    REQUIRE(root.is_mapping());
    REQUIRE(root.entries.size() == 3);
    CHECK(root.entries[1].key == "list");
    CHECK(root.entries[1].line == 2);
    const YamlNode* list = root.find("list");
    REQUIRE(list);
    REQUIRE(list->items.size() == 3);
    CHECK(list->items[0].text == "one");
    CHECK(list->items[0].quoted);
    CHECK(list->items[1].text == "déé");
    CHECK(list->items[1].line == 4);
    CHECK(list->items[1].column == 5);
    CHECK(list->items[2].find("a")->text == "b");
    CHECK_FALSE(root.find("title")->quoted);
    CHECK(root.find("none")->is_null());
    CHECK(root.find("absent") == nullptr);
}

TEST_CASE("columns count characters, lines from where the caller says") {
    const auto root = read_yaml("t", "{é: ü, ö: ß}\n{", {}, 100);
    REQUIRE_FALSE(root);
    CHECK(root.error().where.line >= 101);
    const YamlNode flow = read("{é: ü, ö: ß}");
    CHECK(flow.entries[1].column == 8);
    CHECK(flow.entries[1].value.column == 11);
}

TEST_CASE("nothing at all is a null") {
    for (const std::string_view text : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"}) {
        CHECK(read(text).is_null());
    }
    CHECK(read("\xEF\xBB\xBF"
               "a: b")
              .find("a")
              ->column == 4);
}

TEST_CASE("escapes that yaml-cpp makes into invalid bytes are repaired") {
    CHECK(read(R"("a\N\_\L\Pé\N")").text == "a\u0085\u00A0\u2028\u2029é\u0085");
}

TEST_CASE("aliases are resolved") {
    const YamlNode root = read("a: &x {k: [1, 2]}\nb: *x\nc: *x\n");
    CHECK(root.find("c")->find("k")->items[1].text == "2");
}

TEST_CASE("an alias bomb is refused, and fast") {
    std::string bomb = "a: &a [" + repeat("x, ", 9) + "x]\n";
    for (char name = 'b'; name <= 'i'; ++name) {
        const std::string previous(1, static_cast<char>(name - 1));
        bomb += std::string(1, name) + ": &" + name + " [" + repeat("*" + previous + ", ", 9) + "*" + previous + "]\n";
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK(refuse(bomb).code == "yaml.alias-expansion");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    CHECK(refuse("a: &a [*a]").code == "yaml.alias-expansion");
}

TEST_CASE("depth is limited, in the source and through aliases") {
    CHECK(refuse(repeat("[", 65) + repeat("]", 65)).code == "yaml.too-deep");
    CHECK(read(repeat("[", 64) + repeat("]", 64)).is_sequence());
    CHECK(refuse(repeat("[", 100'000)).code == "yaml.too-deep");
    CHECK(refuse("a: &a [[x]]\nb: [*a]", with_depth(3)).code == "yaml.too-deep");
    // The library's own guard lies behind ours: whatever the caller allows, it is a diagnostic.
    const auto deepest = static_cast<int>(galley::deepest_yaml);
    CHECK(read(repeat("[", deepest) + repeat("]", deepest), with_depth(4000)).is_sequence());
    CHECK(refuse(repeat("[", 2000) + repeat("]", 2000), with_depth(4000)).code == "yaml.too-deep");
}

TEST_CASE("size is limited") {
    Limits limits;
    limits.story_bytes = 5;
    CHECK(refuse("a: bcd", limits).code == "yaml.too-large");
    limits = {};
    limits.blocks = 4;
    CHECK(refuse("[" + repeat("a,", 100) + "]", limits).code == "yaml.too-large");
}

TEST_CASE("a key given twice is refused with both lines") {
    const Diagnostic twice = refuse("a: 1\nb: 2\na: 3\n");
    CHECK(twice.code == "yaml.duplicate-key");
    CHECK(twice.where.line == 3);
    CHECK(twice.message.find("line 1") != std::string::npos);
    std::string many;
    for (int i = 0; i < 40; ++i) {
        many += "k" + std::to_string(i) + ": x\n";
    }
    CHECK(read(many).entries.size() == 40);
    CHECK(refuse(many + "k0: x\n").code == "yaml.duplicate-key");
    CHECK(refuse(many + "k30: x\n").where.line == 41);
}

TEST_CASE("what is not a document of ours is refused") {
    CHECK(refuse("? [a]\n: b").code == "yaml.bad-key");
    CHECK(refuse("a: !thing b").code == "yaml.unsupported-tag");
    CHECK(refuse("a: !!binary b").code == "yaml.unsupported-tag");
    CHECK(refuse("a: !!set {b}").code == "yaml.unsupported-tag");
    CHECK(read("a: !!str 12").find("a")->quoted);
    CHECK(refuse("a: b\n---\nc: d\n").code == "yaml.many-documents");
}

TEST_CASE("broken syntax is a diagnostic with its place") {
    const Diagnostic broken = refuse("a: b\nc: [d\n");
    CHECK(broken.code == "yaml.syntax");
    CHECK(broken.where.line >= 2);
    for (const std::string_view text : {"a: \"open", "a: 'open", "*none", "a: b: c", "%YAML 9.0\n---\na", "a: @b",
                                        "a: \"\\q\"", "a: \"\\ud800\"", "- a\nb: c", "? [", "&", "!<", "a: |9x\n b"}) {
        INFO(text);
        CHECK(refuse(text).code == "yaml.syntax");
    }
}

TEST_CASE("characters that yaml-cpp would drop or replace are refused") {
    const Diagnostic invalid = refuse("a: b\nc: \xC3(\n");
    CHECK(invalid.code == "yaml.not-utf8");
    CHECK(invalid.where.line == 2);
    CHECK(invalid.where.column == 4);
    CHECK(refuse(std::string_view("a: b\0c", 6)).code == "yaml.syntax");
    CHECK(refuse("a: b\nc: d\x04"
                 "e: f")
              .where.line == 2);
}

TEST_CASE("pathological input takes no more than linear time") {
    const int many = 100'000;
    const std::string inputs[] = {repeat("- ", many),
                                  repeat("? ", many),
                                  repeat("a: ", many),
                                  repeat("{a: ", many),
                                  "[" + repeat("a, ", many) + "]",
                                  repeat("&a ", many),
                                  repeat("\n", many) + repeat(" \n", many) + "a",
                                  "a: >\n" + repeat(" \n", many) + " b",
                                  "\"" + repeat("\\u0041", many) + "\"",
                                  "a: " + repeat("x ", many),
                                  repeat("#", many),
                                  repeat("k", many) + ": x"};
    for (const std::string& input : inputs) {
        INFO(input.substr(0, 10));
        const auto start = std::chrono::steady_clock::now();
        (void)read_yaml("t", input);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }
}
