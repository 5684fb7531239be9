#include "converters/newsml/schema/content_model.h"

#include <algorithm>

namespace galley::newsml {

namespace {

bool matches(Wildcard wildcard, bool own, bool without_space, bool signature) {
    switch (wildcard) {
        case Wildcard::none:
        case Wildcard::local_lax: return false;
        case Wildcard::any_strict:
        case Wildcard::any_lax:
        case Wildcard::any_skip: return true;
        case Wildcard::other_strict:
        case Wildcard::other_lax:
        case Wildcard::other_skip: return !own && !without_space;
        case Wildcard::own_strict:
        case Wildcard::own_lax: return own;
        case Wildcard::signature_lax: return signature;
    }
    return false;
}

}  // namespace

ContentModel::Taken ContentModel::take(std::uint16_t name) {
    const ChildUse* known = find_entry(children_of(type_), name);
    if (known == nullptr) {
        return take_other(true, false, false);
    }
    const auto index = static_cast<std::size_t>(known - children_of(type_).data());
    if (const Edge* edge = find_entry(edges_of(schema_state(state_)), name)) {
        state_ = edge->target;
        had_.set(index);
        return {.type = known->type};
    }
    const Way way = find_way([&](const State& state) { return find_entry(edges_of(state), name) != nullptr; });
    if (!way.found) {
        return {.outcome = had_.test(index) && !known->repeats ? Outcome::repeated : Outcome::too_late,
                .type = known->type};
    }
    if (const auto later = std::ranges::find_if(way.names, comes_later_); later != way.names.end()) {
        early_.push_back(name);
        return {.outcome = Outcome::too_early, .type = known->type, .before = *later};
    }
    owe(way.names);
    had_.set(index);
    state_ = find_entry(edges_of(schema_state(way.state)), name)->target;
    return {.type = known->type};
}

ContentModel::Taken ContentModel::take_other(bool own, bool without_space, bool signature) {
    const auto fits = [&](const State& state) { return matches(state.wildcard, own, without_space, signature); };
    if (const State& here = schema_state(state_); fits(here)) {
        state_ = here.wildcard_target;
        return {.wildcard = here.wildcard};
    }
    const Way way = find_way(fits);
    if (!way.found) {
        return {.outcome = Outcome::unknown};
    }
    return {.outcome = Outcome::too_early, .before = way.names.front(), .wildcard = schema_state(way.state).wildcard};
}

std::vector<std::uint16_t> ContentModel::missing() {
    if (!schema_state(state_).accepts) {
        const auto accepts = [](const State& state) { return state.accepts; };
        const Way way = find_way(accepts);
        const auto ends = std::ranges::count_if(edges_of(schema_state(state_)),
                                                [&](const Edge& edge) { return accepts(schema_state(edge.target)); });
        owe(way.found && ends <= 1 ? way.names : std::vector{no_name});
    }
    return std::move(owed_);
}

void ContentModel::owe(const std::vector<std::uint16_t>& names) {
    for (const std::uint16_t name : names) {
        if (const auto had = std::ranges::find(early_, name); had != early_.end()) {
            early_.erase(had);
        } else {
            owed_.push_back(name);
        }
    }
}

template <class Wanted>
ContentModel::Way ContentModel::find_way(const Wanted& is_wanted) const {
    struct Step {
        std::uint16_t state;
        std::size_t from;
        std::uint16_t name;
    };
    std::vector<Step> steps{{state_, 0, no_name}};
    std::bitset<state_count> seen;
    seen.set(state_);
    for (std::size_t at = 0; at < steps.size(); ++at) {
        if (is_wanted(schema_state(steps[at].state))) {
            Way way{.found = true, .state = steps[at].state, .names = {}};
            for (std::size_t back = at; back != 0; back = steps[back].from) {
                way.names.insert(way.names.begin(), steps[back].name);
            }
            return way;
        }
        for (const Edge& edge : edges_of(schema_state(steps[at].state))) {
            if (!seen.test(edge.target)) {
                seen.set(edge.target);
                steps.push_back({edge.target, at, edge.name});
            }
        }
    }
    return {};
}

}  // namespace galley::newsml
