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

    MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    MappedFile& operator=(MappedFile&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
};

}  // namespace galley::batch
