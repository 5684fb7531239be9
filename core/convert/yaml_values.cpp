#include "core/convert/yaml_values.h"

#include "core/text/base64.h"
#include "galley/iso_date.h"
#include "galley/suggest.h"
#include "galley/utf8.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace galley {

namespace {

constexpr std::size_t most_quoted = 40;  // bytes of a value that a message repeats
constexpr std::size_t most_said = 100;   // mistakes that one run shows

std::string joined(std::span<const std::string_view> words) {
    std::string list;
    for (const std::string_view word : words) {
        list += list.empty() ? "" : ", ";
        list += word;
    }
    return list;
}

std::string quoted(std::string_view text) {
    const std::string_view start = utf8::prefix(text, most_quoted);
    return "'" + std::string(start) + (start.size() < text.size() ? "…'" : "'");
}

std::string described(const YamlNode& node) {
    return node.is_scalar() ? quoted(node.text) : std::string(name_of(node.kind));
}

}  // namespace

void YamlValues::say(Diagnostic diagnostic) {
    ++said_;
    diagnostics_.push_back(std::move(diagnostic));
}

bool YamlValues::is_full() const { return said_ >= most_said; }

void YamlValues::refuse(const YamlNode& node, std::string_view expected, std::vector<std::string> hints) {
    if (is_full()) {
        return;
    }
    if (node.is_null() && hints.empty()) {
        hints.emplace_back("write a value, or remove the key");
    }
    say({.code = codes_.bad_value,
         .message = "'" + std::string(key_) + "' must be " + std::string(expected) + ", not " + described(node),
         .where = node.where(name_),
         .hints = std::move(hints)});
}

void YamlValues::refuse_key(const YamlEntry& entry, const std::vector<std::string_view>& known) {
    if (is_full()) {
        return;
    }
    std::vector<std::string> hints = suggest(entry.key, known);
    if (hints.empty()) {
        hints.push_back("keys here: " + joined(known));
    }
    say({.code = codes_.unknown_key,
         .message = quoted(entry.key) + " is no key here",
         .where = entry.where(name_),
         .hints = std::move(hints)});
}

void YamlValues::read_word(const YamlNode& node, std::span<const std::string_view> words, std::size_t& index) {
    const auto word = std::ranges::find(words, std::string_view(node.text));
    if (node.is_scalar() && word != words.end()) {
        index = static_cast<std::size_t>(std::distance(words.begin(), word));
        return;
    }
    refuse(node, "one of " + joined(words), suggest(node.text, {words.begin(), words.end()}));
}

void read_value(YamlValues& values, const YamlNode& node, std::string& member) {
    if (!node.is_scalar()) {
        values.refuse(node, "text");
        return;
    }
    member = node.text;
}

void read_value(YamlValues& values, const YamlNode& node, bool& member) {
    const std::string_view word = node.text;
    if (word != "true" && word != "false") {
        values.refuse(node, "true or false");
        return;
    }
    member = word == "true";
}

void read_value(YamlValues& values, const YamlNode& node, Span& member) {
    if (!node.is_sequence() || node.items.size() != 2) {
        values.refuse(node, "two numbers: [first byte, byte after the last]");
        return;
    }
    read_value(values, node.items[0], member.begin);
    read_value(values, node.items[1], member.end);
}

void read_value(YamlValues& values, const YamlNode& node, Digest& member) {
    const std::optional<Digest> digest = read_digest(node.text);
    if (!digest) {
        values.refuse(node, "a SHA-256 digest in 64 hexadecimal digits");
        return;
    }
    member = *digest;
}

// An empty text is the empty date: an embargo without an end.
void read_value(YamlValues& values, const YamlNode& node, PartialDate& member) {
    if (node.is_scalar() && node.text.empty()) {
        member = {};
        return;
    }
    auto date = node.is_scalar() ? read_iso_date(node.text) : Result<PartialDate>(fail({}));
    if (!date) {
        values.refuse(node, "a date like 2026-01-02, 2026-01 or 2026-01-02T10:00-05:00");
        return;
    }
    member = *date;
}

void read_value(YamlValues& values, const YamlNode& node, Concept& member) {
    if (!node.is_scalar()) {
        read_value<Concept>(values, node, member);
        return;
    }
    const std::size_t colon = node.text.find(':');
    const bool is_one_word = node.text.find_first_of(" \t\n") == std::string::npos;
    if (colon == std::string::npos || colon == 0 || !is_one_word) {
        member.name = node.text;
    } else if (node.text.substr(colon).starts_with("://")) {
        member.uri = node.text;
    } else {
        member.qcode = node.text;
    }
}

const YamlNode* YamlMembers::take(std::string_view name) {
    known_.push_back(name);
    const auto& entries = mapping_.entries;
    for (std::size_t tried = 0; tried < entries.size(); ++tried) {
        const std::size_t at = (next_ + tried) % entries.size();
        if (!used_[at] && entries[at].key == name) {
            used_[at] = true;
            next_ = at + 1;
            return &entries[at].value;
        }
    }
    return nullptr;
}

void YamlMembers::bytes(std::string_view name, std::optional<std::string>& member) {
    const YamlNode* node = take(name);
    if (node == nullptr) {
        return;
    }
    values_.key(name);
    member = node->is_scalar() ? read_base64(node->text) : std::nullopt;
    if (!member) {
        values_.refuse(*node, "bytes in base64");
    }
}

void YamlMembers::sign(std::string_view name) {
    const YamlNode* node = take(name);
    bool is_set = true;
    if (node != nullptr && !node->is_null()) {
        values_.key(name);
        read_value(values_, *node, is_set);
    }
}

void YamlMembers::refuse_the_rest() {
    for (std::size_t at = 0; at < used_.size() && !values_.is_full(); ++at) {
        if (!used_[at]) {
            values_.refuse_key(mapping_.entries[at], known_);
        }
    }
}

}  // namespace galley
