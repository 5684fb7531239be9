#include "converters/pdf/references/predictor.h"

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace galley::pdf {

namespace {

// ISO 32000-1, table 10.
constexpr std::int64_t no_predictor = 1, first_png_predictor = 10;
constexpr std::int64_t longest_row = 1 << 16;

std::int64_t parameter(const Value& parameters, std::string_view key, std::int64_t otherwise) {
    const Value* const value = parameters.find(key);
    return value == nullptr ? otherwise : value->is(Value::Kind::integer) ? value->integer : -1;
}

/// PNG's filter type 4 (ISO 15948, 9.4): whichever neighbour is nearest to what the three together suggest.
std::uint8_t paeth(int left, int up, int corner) {
    const int estimate = left + up - corner;
    const int by_left = std::abs(estimate - left), by_up = std::abs(estimate - up),
              by_corner = std::abs(estimate - corner);
    return static_cast<std::uint8_t>(by_left <= by_up && by_left <= by_corner ? left
                                     : by_up <= by_corner                     ? up
                                                                              : corner);
}

/// What the filter of type `type` foretold of a byte; -1 for no type there is.
int foretold(char type, std::uint8_t left, std::uint8_t up, std::uint8_t corner) {
    switch (type) {
        case 0: return 0;
        case 1: return left;
        case 2: return up;
        case 3: return (left + up) / 2;
        case 4: return paeth(left, up, corner);
        default: return -1;
    }
}

}  // namespace

bool undo_predictor(const Value& parameters, std::string& bytes) {
    const std::int64_t predictor = parameter(parameters, "Predictor", no_predictor);
    if (predictor == no_predictor) {
        return true;
    }
    const std::int64_t columns = parameter(parameters, "Columns", 1);
    const bool is_of_bytes =
        parameter(parameters, "Colors", 1) == 1 && parameter(parameters, "BitsPerComponent", 8) == 8;
    if (predictor < first_png_predictor || !is_of_bytes || columns < 1 || columns > longest_row) {
        return false;
    }
    const auto width = static_cast<std::size_t>(columns);
    if (bytes.size() % (width + 1) != 0) {
        return false;
    }

    std::vector<std::uint8_t> above(width), row(width);
    std::size_t to = 0;
    for (std::size_t from = 0; from < bytes.size(); from += width + 1) {
        for (std::size_t i = 0; i < width; ++i) {
            const int guess = foretold(bytes[from], i == 0 ? 0 : row[i - 1], above[i], i == 0 ? 0 : above[i - 1]);
            if (guess < 0) {
                return false;
            }
            row[i] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(bytes[from + 1 + i]) + guess);
        }
        for (const std::uint8_t byte : row) {
            bytes[to++] = static_cast<char>(byte);
        }
        above.swap(row);
    }
    bytes.resize(to);
    return true;
}

}  // namespace galley::pdf
