#pragma once

#include "galley/export.h"
#include "galley/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace GALLEY_API galley {

struct JsonMember;

/// A JSON value (RFC 8259). Members of objects keep their order.
struct JsonValue {
    using Array = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>;

    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> value;

    [[nodiscard]] const JsonValue* find(std::string_view name) const;

    /// The member `name` where it has the kind that is asked for.
    [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name) const;
    [[nodiscard]] std::optional<bool> flag(std::string_view name) const;
    /// Empty when there is none.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] const Array* array(std::string_view name) const;

    [[nodiscard]] const std::string* as_text() const { return std::get_if<std::string>(&value); }
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

/// Parses `utf8`, one JSON value with nothing after it and at most `depth` arrays and objects in one another. `name` is
/// the source's, for messages. Fails with `json.syntax` or `json.too-deep`. Thread-safe.
[[nodiscard]] Result<JsonValue> read_json(std::string_view name, std::string_view utf8, std::uint32_t depth = 64);

}  // namespace galley
