#pragma once

#include "galley/result.h"

#include <string>
#include <string_view>
#include <utility>

namespace galley::batch {

/// A file's bytes, mapped. The file must not shrink meanwhile.
class MappedFile {
public:
    /// Fails with `input.*`.
    [[nodiscard]] static Result<MappedFile> open(const std::string& path);

    MappedFile(MappedFile&& other) noexcept
        : memory_(std::exchange(other.memory_, nullptr)),
          size_(std::exchange(other.size_, 0)) {}
    MappedFile& operator=(MappedFile&& other) noexcept {
        std::swap(memory_, other.memory_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(memory_), size_}; }

private:
    MappedFile(void* memory, std::size_t size) : memory_(memory), size_(size) {}

    void* memory_;
    std::size_t size_;
};

}  // namespace galley::batch
