#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galley {

/// Looks for tags with so many attributes that libxml2, which compares each with all before it, would take hours.
/// Fed with a text in pieces, ahead of the parser.
class TagScan {
public:
    /// False once a tag has too many. Nothing in a tag can hide it: a "<" cannot stand in one (XML 1.0, 3.1), so each
    /// starts afresh.
    [[nodiscard]] bool feed(std::string_view piece);

    static constexpr std::size_t most_attributes = 512;

private:
    enum class State : std::uint8_t { text, tag, value };
    State state_ = State::text;
    char quote_ = 0;
    std::size_t attributes_ = 0;
};

}  // namespace galley
