#include "cli/json_text.h"

#include "galley/utf8.h"

namespace galley::cli {
namespace {

void append_escape(char32_t code, std::string& to) {
    static constexpr char digits[] = "0123456789abcdef";
    to += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) {
        to += digits[(code >> shift) & 0xF];
    }
}

/// What RFC 8259 forbids bare, what breaks lines in JavaScript and YAML, and what XML-minded readers stumble over.
bool needs_escape(char32_t code) {
    return code < 0x20 || utf8::is_control_or_noncharacter(code) || code == 0x2028 || code == 0x2029 || code == 0xFEFF;
}

}  // namespace

std::string json_string(std::string_view utf8) {
    std::string result = "\"";
    for (std::size_t at = 0; at < utf8.size();) {
        const auto character = utf8::at(utf8, at);
        if (character.code == '"' || character.code == '\\') {
            (result += '\\') += static_cast<char>(character.code);
        } else if (character.code == '\n') {
            result += "\\n";
        } else if (needs_escape(character.code) && character.code < 0x10000) {
            append_escape(character.code, result);
        } else {
            result += utf8.substr(at, character.size);
        }
        at += character.size;
    }
    return result + '"';
}

std::string json_array(const std::vector<std::string>& values) {
    std::string result = "[";
    for (const std::string& value : values) {
        result += (result.size() > 1 ? "," : "") + value;
    }
    return result + "]";
}

JsonObject& JsonObject::member(std::string_view name, std::string_view value) {
    members_ += (members_.empty() ? "" : ", ") + json_string(name) + ": ";
    members_ += value;
    return *this;
}

}  // namespace galley::cli
