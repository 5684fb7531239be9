#include "core/text/byte_table.h"

#include "core/text/utf8_put.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace galley {

namespace {

constexpr std::size_t word = sizeof(std::uint64_t);

// As many bytes from `offset` on as are ASCII, in whole words.
std::size_t ascii_words(std::string_view bytes, std::size_t offset) {
    std::size_t end = offset;
    for (std::uint64_t eight = 0; end + word <= bytes.size(); end += word) {
        std::memcpy(&eight, bytes.data() + end, word);
        if ((eight & 0x8080808080808080U) != 0) { break; }
    }
    return end - offset;
}

bool keeps_ascii(const ByteTable& table) {
    for (char32_t byte = 0; byte < 0x80; ++byte) {
        if (table.codes[byte] != byte) { return false; }
    }
    return true;
}

}  // namespace

Transcoded decode_single_byte(std::string_view bytes, const ByteTable& table) {
    Transcoded result;
    const bool ascii = keeps_ascii(table);
    const auto high = static_cast<std::size_t>(std::ranges::count_if(bytes, [](char byte) { return static_cast<signed char>(byte) < 0; }));
    constexpr std::size_t most_bytes = 3;   // no table has a character outside plane 0
    result.text.resize(ascii ? bytes.size() + (most_bytes - 1) * high : most_bytes * bytes.size());
    char* to = result.text.data();
    std::size_t offset = 0;
    while (offset < bytes.size()) {
        if (const std::size_t plain = ascii ? ascii_words(bytes, offset) : 0; plain > 0) {
            std::memcpy(to, bytes.data() + offset, plain);
            to += plain;
            offset += plain;
            result.map.add(1, 1, plain);
            continue;
        }
        // A run of characters of one length, so that the map grows by steps and not by bytes.
        const std::uint32_t size = utf8::size_of(table.codes[static_cast<unsigned char>(bytes[offset])]);
        const std::size_t begin = offset;
        char32_t code = 0;
        for (; offset < bytes.size(); ++offset) {
            code = table.codes[static_cast<unsigned char>(bytes[offset])];
            if (code == ByteTable::undefined || utf8::size_of(code) != size) { break; }
            to = utf8::put(code, to);
        }
        result.map.add(size, 1, offset - begin);
        if (code == ByteTable::undefined) {
            result.invalid = Span{offset, offset + 1};
            break;
        }
    }
    result.text.resize(static_cast<std::size_t>(to - result.text.data()));
    return result;
}

}  // namespace galley
