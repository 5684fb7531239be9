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
    constexpr std::string_view begin = "beginbfrange";
    constexpr std::size_t most = 65'536;
    CodeMap map;
    for (std::size_t at = cmap.find(begin); at != std::string_view::npos && map.size() < most; at = cmap.find(begin, at)) {
        at += begin.size();
        std::string_view range = cmap.substr(at);
        const std::optional<Value> first = take_operand(range);
        const std::optional<Value> last = first ? take_operand(range) : std::nullopt;
        const std::optional<Value> texts = last ? take_operand(range) : std::nullopt;
        if (!texts || !first->is(Value::Kind::string) || !texts->is(Value::Kind::array)) { break; }
        std::uint32_t code = 0;
        for (const char c : bytes_of(*first)) { code = code << 8 | static_cast<unsigned char>(c); }
        for (const Value& text : texts->items) {
            if (text.is(Value::Kind::string)) { map.emplace_hint(map.end(), code, from_utf16(bytes_of(text))); }
            ++code;
        }
    }
    return map;
}

}  // namespace galley::pdf
