#include "converters/pdf/check/code_map.h"

#include "converters/pdf/check/value.h"

#include <optional>

namespace galley::pdf {

namespace {

std::u32string from_utf16(std::string_view bytes) {
    std::u32string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto unit = static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
        const bool is_low = unit >= 0xDC00 && unit < 0xE000 && !text.empty() && text.back() >= 0xD800 && text.back() < 0xDC00;
        if (is_low) {
            text.back() = 0x10000 + ((text.back() - 0xD800) << 10) + (unit - 0xDC00);
        } else {
            text += unit;
        }
    }
    return text;
}

}  // namespace

CodeMap read_code_map(std::string_view cmap) {
    constexpr std::string_view begin = "beginbfchar", end = "endbfchar";
    constexpr std::size_t most = 65'536;
    CodeMap map;
    for (std::size_t at = cmap.find(begin); at != std::string_view::npos; at = cmap.find(begin, at)) {
        at += begin.size();
        std::string_view block = cmap.substr(at, cmap.find(end, at) - at);
        while (map.size() < most) {
            const std::optional<Value> code = take_operand(block);
            const std::optional<Value> text = code ? take_operand(block) : std::nullopt;
            if (!text || !code->is(Value::Kind::string) || !text->is(Value::Kind::string)) { break; }
            const std::string bytes = bytes_of(*code);
            std::uint32_t number = 0;
            for (const char c : bytes) { number = number << 8 | static_cast<unsigned char>(c); }
            map[number] = from_utf16(bytes_of(*text));
        }
    }
    return map;
}

}  // namespace galley::pdf
