#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Keeps text where views of it stay valid although more is added, and although the vector is moved.
class PlacedTexts {
public:
    explicit PlacedTexts(std::vector<std::string>& chunks) : chunks_(chunks) {}

    /// A copy of `text` that lives as long as the vector.
    [[nodiscard]] std::string_view keep(std::string_view text) {
        if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < text.size()) {
            chunks_.emplace_back();
            // Never small enough for the string itself to hold it: moving a string must not move its text.
            chunks_.back().reserve(text.size() > chunk_size ? text.size() : chunk_size);
        }
        std::string& chunk = chunks_.back();
        chunk += text;
        return std::string_view{chunk}.substr(chunk.size() - text.size());
    }

private:
    static constexpr std::size_t chunk_size = 4096;
    std::vector<std::string>& chunks_;
};

}  // namespace galley::pdf
