#pragma once

#include "core/edge/yaml_cpp/yaml_node.h"
#include "core/model/enum_names.h"
#include "core/model/members.h"
#include "galley/diagnostic.h"
#include "galley/digest.h"
#include "galley/export.h"
#include "galley/found.h"
#include "galley/partial_date.h"
#include "galley/span.h"

#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// The codes of what can be wrong with a value; each kind of file has its own.
struct YamlCodes {
    const char* unknown_key;
    const char* bad_value;
};

/// Values of the model out of YAML nodes: `read_value(values, node, member)` for every type. What does not fit is said,
/// with its line, and reading goes on, so that one run shows every mistake; `is_sound` tells whether there was one.
class YamlValues {
public:
    /// `name` is the source's. Everything given must outlive this.
    YamlValues(std::string_view name, const YamlCodes& codes, Diagnostics& diagnostics)
        : name_(name),
          codes_(codes),
          diagnostics_(diagnostics) {}

    [[nodiscard]] bool is_sound() const { return said_ == 0; }
    /// True when so much is wrong that nothing more is said.
    [[nodiscard]] bool is_full() const;
    void say(Diagnostic diagnostic);

    /// Says that the value of the current key must be `expected`.
    void refuse(const YamlNode& node, std::string_view expected, std::vector<std::string> hints = {});
    void refuse_key(const YamlEntry& entry, const std::vector<std::string_view>& known);

    [[nodiscard]] std::string_view name() const { return name_; }
    /// The key whose value is being read, for messages.
    void key(std::string_view current) { key_ = current; }

    void read_word(const YamlNode& node, std::span<const std::string_view> words, std::size_t& index);

private:
    std::string_view name_;
    const YamlCodes& codes_;
    Diagnostics& diagnostics_;
    std::string_view key_;
    std::size_t said_ = 0;
};

void read_value(YamlValues& values, const YamlNode& node, std::string& member);
void read_value(YamlValues& values, const YamlNode& node, bool& member);
void read_value(YamlValues& values, const YamlNode& node, Span& member);
void read_value(YamlValues& values, const YamlNode& node, Digest& member);
void read_value(YamlValues& values, const YamlNode& node, PartialDate& member);
/// A word alone is a QCode, a URI or a name, by its look: "medtop:04000000", "http://example.org/1", "politics".
void read_value(YamlValues& values, const YamlNode& node, Concept& member);

template <std::integral Number>
void read_value(YamlValues& values, const YamlNode& node, Number& member) {
    const std::string_view digits = node.text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), member);
    if (error == std::errc::result_out_of_range) {
        values.refuse(node, "a whole number from " + std::to_string(std::numeric_limits<Number>::min()) + " to " +
                                std::to_string(std::numeric_limits<Number>::max()));
    } else if (error != std::errc{} || end != digits.data() + digits.size()) {
        values.refuse(node, "a whole number");
    }
}

template <NamedEnum Enumeration>
void read_value(YamlValues& values, const YamlNode& node, Enumeration& member) {
    auto index = static_cast<std::size_t>(member);
    values.read_word(node, EnumNames<Enumeration>::all, index);
    member = static_cast<Enumeration>(index);
}

template <class T>
void read_value(YamlValues& values, const YamlNode& node, std::optional<T>& member);
template <class T>
void read_value(YamlValues& values, const YamlNode& node, std::vector<T>& member);
template <class T>
void read_value(YamlValues& values, const YamlNode& node, Found<T>& member);

/// The members of a mapping, for `members` (see members.h) to ask for one by one.
class YamlMembers {
public:
    /// REQUIRES: `mapping` is one.
    YamlMembers(YamlValues& values, const YamlNode& mapping)
        : values_(values),
          mapping_(mapping),
          used_(mapping.entries.size()) {}

    template <class T>
    void operator()(std::string_view name, T& member) {
        if (const YamlNode* node = take(name)) {
            values_.key(name);
            read_value(values_, *node, member);
        }
    }
    template <class T>
    void operator()(std::string_view name, T& member, const T& /*fallback*/) {
        (*this)(name, member);
    }
    template <class T>
    void main(std::string_view name, T& member) {
        (*this)(name, member);
    }
    void bytes(std::string_view name, std::optional<std::string>& member);
    void sign(std::string_view name);

    /// The value of `name`, which then counts as asked for; null when there is none.
    const YamlNode* take(std::string_view name);

    /// Says which keys nobody asked for.
    void refuse_the_rest();

private:
    YamlValues& values_;
    const YamlNode& mapping_;
    std::vector<bool> used_;
    std::size_t next_ = 0;  ///< keys mostly come in the order they are asked for
    std::vector<std::string_view> known_;
};

/// Gives a value that is no mapping to the member that stands for the whole.
struct YamlShortForm {
    YamlValues& values;
    const YamlNode& node;
    std::string_view name;

    template <class T>
    void operator()(std::string_view member_name, T& member) {
        if (member_name == name) {
            read_value(values, node, member);
        }
    }
    template <class T>
    void operator()(std::string_view member_name, T& member, const T& /*fallback*/) {
        (*this)(member_name, member);
    }
    template <class T>
    void main(std::string_view member_name, T& member) {
        (*this)(member_name, member);
    }
};

template <class T>
concept HasMembers = requires(YamlMembers& visit, T& value) {
    members(visit, value);
};

template <HasMembers T>
void read_value(YamlValues& values, const YamlNode& node, T& member) {
    if (node.is_mapping()) {
        YamlMembers visit(values, node);
        members(visit, member);
        visit.refuse_the_rest();
    } else if (node.is_null()) {
        return;  // a key whose members were all taken away
    } else if constexpr (!short_form<T>.empty()) {
        YamlShortForm visit{values, node, short_form<T>};
        members(visit, member);
    } else {
        values.refuse(node, "a mapping");
    }
}

template <class T>
inline constexpr bool is_struct = HasMembers<T>;
template <class T>
inline constexpr bool is_struct<Found<T>> = HasMembers<T>;

/// A struct whose members were all taken away is not there; a text or number that has no value is a mistake.
template <class T>
void read_value(YamlValues& values, const YamlNode& node, std::optional<T>& member) {
    if (!is_struct<T> || !node.is_null()) {
        read_value(values, node, member.emplace());
    }
}

/// A list of one may be written as that one.
template <class T>
void read_value(YamlValues& values, const YamlNode& node, std::vector<T>& member) {
    if (node.is_null()) {
        return;
    }
    if (!node.is_sequence()) {
        read_value(values, node, member.emplace_back());
        return;
    }
    member.reserve(node.items.size());
    for (const YamlNode& item : node.items) {
        if (item.is_null()) {
            values.refuse(item, "something in each of its items");
        } else {
            read_value(values, item, member.emplace_back());
        }
    }
}

template <class T>
void read_value(YamlValues& values, const YamlNode& node, Found<T>& member) {
    if (!node.is_mapping()) {
        read_value(values, node, member.value);
        return;
    }
    YamlMembers visit(values, node);
    if constexpr (HasMembers<T>) {
        members(visit, member.value);
    } else if (node.find("value") != nullptr) {
        visit.main("value", member.value);
    } else {
        values.refuse(node, "a value, or a mapping with the key 'value'");
    }
    found_members(visit, member);
    visit.refuse_the_rest();
}

}  // namespace galley
