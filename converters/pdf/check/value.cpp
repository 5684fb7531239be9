#include "converters/pdf/check/value.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace galley::pdf {

namespace {

constexpr std::size_t deepest = 64;

enum class Character : std::uint8_t { regular, delimiter, white, comment };

/// ISO 32000-1, 7.2.2. A table, because every byte of every object is asked about.
constexpr auto characters = [] {
    std::array<Character, 256> all{};
    for (const char c : std::string_view{" \n\r\t\f\0", 6}) {
        all[static_cast<unsigned char>(c)] = Character::white;
    }
    for (const char c : std::string_view{"()<>[]{}/"}) {
        all[static_cast<unsigned char>(c)] = Character::delimiter;
    }
    all[static_cast<unsigned char>('%')] = Character::comment;
    return all;
}();
Character kind_of(char c) { return characters[static_cast<unsigned char>(c)]; }
bool is_white(char c) { return kind_of(c) == Character::white; }
bool is_regular(char c) { return kind_of(c) == Character::regular; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class ValueReader {
public:
    ValueReader(std::string_view text, bool references, ValueStore& store)
        : text_(text),
          references_(references),
          store_(store) {}

    /// Values are gathered where the store has what is under way: of each that is not closed yet, its own place and its
    /// items behind it.
    bool read(Value& value) {
        constexpr std::size_t usual_values = 64;
        std::vector<Value>& open = store_.open;
        open.clear();
        open.reserve(usual_values);
        for (;;) {
            skip_white();
            if (depth_ > 0 && closes(levels_[depth_ - 1].kind)) {
                if (!close_level()) {
                    return false;
                }
            } else if (!read_item()) {
                return false;
            }
            if (depth_ == 0) {
                value = open.front();
                return true;
            }
        }
    }

    void skip_white() {
        while (at_ < text_.size() && kind_of(text_[at_]) >= Character::white) {
            if (text_[at_] != '%') {
                ++at_;
                continue;
            }
            while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') {
                ++at_;
            }
        }
    }

    [[nodiscard]] std::size_t at() const { return at_; }

private:
    /// An array or a dictionary that is not closed yet.
    struct Level {
        std::size_t first;  ///< of its items; it has the place before that itself
        Value::Kind kind;
    };

    /// Reads a value, or the start of one that has items.
    bool read_item() {
        if (at_ == text_.size() || depth_ > deepest) {
            return false;
        }
        const char c = text_[at_];
        if (is_at_key() && c != '/') {
            return false;
        }
        Value& value = store_.open.emplace_back();
        switch (c) {
            case '/': return read_name(value);
            case '(': return read_literal(value);
            case '[': return open_level(Value::Kind::array);
            case '<':
                return at_ + 1 < text_.size() && text_[at_ + 1] == '<' ? open_level(Value::Kind::dictionary)
                                                                       : read_hexadecimal(value);
            default: return is_digit(c) || c == '+' || c == '-' || c == '.' ? read_number(value) : read_keyword(value);
        }
    }

    [[nodiscard]] bool is_at_key() const {
        return depth_ > 0 && levels_[depth_ - 1].kind == Value::Kind::dictionary &&
               (store_.open.size() - levels_[depth_ - 1].first) % 2 == 0;
    }

    bool open_level(Value::Kind kind) {
        at_ += kind == Value::Kind::array ? 1 : 2;
        levels_[depth_++] = {.first = store_.open.size(), .kind = kind};
        return true;
    }

    /// False for a key without a value.
    bool close_level() {
        const Level level = levels_[--depth_];
        at_ += level.kind == Value::Kind::array ? 1 : 2;
        std::vector<Value>& open = store_.open;
        const std::span<const Value> items = store_.keep(std::span{open}.subspan(level.first));
        open.resize(level.first);
        open.back().kind = level.kind;
        open.back().items = items;
        return level.kind == Value::Kind::array || items.size() % 2 == 0;
    }

    /// True when what is of that kind ends here.
    [[nodiscard]] bool closes(Value::Kind kind) const {
        if (at_ == text_.size()) {
            return false;
        }
        if (kind == Value::Kind::array) {
            return text_[at_] == ']';
        }
        return text_[at_] == '>' && at_ + 1 < text_.size() && text_[at_ + 1] == '>';
    }

    bool read_name(Value& value) {
        const std::size_t begin = ++at_;
        while (at_ < text_.size() && is_regular(text_[at_])) {
            ++at_;
        }
        value.kind = Value::Kind::name;
        value.raw = text_.substr(begin, at_ - begin);
        return true;
    }

    bool read_literal(Value& value) {
        const std::size_t begin = at_;
        int open = 0;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '(') {
                ++open;
            } else if (text_[at_] == ')' && --open == 0) {
                value.kind = Value::Kind::string;
                value.raw = text_.substr(begin, ++at_ - begin);
                return true;
            }
        }
        return false;
    }

    bool read_hexadecimal(Value& value) {
        const std::size_t end = text_.find('>', at_);
        if (end == std::string_view::npos) {
            return false;
        }
        value.kind = Value::Kind::string;
        value.raw = text_.substr(at_, end + 1 - at_);
        at_ = end + 1;
        return true;
    }

    bool read_number(Value& value) {
        if (!read_short_integer(value) && !read_any_number(value)) {
            return false;
        }
        if (references_ && value.is(Value::Kind::integer)) {
            take_reference(value);
        }
        return true;
    }

    /// Digits and nothing else, too few to overflow: nearly every number.
    bool read_short_integer(Value& value) {
        constexpr std::size_t most_digits = 18;
        const std::size_t last = std::min(text_.size(), at_ + most_digits);
        std::size_t end = at_;
        std::int64_t number = 0;
        for (; end < last && is_digit(text_[end]); ++end) {
            number = number * 10 + (text_[end] - '0');
        }
        if (end == at_ || (end < text_.size() && is_regular(text_[end]))) {
            return false;
        }
        value.kind = Value::Kind::integer;
        value.raw = text_.substr(at_, end - at_);
        value.integer = number;
        value.real = static_cast<double>(number);
        at_ = end;
        return true;
    }

    bool read_any_number(Value& value) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_regular(text_[at_])) {
            ++at_;
        }
        std::string_view digits = text_.substr(begin, at_ - begin);
        value.raw = digits;
        if (digits.starts_with('+')) {
            digits.remove_prefix(1);
        }
        const char* const end = digits.data() + digits.size();
        if (digits.find('.') != std::string_view::npos) {
            value.kind = Value::Kind::real;
            return std::from_chars(digits.data(), end, value.real, std::chars_format::fixed).ptr == end;
        }
        value.kind = Value::Kind::integer;
        const auto read = std::from_chars(digits.data(), end, value.integer);
        value.real = static_cast<double>(value.integer);
        return read.ptr == end && read.ec == std::errc{};
    }

    /// "12 0 R"
    void take_reference(Value& value) {
        constexpr std::string_view usual = " 0 R";
        std::size_t at = at_;
        if (text_.substr(at).starts_with(usual) &&
            (at + usual.size() == text_.size() || !is_regular(text_[at + usual.size()]))) {
            at_ += usual.size();
            value.kind = Value::Kind::reference;
            return;
        }
        if (at + 1 < text_.size() && text_[at] == ' ' && !is_digit(text_[at + 1]) && is_regular(text_[at + 1])) {
            return;
        }
        const auto skip = [&](auto matches) {
            const std::size_t begin = at;
            while (at < text_.size() && matches(text_[at])) {
                ++at;
            }
            return at > begin;
        };
        if (!skip(is_white) || !skip(is_digit) || !skip(is_white) || at >= text_.size() || text_[at] != 'R' ||
            (at + 1 < text_.size() && is_regular(text_[at + 1]))) {
            return;
        }
        at_ = at + 1;
        value.kind = Value::Kind::reference;
    }

    bool read_keyword(Value& value) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_regular(text_[at_])) {
            ++at_;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word == "true" || word == "false") {
            value.kind = Value::Kind::boolean;
            value.integer = word == "true" ? 1 : 0;
            return true;
        }
        if (word != "null") {
            at_ = begin;
        }
        return word == "null";
    }

    std::string_view text_;
    bool references_;
    ValueStore& store_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;                  ///< how many of `levels_` are open
    std::array<Level, deepest + 1> levels_;  ///< the last one may be empty only
};

/// What is found at the start of `text`, which goes on behind it; when nothing is, the space before that is gone.
std::optional<Value> take(std::string_view& text, bool references, ValueStore& store) {
    ValueReader reader(text, references, store);
    reader.skip_white();
    const std::size_t begin = reader.at();
    std::optional<Value> value{std::in_place};
    if (!reader.read(*value)) {
        text.remove_prefix(begin);
        return std::nullopt;
    }
    reader.skip_white();
    text.remove_prefix(reader.at());
    return value;
}

}  // namespace

std::span<const Value> ValueStore::keep(std::span<const Value> items) {
    constexpr std::size_t first_chunk = 64, doublings = 4;
    if (items.empty()) {
        return {};
    }
    if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < items.size()) {
        const std::size_t chunk = first_chunk << std::min(chunks_.size(), doublings);
        chunks_.emplace_back().reserve(std::max(chunk, items.size()));
    }
    std::vector<Value>& last = chunks_.back();
    last.insert(last.end(), items.begin(), items.end());
    return std::span{last}.last(items.size());
}

std::optional<Value> read_value(std::string_view text, ValueStore& store) {
    std::optional<Value> value = take_value(text, store);
    return text.empty() ? std::move(value) : std::nullopt;
}

std::optional<Value> take_value(std::string_view& text, ValueStore& store) { return take(text, true, store); }

std::optional<Value> take_operand(std::string_view& text, ValueStore& store) { return take(text, false, store); }

}  // namespace galley::pdf
