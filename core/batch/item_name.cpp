#include "core/batch/item_name.h"

#include "galley/digest.h"
#include "galley/utf8.h"

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

void append_ascii_safe(std::string_view valid, std::string& to) {
    for (const char byte : valid) {
        if (is_reserved(byte)) {
            append_escape(byte, to);
        } else {
            to += byte;
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
        append_ascii_safe(component.substr(0, invalid), to);
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
