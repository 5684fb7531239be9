#include "core/batch/item_bytes.h"

#include "galley/try.h"

#include <algorithm>
#include <cstring>

namespace galley::batch {

namespace {

/// Bytes that were read already, and then the rest of the file they came from.
class ContinuedSource final : public ByteSource {
public:
    ContinuedSource(std::string name, std::string_view ahead, std::unique_ptr<ByteSource> rest)
        : name_(std::move(name)),
          ahead_(ahead),
          rest_(std::move(rest)) {}

    [[nodiscard]] const std::string& name() const override { return name_; }

    [[nodiscard]] Result<std::string_view> peek(std::size_t size) override {
        if (ahead_.size() >= size) {
            return ahead_.substr(0, size);
        }
        if (ahead_.empty()) {
            return rest_->peek(size);
        }
        // The look-ahead straddles the seam.
        GALLEY_TRY(const std::string_view more, rest_->peek(size - ahead_.size()));
        joined_.assign(ahead_);
        joined_ += more;
        return std::string_view(joined_);
    }

    [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override {
        if (ahead_.empty()) {
            return rest_->read(buffer);
        }
        const std::size_t size = std::min(buffer.size(), ahead_.size());
        std::memcpy(buffer.data(), ahead_.data(), size);
        ahead_.remove_prefix(size);
        return size;
    }

private:
    std::string name_;
    std::string_view ahead_;
    std::unique_ptr<ByteSource> rest_;
    std::string joined_;
};

constexpr std::size_t first_piece = 64 * 1024;
constexpr std::size_t largest_kept = 4 << 20;  // a buffer that one large item needed goes again

}  // namespace

Result<ItemBytes> ItemBytes::read(const Item& item, const Host& host, std::string& buffer, std::uint64_t whole_limit) {
    ItemBytes bytes;
    if (item.path.empty()) {
        bytes.whole_ = item.bytes;
        bytes.source_ = memory_source(item.name, item.bytes);
        return bytes;
    }
    GALLEY_TRY(auto file, host.open_source(item.path));
    if (buffer.size() > largest_kept) {
        buffer = std::string();
    }
    std::size_t size = 0;
    while (size <= whole_limit) {
        if (size == buffer.size()) {
            buffer.resize(std::max(first_piece, 2 * buffer.size()));
        }
        GALLEY_TRY(const std::size_t count, file->read(std::span(buffer).subspan(size)));
        if (count == 0) {
            bytes.whole_ = std::string_view(buffer).substr(0, size);
            bytes.source_ = memory_source(item.name, *bytes.whole_);
            return bytes;
        }
        size += count;
    }
    bytes.source_ =
        std::make_unique<ContinuedSource>(item.name, std::string_view(buffer).substr(0, size), std::move(file));
    return bytes;
}

}  // namespace galley::batch
