#include "converters/text/head_separators.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {

bool is_head_separator(char32_t code) {
    return code == '|' || code == ',' || code == ';' || code == '/' || code == '_' || code == ':' || code == '.' ||
           code == '(' || code == ')' || code == '[' || code == ']' || code == 0x2022 || code == 0xB7 ||
           code == 0xFF5C || code == 0x01C0 || code == 0xA6 || code == 0x2502 || code == 0x25CF || code == 0x30FB ||
           code == '*' || code == '>' || code == 0x203A || code == '+' || code == '@' || code == 0xFF08 ||
           code == 0xFF09 || is_dash(code);
}

std::size_t skip_separators(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const utf8::Character character = utf8::at(line, at);
        if (!is_space(character.code) && !is_head_separator(character.code)) {
            break;
        }
        at += character.size;
    }
    return at;
}

std::size_t skip_behind_label(std::string_view line, std::size_t at) {
    constexpr std::string_view wide_colon = "：";
    at = skip_separators(line, at);
    return line.substr(at).starts_with(wide_colon) ? skip_separators(line, at + wide_colon.size()) : at;
}

}  // namespace galley::text
