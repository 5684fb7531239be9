#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::batch {

/// Appends `text` as a JSON string (RFC 8259) with its quotes. Bytes that are not UTF-8, as messages about files may
/// quote, become U+FFFD: what is written can always be read.
void append_json(std::string_view text, std::string& to);

/// Writes one JSON object member by member, in the order of the calls, straight into a string.
class JsonWriter {
public:
    explicit JsonWriter(std::string& to) : to_(to) {}

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    /// `name` is of this program: ASCII without quotes, backslashes and control characters.
    JsonWriter& name(std::string_view name);
    JsonWriter& text(std::string_view utf8);
    JsonWriter& number(std::uint64_t value);
    JsonWriter& flag(bool value);
    JsonWriter& none();                        ///< null
    JsonWriter& json(std::string_view value);  ///< a value that is JSON already

    JsonWriter& text(std::string_view member, std::string_view utf8) { return name(member).text(utf8); }
    JsonWriter& number(std::string_view member, std::uint64_t value) { return name(member).number(value); }
    JsonWriter& flag(std::string_view member, bool value) { return name(member).flag(value); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();

    std::string& to_;
    bool first_ = true;
};

}  // namespace galley::batch
