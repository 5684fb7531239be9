#include "converters/pdf/references/bounded_file.h"

#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/references/predictor.h"
#include "galley/try.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace galley::pdf {

namespace {

// A sound file has each of these objects read once, and its tables are a small part of it.
constexpr std::uint64_t readings_of_a_byte = 4;
constexpr std::uint64_t readings_of_any_file = 1 << 16;
// Tables and small objects become a tenth when they are packed, at best.
constexpr std::uint64_t expansion_of_a_byte = 16;
constexpr std::uint64_t expansion_of_any_file = 1 << 16;
constexpr std::uint64_t most_unpacked = 32 << 20;

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

/// Takes white space, at least some, then a number.
bool take_number(std::string_view& text, std::uint32_t& number) {
    while (!text.empty() && is_white(text.front())) {
        text.remove_prefix(1);
    }
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{}) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return true;
}

}  // namespace

Diagnostic unreadable(const std::string& name, const std::string& why) {
    return {.code = "pdf.unreadable",
            .message = "'" + name + "' is no PDF that can be read: " + why,
            .where = {.source = name},
            .hints = {"see whether it arrived whole; `qpdf FILE COPY` mends many damaged ones"}};
}

Diagnostic encrypted(const std::string& name) {
    return {.code = "pdf.encrypted",
            .message = "'" + name + "' is encrypted",
            .where = {.source = name},
            .hints = {"decrypt it first"}};
}

BoundedFile::BoundedFile(const std::string& name, std::string_view bytes)
    : name_(name),
      bytes_(bytes),
      readings_left_(readings_of_any_file + readings_of_a_byte * bytes.size()),
      unpacking_left_(std::min(expansion_of_any_file + expansion_of_a_byte * bytes.size(), most_unpacked)) {}

Result<std::string_view> BoundedFile::read(std::uint64_t begin, std::uint64_t size) {
    if (begin > bytes_.size() || size > bytes_.size() - begin) {
        return fail(broken("a part of it lies outside"));
    }
    if (size > readings_left_) {
        return fail(broken("its parts overlap"));
    }
    readings_left_ -= size;
    return bytes_.substr(begin, size);
}

Result<Value> BoundedFile::value_at(std::size_t& begin) {
    std::string_view rest = bytes_.substr(std::min(begin, bytes_.size()));
    const std::size_t before = rest.size();
    std::optional<Value> value = take_value(rest, store_);
    if (!value) {
        return fail(broken("an object that tells where others are is not well-formed"));
    }
    GALLEY_CHECK(read(begin, before - rest.size()));
    begin += before - rest.size();
    return *value;
}

Result<std::size_t> BoundedFile::object_at(std::uint64_t offset, std::uint32_t& number) {
    constexpr std::string_view keyword = "obj";
    constexpr std::size_t longest = 32;
    std::string_view text = offset < bytes_.size() ? bytes_.substr(offset, longest) : std::string_view{};
    const std::size_t before = text.size();
    std::uint32_t generation = 0;
    const bool is_numbered = take_number(text, number) && take_number(text, generation);
    const std::size_t keyword_at = is_numbered ? text.find_first_not_of(" \n\r\t\f") : std::string_view::npos;
    if (keyword_at == std::string_view::npos || !text.substr(keyword_at).starts_with(keyword)) {
        return fail(broken("an object that tells where others are does not stand where it should"));
    }
    return static_cast<std::size_t>(offset) + (before - text.size()) + keyword_at + keyword.size();
}

Result<StreamHead> BoundedFile::stream_at(std::uint64_t offset) {
    constexpr std::string_view keyword = "stream";
    StreamHead head;
    GALLEY_TRY(head.begin, object_at(offset, head.number));
    GALLEY_TRY(head.dictionary, value_at(head.begin));
    const std::string_view rest = bytes_.substr(head.begin, keyword.size() + 2);
    const bool is_begun = head.dictionary.is(Value::Kind::dictionary) && rest.starts_with(keyword);
    // ISO 32000-1, 7.3.8.1: a line feed, with or without a carriage return before it.
    const std::size_t end_of_line = is_begun ? rest.find('\n', keyword.size()) : std::string_view::npos;
    if (end_of_line == std::string_view::npos || (end_of_line != keyword.size() && rest[keyword.size()] != '\r')) {
        return fail(broken("an object that tells where others are is no stream"));
    }
    head.begin += end_of_line + 1;
    return head;
}

Result<std::uint64_t> BoundedFile::number_at(std::uint64_t offset) {
    std::uint32_t number = 0;
    GALLEY_TRY(std::size_t begin, object_at(offset, number));
    GALLEY_TRY(const Value value, value_at(begin));
    if (!value.is(Value::Kind::integer) || value.integer < 0) {
        return fail(broken("a length is no number"));
    }
    return static_cast<std::uint64_t>(value.integer);
}

Result<std::string> BoundedFile::unpacked(const Value& dictionary, std::string_view stored) {
    const auto only = [](const Value* value) {  // one filter, or a list of one
        return value != nullptr && value->is(Value::Kind::array) && value->items.size() == 1 ? &value->items[0] : value;
    };
    const Value* const filter = only(dictionary.find("Filter"));
    const Value* const parameters = only(dictionary.find("DecodeParms"));
    if (filter == nullptr) {
        return std::string(stored);
    }
    if (!filter->is_name("FlateDecode")) {
        return fail(broken("an object that tells where others are has a filter other than FlateDecode"));
    }
    GALLEY_TRY(std::string bytes, inflate(stored, unpacking_left_));
    unpacking_left_ -= bytes.size();
    if (parameters != nullptr && !undo_predictor(*parameters, bytes)) {
        return fail(broken("an object that tells where others are has a predictor that is not read here"));
    }
    return bytes;
}

}  // namespace galley::pdf
