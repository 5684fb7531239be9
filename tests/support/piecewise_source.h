#pragma once

#include "galley/byte_source.h"

#include <algorithm>
#include <string>
#include <utility>

namespace galley::test {

/// A source that comes a few bytes at a time, as pipes do.
class PiecewiseSource final : public ByteSource {
public:
    PiecewiseSource(std::string name, std::string bytes, std::size_t piece)
        : name_(std::move(name)),
          bytes_(std::move(bytes)),
          piece_(piece) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] Result<std::string_view> peek(std::size_t size) override {
        return std::string_view(bytes_).substr(read_, size);
    }
    [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = bytes_.copy(buffer.data(), std::min(buffer.size(), piece_), read_);
        read_ += count;
        return count;
    }

private:
    std::string name_;
    std::string bytes_;
    std::size_t piece_;
    std::size_t read_ = 0;
};

}  // namespace galley::test
