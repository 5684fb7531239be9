#pragma once

#include "converters/newsml/schema/schema_tables.h"

#include <bitset>
#include <cstdint>
#include <functional>
#include <vector>

namespace galley::newsml {

/// Goes through the children of one element by its type's automaton, and over faults so that each is told once: what is
/// missing is skipped, what stands in the wrong place counts as if it stood in the right one.
class ContentModel {
public:
    /// Tells whether an own element of that name is among the children still to come.
    using ComesLater = std::function<bool(std::uint16_t name)>;

    ContentModel(const SchemaType& type, ComesLater comes_later)
        : type_(type),
          comes_later_(std::move(comes_later)),
          state_(type.start) {}

    enum class Outcome : std::uint8_t { fits, too_early, too_late, repeated, unknown };

    struct Taken {
        Outcome outcome = Outcome::fits;
        std::uint16_t type = any_type;       ///< of an own element that is known
        std::uint16_t before = no_name;      ///< what one that comes too early must follow
        Wildcard wildcard = Wildcard::none;  ///< under which another element falls
    };

    /// The next child is an element of the schema's own namespace.
    [[nodiscard]] Taken take(std::uint16_t name);

    /// The next child is of another namespace or of none, or the schema does not have its name.
    [[nodiscard]] Taken take_other(bool own, bool without_space, bool signature);

    /// Names of what is missing now that all children have come; `no_name` stands for one of several.
    [[nodiscard]] std::vector<std::uint16_t> missing();

private:
    /// What has to be skipped on the way to the nearest state that `is_wanted`.
    struct Way {
        bool found = false;
        std::uint16_t state = 0;
        std::vector<std::uint16_t> names;
    };
    template <class Wanted>
    [[nodiscard]] Way find_way(const Wanted& is_wanted) const;
    void owe(const std::vector<std::uint16_t>& names);

    const SchemaType& type_;
    ComesLater comes_later_;
    std::uint16_t state_;
    std::bitset<256> had_;              ///< own elements that fitted, as in `children_of`
    std::vector<std::uint16_t> owed_;   ///< what was skipped and did not come
    std::vector<std::uint16_t> early_;  ///< what came too early and is not skipped yet
};

}  // namespace galley::newsml
