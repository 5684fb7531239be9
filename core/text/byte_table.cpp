#include "core/text/byte_table.h"

#include "core/text/transcoder.h"

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
        if ((eight & 0x8080808080808080U) != 0) {
            break;
        }
    }
    return end - offset;
}

bool keeps_ascii(const ByteTable& table) {
    for (char32_t byte = 0; byte < 0x80; ++byte) {
        if (table.codes[byte] != byte) {
            return false;
        }
    }
    return true;
}

}  // namespace

Transcoded decode_single_byte(std::string_view bytes, const ByteTable& table) {
    const bool ascii = keeps_ascii(table);
    Transcoder transcoder(bytes.size() + bytes.size() / 8);
    for (std::size_t offset = 0; offset < bytes.size();) {
        if (const std::size_t plain = ascii ? ascii_words(bytes, offset) : 0; plain > 0) {
            transcoder.add_ascii(bytes.substr(offset, plain));
            offset += plain;
            continue;
        }
        const char32_t code = table.codes[static_cast<unsigned char>(bytes[offset])];
        if (code == ByteTable::undefined) {
            return transcoder.finish(Span{offset, offset + 1});
        }
        transcoder.add(code, 1);
        ++offset;
    }
    return transcoder.finish();
}

}  // namespace galley
