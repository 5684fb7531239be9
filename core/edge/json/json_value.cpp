#include "core/edge/json/json_value.h"

#include <nlohmann/json.hpp>

namespace galley {

namespace {

/// Builds our values from nlohmann-json's events, so that depth is bounded before its own tree would recurse.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Builder(std::uint32_t depth) : depth_(depth) {}

    JsonValue root;
    bool too_deep = false;
    std::size_t error_at = 0;

    bool null() override { return put({}); }
    bool boolean(bool value) override { return put({value}); }
    bool number_integer(std::int64_t value) override { return put({value}); }
    bool number_unsigned(std::uint64_t value) override { return put({value}); }
    bool number_float(double value, const std::string&) override { return put({value}); }
    bool string(std::string& value) override { return put({std::move(value)}); }
    bool binary(nlohmann::json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open({JsonValue::Object()}); }
    bool start_array(std::size_t) override { return open({JsonValue::Array()}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        std::get<JsonValue::Object>(open_.back()->value).push_back({std::move(name), {}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        error_at = position;
        return false;
    }

private:
    /// Where the next value goes: the place stays where it is while the value under way is the last of its parent.
    JsonValue& place(JsonValue&& value) {
        if (open_.empty()) {
            return root = std::move(value);
        }
        if (auto* array = std::get_if<JsonValue::Array>(&open_.back()->value)) {
            return array->emplace_back(std::move(value));
        }
        return std::get<JsonValue::Object>(open_.back()->value).back().value = std::move(value);
    }
    bool put(JsonValue&& value) {
        place(std::move(value));
        return true;
    }
    bool open(JsonValue&& value) {
        too_deep = open_.size() >= depth_;
        if (!too_deep) {
            open_.push_back(&place(std::move(value)));
        }
        return !too_deep;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::uint32_t depth_;
    std::vector<JsonValue*> open_;
};

Diagnostic about(std::string_view name, const char* code, std::string message, std::uint64_t at) {
    Diagnostic diagnostic{.code = code,
                          .message = std::move(message),
                          .where = {.source = std::string(name)},
                          .hints = {"check that the file is whole and is what its name says"}};
    diagnostic.where.span = Span{at, at};
    return diagnostic;
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
    if (const auto* object = std::get_if<Object>(&value)) {
        for (const JsonMember& member : *object) {
            if (member.name == name) {
                return &member.value;
            }
        }
    }
    return nullptr;
}

std::optional<std::uint64_t> JsonValue::number(std::string_view name) const {
    const JsonValue* member = find(name);
    const auto* number = member == nullptr ? nullptr : std::get_if<std::uint64_t>(&member->value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<bool> JsonValue::flag(std::string_view name) const {
    const JsonValue* member = find(name);
    const bool* flag = member == nullptr ? nullptr : std::get_if<bool>(&member->value);
    return flag == nullptr ? std::nullopt : std::optional(*flag);
}

std::string_view JsonValue::text(std::string_view name) const {
    const JsonValue* member = find(name);
    const std::string* text = member == nullptr ? nullptr : member->as_text();
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

const JsonValue::Array* JsonValue::array(std::string_view name) const {
    const JsonValue* member = find(name);
    return member == nullptr ? nullptr : std::get_if<Array>(&member->value);
}

Result<JsonValue> read_json(std::string_view name, std::string_view utf8, std::uint32_t depth) {
    Builder builder(depth);
    try {
        if (nlohmann::json::sax_parse(utf8, &builder)) {
            return std::move(builder.root);
        }
    } catch (const std::exception& error) {
        return fail({.cause = Cause::internal,
                     .code = "json.internal",
                     .message = "the JSON library failed on '" + std::string(name) + "': " + error.what(),
                     .where = {.source = std::string(name)}});
    }
    if (builder.too_deep) {
        return fail(about(
            name, "json.too-deep",
            "'" + std::string(name) + "' has more than " + std::to_string(depth) + " arrays and objects in one another",
            0));
    }
    return fail(about(name, "json.syntax",
                      "'" + std::string(name) + "' is not JSON from byte " + std::to_string(builder.error_at) + " on",
                      builder.error_at));
}

}  // namespace galley
