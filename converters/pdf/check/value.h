#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A value in PDF's notation (ISO 32000-1, 7.3), read for checking. Views point into the text it was read from, and
/// into the store that keeps what is inside it.
struct Value {
    enum class Kind : std::uint8_t { null, boolean, integer, real, string, name, array, dictionary, reference };

    Kind kind = Kind::null;
    std::int64_t integer = 0;        ///< of an integer; a reference's object number; 1 for true
    double real = 0;                 ///< of a real or an integer
    std::string_view raw;            ///< of a string with its delimiters, of a name without its slash
    std::span<const Value> items{};  ///< of an array; of a dictionary, keys and values by turns

    [[nodiscard]] bool is(Kind other) const { return kind == other; }
    [[nodiscard]] bool is_name(std::string_view name) const { return kind == Kind::name && raw == name; }
    [[nodiscard]] bool is_number() const { return kind == Kind::integer || kind == Kind::real; }
    [[nodiscard]] bool is_true() const { return kind == Kind::boolean && integer == 1; }

    /// The value of `key` in a dictionary; null when there is none or this is none.
    [[nodiscard]] const Value* find(std::string_view key) const {
        if (kind != Kind::dictionary) {
            return nullptr;
        }
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            if (items[i].raw == key) {
                return &items[i + 1];
            }
        }
        return nullptr;
    }
};

/// Keeps what is inside of values, many together, for as long as it lives; it may be moved.
class ValueStore {
public:
    /// A copy of `items`, for good.
    [[nodiscard]] std::span<const Value> keep(std::span<const Value> items);

    /// What a reader has under way.
    std::vector<Value> open;

private:
    std::deque<std::vector<Value>> chunks_;
};

/// Reads the one value that `text` holds. Nothing when it is not well-formed, or nested deeper than 64.
[[nodiscard]] std::optional<Value> read_value(std::string_view text, ValueStore& store);

/// Reads the value at the start of `text` and removes it and the space around it. Nothing when there is none, as
/// `read_value`.
[[nodiscard]] std::optional<Value> take_value(std::string_view& text, ValueStore& store);

/// The same for content streams, where nothing is an indirect reference. Nothing when an operator or the end comes,
/// which stays.
[[nodiscard]] std::optional<Value> take_operand(std::string_view& text, ValueStore& store);

/// The bytes a string stands for (7.3.4). REQUIRES: `string` is one.
[[nodiscard]] std::string bytes_of(const Value& string);

/// The text a text string stands for (7.9.2.2), as UTF-8; what is not UTF-16BE is PDFDocEncoding.
[[nodiscard]] std::string text_of(const Value& string);

/// A name with its #-escapes resolved.
[[nodiscard]] std::string name_of(const Value& name);

}  // namespace galley::pdf
