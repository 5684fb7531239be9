#pragma once

#include "core/batch/item.h"
#include "galley/byte_source.h"
#include "galley/host.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace galley::batch {

/// The bytes of an item as a source that carries the item's name. Small items are in one piece; what is larger is read
/// piece by piece by its reader.
class ItemBytes {
public:
    /// `buffer` holds the bytes of a file in one piece and must outlive the result. Fails with `input.*`.
    [[nodiscard]] static Result<ItemBytes> read(const Item& item, const Host& host, std::string& buffer,
                                                std::uint64_t whole_limit);

    [[nodiscard]] ByteSource& source() { return *source_; }
    [[nodiscard]] std::optional<std::string_view> whole() const { return whole_; }

private:
    std::unique_ptr<ByteSource> source_;
    std::optional<std::string_view> whole_;
};

}  // namespace galley::batch
