#include "core/batch/item_name.h"

#include "galley/digest.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::batch {

namespace {

void append_escape(char byte, std::string& to) {
    static constexpr char digits[] = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(byte);
    to += "~x";
    to += digits[value >> 4];
    to += digits[value & 15];
}

bool is_reserved(char byte) {
    return (byte >= 0 && byte < 0x20) || byte == 0x7f || byte == '\\' || byte == '%' || byte == '~';
}

/// Beyond ASCII: control characters, noncharacters, and what programs take for the end of a line.
bool is_reserved(char32_t code) {
    constexpr char32_t line_separator = 0x2028;
    constexpr char32_t paragraph_separator = 0x2029;
    return code == line_separator || code == paragraph_separator || utf8::is_control_or_noncharacter(code);
}

/// `is_end`: of the component, where readers of bags and people lose white space.
void append_safe(std::string_view valid, bool is_end, std::string& to) {
    for (std::size_t at = 0; at < valid.size();) {
        const auto character = utf8::at(valid, at);
        const std::string_view bytes = valid.substr(at, character.size);
        at += character.size;
        const bool reserved = character.size == 1 ? is_reserved(bytes.front()) : is_reserved(character.code);
        if (!reserved && !(is_end && at == valid.size() && utf8::is_space(character.code))) {
            to += bytes;
            continue;
        }
        for (const char byte : bytes) {
            append_escape(byte, to);
        }
    }
}

void append_component(std::string_view component, std::string& to) {
    if (component == "..") {
        to += "~up";
        return;
    }
    if (component == ".galley") {
        to += '~';
    }
    while (!component.empty()) {
        const std::size_t invalid = std::min(utf8::find_invalid(component), component.size());
        append_safe(component.substr(0, invalid), invalid == component.size(), to);
        component.remove_prefix(invalid);
        if (!component.empty()) {
            append_escape(component.front(), to);
            component.remove_prefix(1);
        }
    }
}

}  // namespace

std::string item_name(std::string_view raw) {
    std::string name;
    name.reserve(raw.size());
    while (!raw.empty()) {
        const std::size_t end = std::min(raw.find('/'), raw.size());
        const std::string_view component = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (component.empty() || component == ".") {
            continue;
        }
        if (!name.empty()) {
            name += '/';
        }
        append_component(component, name);
    }
    return name.empty() ? "~unnamed" : name;
}

std::string duplicate_name(std::string_view name, std::uint64_t number) {
    return std::string(name) + "~=" + std::to_string(number);
}

NameKey name_key(std::string_view name) {
    const Digest digest = sha256(name);
    NameKey key;
    for (std::size_t byte = 0; byte < 8; ++byte) {
        key.high = key.high << 8 | digest[byte];
        key.low = key.low << 8 | digest[byte + 8];
    }
    return key;
}

bool in_shard(const NameKey& key, std::uint32_t shard, std::uint32_t shards) { return key.high % shards == shard - 1; }

}  // namespace galley::batch
