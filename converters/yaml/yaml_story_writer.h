#pragma once

#include "converters/yaml/yaml_emitter.h"
#include "core/model/block_members.h"
#include "core/model/enum_names.h"
#include "core/model/members.h"
#include "galley/digest.h"
#include "galley/document.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// The version of the schema, written as the first key of every document.
inline constexpr std::uint64_t yaml_schema_version = 1;

/// Writes values of the model as the schema says (SCHEMA.md): members in order, those left out that have their default,
/// and the short form of every value that has one.
class YamlStoryWriter {
public:
    explicit YamlStoryWriter(YamlEmitter& to) : to_(to) {}

    /// A document of the stream, with its schema version.
    void story(const Document& document);

    // What `members` calls.
    template <class T>
    void operator()(std::string_view name, const T& member) {
        if (!is_unset(member)) {
            main(name, member);
        }
    }
    template <class T>
    void operator()(std::string_view name, const T& member, const T& fallback) {
        if (member != fallback) {
            main(name, member);
        }
    }
    template <class T>
    void main(std::string_view name, const T& member) {
        to_.key(name);
        value(member);
    }
    void bytes(std::string_view name, const std::optional<std::string>& member);
    void sign(std::string_view name);

private:
    /// Whether a struct can be written as its short form's member alone.
    struct ShortFormCheck {
        std::string_view name;
        bool others_unset = true;
        bool is_set = false;

        template <class T>
        void operator()(std::string_view member_name, const T& member, const T& fallback = {}) {
            if (member_name != name) {
                others_unset = others_unset && (member == fallback);
            } else {
                is_set = !is_unset(member) && fits_short_form(member);
            }
        }
        template <class T>
        void main(std::string_view member_name, const T& member) {
            is_set = is_set || member_name == name;
            others_unset = others_unset && (member_name == name || is_unset(member));
        }
    };

    struct ShortFormWriter {
        YamlStoryWriter& writer;
        std::string_view name;

        template <class T>
        void operator()(std::string_view member_name, const T& member, const T& /*fallback*/ = {}) {
            main(member_name, member);
        }
        template <class T>
        void main(std::string_view member_name, const T& member) {
            if (member_name == name) {
                writer.value(member);
            }
        }
    };

    template <class T>
    static bool is_unset(const T& value) {
        if constexpr (requires { value.empty(); }) {
            return value.empty();
        } else {
            return value == T{};
        }
    }

    // A list would not be told from the cells of a row.
    static bool fits_short_form(const Blocks& content) { return is_plain_text(content); }
    template <class T>
    static bool fits_short_form(const T& /*member*/) {
        return true;
    }

    /// True for one paragraph that is nothing but its text.
    static bool is_plain_text(const Blocks& content);

    void value(const std::string& text) { to_.text(text); }
    void value(bool is_set) { to_.plain(is_set ? "true" : "false"); }
    template <std::integral Number>
    void value(Number number) {
        if constexpr (std::signed_integral<Number>) {
            to_.number(std::int64_t{number});
        } else {
            to_.number(std::uint64_t{number});
        }
    }
    template <NamedEnum Enumeration>
    void value(Enumeration one) {
        to_.plain(enum_name(one));
    }
    void value(const Span& span) { to_.numbers(span.begin, span.end); }
    void value(const Digest& digest) { to_.text(hex(digest)); }
    void value(const PartialDate& date);
    void value(const Inlines& content);
    void value(const Inline& item);
    void value(const Block& block);
    void value(const Blocks& content);
    void value(const std::vector<Blocks>& items);

    template <class T>
    void value(const std::optional<T>& optional) {
        value(*optional);
    }

    template <class T>
    void value(const std::vector<T>& list) {
        sequence(list);
    }

    template <class T>
    void sequence(const std::vector<T>& list) {
        to_.open();
        for (const T& one : list) {
            to_.item();
            value(one);
        }
        to_.close_sequence();
    }

    template <class T>
    requires requires(YamlStoryWriter& visit, const T& one) { members(visit, one); }
    void value(const T& one) {
        if constexpr (!short_form<T>.empty()) {
            ShortFormCheck check{.name = short_form<T>};
            members(check, one);
            if (check.others_unset && check.is_set) {
                ShortFormWriter writer{*this, short_form<T>};
                members(writer, one);
                return;
            }
        }
        to_.open();
        members(*this, one);
        to_.close_mapping();
    }

    template <class T>
    void value(const Found<T>& found) {
        if (is_plain(found.raw, found.span, found.method, found.confidence, found.extra)) {
            value(found.value);
            return;
        }
        to_.open();
        if constexpr (requires { members(*this, found.value); }) {
            members(*this, found.value);
        } else {
            main("value", found.value);
        }
        found_members(*this, found);
        to_.close_mapping();
    }

    static bool is_plain(const std::string& raw, const std::optional<Span>& span, Method method,
                         std::uint8_t confidence, const Extras& extra) {
        return raw.empty() && !span && method == Method::stated && confidence == 100 && extra.empty();
    }

    YamlEmitter& to_;
};

}  // namespace galley
