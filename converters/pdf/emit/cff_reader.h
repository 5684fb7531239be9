#pragma once

#include "converters/pdf/emit/font_bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Adobe Technical Note 5176, The Compact Font Format: what a subsetter has to read of it. Views point into the table.
namespace galley::pdf {

/// An INDEX (5): byte strings by number. Looks up, copies nothing.
class CffIndex {
public:
    CffIndex() = default;
    /// The INDEX that begins at `at`; empty when it is damaged.
    CffIndex(FontBytes table, std::size_t at);

    [[nodiscard]] std::uint32_t count() const { return count_; }
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const;
    /// Where the byte after the INDEX is.
    [[nodiscard]] std::size_t end() const { return end_; }

private:
    [[nodiscard]] std::size_t offset(std::uint32_t number) const;

    FontBytes table_{std::string_view{}};
    std::uint32_t count_ = 0;
    std::uint8_t offset_size_ = 1;
    std::size_t offsets_ = 0;
    std::size_t data_ = 0;
    std::size_t end_ = 0;
};

/// Operators of DICTs (appendix H); two-byte ones are 0x0C00 and the second byte.
enum class CffOperator : std::uint16_t {
    font_bbox = 5,
    charset = 15,
    char_strings = 17,
    private_dict = 18,
    subrs = 19,
    nominal_width = 21,
    font_matrix = 0x0C07,
    ros = 0x0C1E,
    fd_array = 0x0C24,
    fd_select = 0x0C25
};

/// A DICT (4), entry by entry.
class CffDict {
public:
    explicit CffDict(std::string_view bytes);

    struct Entry {
        CffOperator key{};
        std::string_view operands;  ///< as they stand there
        std::string_view whole;     ///< operands and operator
        std::int64_t numbers[2]{};  ///< the last two integer operands, in order
    };

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] const Entry* find(CffOperator key) const;

private:
    std::vector<Entry> entries_;
};

}  // namespace galley::pdf
