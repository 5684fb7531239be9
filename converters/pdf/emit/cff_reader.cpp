#include "converters/pdf/emit/cff_reader.h"

#include <algorithm>

namespace galley::pdf {

CffIndex::CffIndex(FontBytes table, std::size_t at) : table_(table), end_(at + 2) {
    const std::uint32_t count = table.u16(at);
    if (count == 0) {
        return;
    }
    offset_size_ = table.u8(at + 2);
    if (offset_size_ < 1 || offset_size_ > 4) {
        return;
    }
    offsets_ = at + 3;
    data_ = offsets_ + (std::size_t{count} + 1) * offset_size_ - 1;  // offsets count from the byte before the data
    count_ = count;
    end_ = data_ + offset(count);
}

std::size_t CffIndex::offset(std::uint32_t number) const {
    std::size_t value = 0;
    for (std::size_t i = 0; i < offset_size_; ++i) {
        value = value << 8 | table_.u8(offsets_ + std::size_t{number} * offset_size_ + i);
    }
    return value;
}

std::string_view CffIndex::operator[](std::uint32_t number) const {
    if (number >= count_) {
        return {};
    }
    const std::size_t begin = offset(number), end = offset(number + 1);
    return begin < end ? table_.slice(data_ + begin, end - begin) : std::string_view{};
}

CffDict::CffDict(std::string_view bytes) {
    const FontBytes view{bytes};
    Entry entry;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::uint8_t first = view.u8(at);
        const auto push = [&](std::int64_t number) {
            entry.numbers[0] = entry.numbers[1];
            entry.numbers[1] = number;
        };
        if (first <= 21) {
            const bool is_long = first == 12;
            entry.key = static_cast<CffOperator>(is_long ? 0x0C00 | view.u8(at + 1) : first);
            entry.operands = bytes.substr(begin, at - begin);
            at = std::min(at + (is_long ? 2u : 1u), bytes.size());
            entry.whole = bytes.substr(begin, at - begin);
            entries_.push_back(entry);
            entry = {};
            begin = at;
        } else if (first == 28) {
            push(view.i16(at + 1));
            at += 3;
        } else if (first == 29) {
            push(static_cast<std::int32_t>(view.u32(at + 1)));
            at += 5;
        } else if (first == 30) {  // a real: nibbles up to one that is 0xF
            ++at;
            while (at < bytes.size() && (view.u8(at) & 0xF) != 0xF && view.u8(at) >> 4 != 0xF) {
                ++at;
            }
            ++at;
            push(0);
        } else if (first >= 32 && first <= 246) {
            push(first - 139);
            ++at;
        } else if (first >= 247 && first <= 250) {
            push((first - 247) * 256 + view.u8(at + 1) + 108);
            at += 2;
        } else if (first >= 251 && first <= 254) {
            push(-(first - 251) * 256 - view.u8(at + 1) - 108);
            at += 2;
        } else {
            ++at;
        }
    }
}

const CffDict::Entry* CffDict::find(CffOperator key) const {
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    return found == entries_.end() ? nullptr : &*found;
}

}  // namespace galley::pdf
