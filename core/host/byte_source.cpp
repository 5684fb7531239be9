#include "galley/byte_source.h"

#include <algorithm>
#include <cstring>

namespace galley {

namespace {

class MemorySource final : public ByteSource {
public:
    MemorySource(std::string name, std::string bytes) : name_(std::move(name)), own_(std::move(bytes)), rest_(own_) {}
    MemorySource(std::string name, std::string_view bytes) : name_(std::move(name)), rest_(bytes) {}

    [[nodiscard]] const std::string& name() const override { return name_; }

    [[nodiscard]] Result<std::string_view> peek(std::size_t size) override { return rest_.substr(0, size); }

    [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t size = rest_.copy(buffer.data(), buffer.size());
        rest_.remove_prefix(size);
        return size;
    }

    [[nodiscard]] std::optional<std::string_view> take_whole() override {
        const std::string_view all = rest_;
        rest_.remove_prefix(rest_.size());
        return all;
    }

private:
    std::string name_;
    std::string own_;
    std::string_view rest_;
};

std::unexpected<Diagnostic> too_large(const ByteSource& source, std::uint64_t limit) {
    return fail({.code = "limit.story-bytes",
                 .message = "'" + source.name() + "' is larger than " + std::to_string(limit) +
                            " bytes, the most a story may have",
                 .where = {.source = source.name()},
                 .hints = {"split it, or raise the limit"}});
}

}  // namespace

std::unique_ptr<ByteSource> memory_source(std::string name, std::string_view bytes) {
    return std::make_unique<MemorySource>(std::move(name), bytes);
}

std::unique_ptr<ByteSource> owned_source(std::string name, std::string bytes) {
    return std::make_unique<MemorySource>(std::move(name), std::move(bytes));
}

Result<std::string_view> read_whole(ByteSource& source, std::string& buffer, std::uint64_t limit) {
    if (const auto whole = source.take_whole()) {
        if (whole->size() > limit) {
            return too_large(source, limit);
        }
        return *whole;
    }
    // A pipe gives little at a time: only what is new is ever touched.
    constexpr std::size_t piece = 64 * 1024;
    buffer.clear();
    std::size_t size = 0;
    while (size <= limit) {
        if (size == buffer.size()) {
            buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>(std::max(piece, size * 2), limit + 1)));
        }
        const auto read = source.read(std::span(buffer).subspan(size));
        if (!read) {
            return std::unexpected(read.error());
        }
        if (*read == 0) {
            buffer.resize(size);
            return std::string_view(buffer);
        }
        size += *read;
    }
    return too_large(source, limit);
}

}  // namespace galley
