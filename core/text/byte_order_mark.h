#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley {

struct ByteOrderMark {
    std::string_view encoding;  ///< IANA name
    std::size_t size;           ///< bytes
};

/// The mark that `bytes` begin with (Unicode 15, table 23-4; GB 18030 has one, too).
[[nodiscard]] std::optional<ByteOrderMark> find_byte_order_mark(std::string_view bytes);

}  // namespace galley
