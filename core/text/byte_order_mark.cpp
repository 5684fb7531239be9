#include "core/text/byte_order_mark.h"

namespace galley {

using namespace std::string_view_literals;

std::optional<ByteOrderMark> find_byte_order_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        return ByteOrderMark{"UTF-8", 3};
    }
    // Before UTF-16, whose mark it begins with: a text that starts with U+0000 is none.
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) {
        return ByteOrderMark{"UTF-32LE", 4};
    }
    if (bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return ByteOrderMark{"UTF-32BE", 4};
    }
    if (bytes.starts_with("\xFF\xFE"sv)) {
        return ByteOrderMark{"UTF-16LE", 2};
    }
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return ByteOrderMark{"UTF-16BE", 2};
    }
    if (bytes.starts_with("\x84\x31\x95\x33"sv)) {
        return ByteOrderMark{"GB18030", 4};
    }
    return std::nullopt;
}

}  // namespace galley
