#include "core/edge/yaml_cpp/yaml_tree_builder.h"

#include "galley/utf8.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace galley {

namespace {

constexpr std::uint64_t nodes_per_block = 8;  // what one block of a document takes at most, by and large
constexpr std::uint64_t cost_of_node = 8;     // bytes of source that the smallest node stands for, roughly
constexpr std::size_t many_keys = 16;         // from so many on, keys are looked up by hash

constexpr std::string_view plain_tag = "?";
constexpr std::string_view quoted_tag = "!";
constexpr std::string_view string_tag = "tag:yaml.org,2002:str";
constexpr std::string_view sequence_tag = "tag:yaml.org,2002:seq";
constexpr std::string_view mapping_tag = "tag:yaml.org,2002:map";

// yaml-cpp 0.7 turns the escapes \N and \_ into the lone bytes 85 and A0. The source was valid UTF-8, so such a byte at
// the start of a character can be nothing else.
std::string repair_escapes(const std::string& text) {
    std::string repaired;
    repaired.reserve(text.size() + 2);
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t invalid = std::min(utf8::find_invalid(rest), rest.size());
        repaired.append(rest.substr(0, invalid));
        rest.remove_prefix(invalid);
        if (!rest.empty()) {
            utf8::append(static_cast<unsigned char>(rest.front()), repaired);
            rest.remove_prefix(1);
        }
    }
    return repaired;
}

}  // namespace

YamlTreeBuilder::YamlTreeBuilder(std::string_view name, std::string_view text, const Limits& limits,
                                 std::uint32_t first_line)
    : name_(name),
      text_(text),
      deepest_(std::min(limits.depth, deepest_yaml)),
      most_nodes_(nodes_per_block * limits.blocks),
      expansion_left_(limits.expansion * std::max<std::uint64_t>(text.size(), cost_of_node)),
      first_line_(first_line) {}

void YamlTreeBuilder::refuse(const char* code, std::string message, Where at, std::vector<std::string> hints) const {
    throw YamlRefusal{{.code = code, .message = std::move(message), .where = std::move(at), .hints = std::move(hints)}};
}

// The library counts columns in bytes from 0, and lines from 0.
YamlTreeBuilder::Place YamlTreeBuilder::locate(const YAML::Mark& mark) {
    const auto position = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    const std::size_t line_start = position - std::min(position, static_cast<std::size_t>(std::max(mark.column, 0)));
    if (line_start != counted_line_ || position < counted_to_) {
        counted_line_ = line_start;
        counted_to_ = line_start;
        counted_characters_ = 0;
    }
    counted_characters_ +=
        static_cast<std::uint32_t>(utf8::count_characters(text_.substr(counted_to_, position - counted_to_)));
    counted_to_ = position;
    return {first_line_ + static_cast<std::uint32_t>(std::max(mark.line, 0)), counted_characters_ + 1};
}

Where YamlTreeBuilder::where(const YAML::Mark& mark) {
    const Place place = locate(mark);
    return {.source = name_, .line = place.line, .column = place.column};
}

YamlNode YamlTreeBuilder::make(YamlKind kind, const YAML::Mark& mark) {
    const Place place = locate(mark);
    YamlNode node;
    node.kind = kind;
    node.line = place.line;
    node.column = place.column;
    if (++nodes_ > most_nodes_) {
        refuse("yaml.too-large", "'" + name_ + "' has more than " + std::to_string(most_nodes_) + " values",
               node.where(name_), {"split it into several files"});
    }
    return node;
}

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (!std::exchange(started_, true)) {
        return;
    }
    const std::size_t position = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    if (text_.substr(position).starts_with("---")) {
        refuse("yaml.many-documents", "'" + name_ + "' goes on after the end of its document", where(mark),
               {"keep one document in a file: remove the second '---' and what follows"});
    }
    // The library takes what does not fit the collection before it for the start of another document.
    refuse("yaml.syntax", "this does not belong to what stands before it", where(mark), {"check the indentation"});
}

void YamlTreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    add(make(YamlKind::null, mark), anchor, 0, cost_of_node);
}

void YamlTreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                               const std::string& value) {
    YamlNode node = make(YamlKind::scalar, mark);
    node.quoted = tag == quoted_tag || tag == string_tag;
    if (!node.quoted && !tag.empty() && tag != plain_tag) {
        refuse("yaml.unsupported-tag", "the tag '" + tag + "' means nothing here", node.where(name_),
               {"remove the tag"});
    }
    node.text = utf8::is_valid(value) ? value : repair_escapes(value);
    const std::uint64_t cost = cost_of_node + node.text.size();
    add(std::move(node), anchor, 0, cost);
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value /*style*/) {
    open(YamlKind::sequence, mark, tag == sequence_tag ? std::string() : tag, anchor);
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value /*style*/) {
    open(YamlKind::mapping, mark, tag == mapping_tag ? std::string() : tag, anchor);
}

void YamlTreeBuilder::open(YamlKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    YamlNode node = make(kind, mark);
    if (!tag.empty() && tag != plain_tag && tag != quoted_tag) {
        refuse("yaml.unsupported-tag", "the tag '" + tag + "' means nothing here", node.where(name_),
               {"remove the tag"});
    }
    if (open_.size() >= deepest_) {
        refuse("yaml.too-deep", "more than " + std::to_string(deepest_) + " lists and mappings inside one another",
               node.where(name_));
    }
    open_.push_back({.node = std::move(node), .anchor = anchor, .cost = cost_of_node, .lines = {}});
}

void YamlTreeBuilder::close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done.node), done.anchor, done.height, done.cost);
}

void YamlTreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const auto target = anchored_.find(anchor);
    if (target == anchored_.end()) {
        refuse("yaml.alias-expansion", "an alias stands inside the very node it names", where(mark),
               {"write the value out"});
    }
    const auto& [node, height, cost] = target->second;
    charge(cost, node);
    if (open_.size() + height > deepest_) {
        refuse("yaml.too-deep", "more than " + std::to_string(deepest_) + " lists and mappings inside one another",
               where(mark));
    }
    add(YamlNode(node), 0, height, cost);
}

void YamlTreeBuilder::add(YamlNode node, YAML::anchor_t anchor, std::uint32_t height, std::uint64_t cost) {
    if (anchor != 0) {
        remember(anchor, node, height, cost);
    }
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    Open& parent = open_.back();
    parent.height = std::max(parent.height, height + 1);
    parent.cost += cost;
    if (parent.node.is_sequence()) {
        parent.node.items.push_back(std::move(node));
    } else if (std::exchange(parent.has_key, !parent.has_key)) {
        parent.node.entries.back().value = std::move(node);
    } else {
        add_key(parent, std::move(node));
    }
}

void YamlTreeBuilder::add_key(Open& mapping, YamlNode key) {
    if (!key.is_scalar()) {
        refuse("yaml.bad-key", "a key is " + std::string(name_of(key.kind)) + " and must be a word", key.where(name_));
    }
    auto& entries = mapping.node.entries;
    if (entries.size() == many_keys) {
        for (const YamlEntry& entry : entries) {
            mapping.lines.emplace(entry.key, entry.line);
        }
    }
    std::uint32_t earlier = 0;
    if (entries.size() < many_keys) {
        const auto same = std::ranges::find(entries, key.text, &YamlEntry::key);
        earlier = same == entries.end() ? 0 : same->line;
    } else if (const auto [same, is_new] = mapping.lines.emplace(key.text, key.line); !is_new) {
        earlier = same->second;
    }
    if (earlier != 0) {
        refuse("yaml.duplicate-key",
               "the key '" + key.text + "' is here twice, first in line " + std::to_string(earlier), key.where(name_),
               {"keep one of the two"});
    }
    entries.push_back({.key = std::move(key.text), .line = key.line, .column = key.column, .value = {}});
}

void YamlTreeBuilder::remember(YAML::anchor_t anchor, const YamlNode& node, std::uint32_t height, std::uint64_t cost) {
    charge(cost, node);
    anchored_.insert_or_assign(anchor, Anchored{.node = node, .height = height, .cost = cost});
}

void YamlTreeBuilder::charge(std::uint64_t cost, const YamlNode& at) {
    if (cost > expansion_left_) {
        refuse("yaml.alias-expansion", "aliases make '" + name_ + "' many times as large as it is", at.where(name_),
               {"write the values out instead of naming them with * and &"});
    }
    expansion_left_ -= cost;
}

}  // namespace galley
