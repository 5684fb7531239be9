#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::cli {

/// `utf8` as a JSON string (RFC 8259) with its quotes, in pure ASCII but for printable characters; a YAML 1.2 string,
/// too.
[[nodiscard]] std::string json_string(std::string_view utf8);

/// `[a,b]` of values that are JSON already.
[[nodiscard]] std::string json_array(const std::vector<std::string>& values);

/// A JSON object that keeps the order in which its members are added.
class JsonObject {
public:
    /// `value` is JSON already.
    JsonObject& member(std::string_view name, std::string_view value);
    JsonObject& text(std::string_view name, std::string_view utf8) { return member(name, json_string(utf8)); }
    /// null for an empty text.
    JsonObject& text_or_null(std::string_view name, std::string_view utf8) {
        return member(name, utf8.empty() ? "null" : json_string(utf8));
    }
    [[nodiscard]] std::string json() const { return "{" + members_ + "}"; }

private:
    std::string members_;
};

}  // namespace galley::cli
