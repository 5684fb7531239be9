#include "converters/yaml/yaml_format.h"
#include "core/model/block_members.h"
#include "core/model/enum_names.h"
#include "core/model/members.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <variant>

using namespace galley;

namespace {

/// Collects the keys of a struct and of everything in it.
struct Keys {
    std::set<std::string> names{"galley"};

    template <class T>
    void operator()(std::string_view name, const T& member) {
        names.emplace(name);
        into(member);
    }
    template <class T>
    void operator()(std::string_view name, const T& member, const T& /*fallback*/) {
        (*this)(name, member);
    }
    template <class T>
    void main(std::string_view name, const T& member) {
        (*this)(name, member);
    }
    void bytes(std::string_view name, const std::optional<std::string>& /*member*/) { names.emplace(name); }
    void sign(std::string_view name) { names.emplace(name); }

    template <class T>
    void into(const T& /*value*/) {
        if constexpr (NamedEnum<T>) {
            names.insert(std::begin(EnumNames<T>::all), std::end(EnumNames<T>::all));
        } else if constexpr (requires(Keys & keys, T & value) { members(keys, value); }) {
            if (seen<T>()) {
                return;
            }
            T value{};
            members(*this, value);
        }
    }
    template <class T>
    void into(const std::optional<T>& /*value*/) {
        into(T{});
    }
    template <class T>
    void into(const std::vector<T>& /*list*/) {
        into(T{});
    }
    template <class T>
    void into(const Found<T>& found) {
        names.emplace("value");
        into(found.value);
        if (!seen<Found<std::string>>()) {
            found_members(*this, found);
        }
    }
    void into(const Block& block) {
        if (!seen<Block>()) {
            block_members(*this, block);
            every_kind(block.node);
        }
    }
    void into(const Inline& item) {
        if (!seen<Inline>()) {
            every_kind(item.node);
        }
    }
    template <class... Node>
    void every_kind(const std::variant<Node...>& /*node*/) {
        (into(Node{}), ...);
        names.insert(std::begin(EnumNames<EmphasisKind>::all), std::end(EnumNames<EmphasisKind>::all));
    }

    template <class T>
    static bool seen() {
        static bool is_seen = false;
        return std::exchange(is_seen, true);
    }
};

}  // namespace

TEST_CASE("SCHEMA.md names every key and word that the writer knows") {
    const char* source = std::getenv("GALLEY_SOURCE");
    REQUIRE(source);
    std::ifstream file(std::string(source) + "/converters/yaml/SCHEMA.md", std::ios::binary);
    const std::string schema{std::istreambuf_iterator<char>(file), {}};
    REQUIRE_FALSE(schema.empty());

    Keys keys;
    keys.into(Document{});
    CHECK(keys.names.size() > 150);
    for (const std::string& name : keys.names) {
        INFO(name);
        CHECK(schema.contains("`" + name + "`"));
    }
}
