#include "converters/newsml/rule_tables.h"

#include "converters/newsml/g2_rules.h"

#include <algorithm>
#include <array>

namespace galley::newsml {

namespace {

using enum Severity;

constexpr Rule g2[] = {
#include "converters/newsml/data/g2_rules.inc"
};
constexpr Rule nitf[] = {
#include "converters/newsml/data/nitf_rules.inc"
};
constexpr Rule newsml1[] = {
#include "converters/newsml/data/newsml1_rules.inc"
};
constexpr Rule xml[] = {
#include "converters/newsml/data/xml_rules.inc"
};

template <std::size_t Own, std::size_t Shared>
constexpr auto joined(const Rule (&own)[Own], const Rule (&shared)[Shared]) {
    std::array<Rule, Own + Shared> all{};
    std::ranges::copy(shared, std::ranges::copy(own, all.begin()).out);
    return all;
}

constexpr auto all_g2 = joined(g2, xml);
constexpr auto all_nitf = joined(nitf, xml);
constexpr auto all_newsml1 = joined(newsml1, xml);

static_assert(std::size(g2) == static_cast<std::size_t>(G2Rule::value) + 1);

// What the story says or the caller configures can break these; the writer keeps all others.
constexpr G2Rule callers[] = {
    G2Rule::qcode_unresolved, G2Rule::alias_clash,    G2Rule::qcode_unknown,   G2Rule::retired_scheme,
    G2Rule::retired_code,     G2Rule::scheme_slash,   G2Rule::catalog_unknown, G2Rule::date_order,
    G2Rule::guid_form,        G2Rule::guid_duplicate, G2Rule::version,         G2Rule::provider_anonymous,
    G2Rule::embargo,          G2Rule::direction,      G2Rule::recommended,     G2Rule::norm_date};

}  // namespace

std::span<const Rule> newsml_rules() { return all_g2; }

std::span<const Rule> nitf_rules() { return all_nitf; }

std::span<const Rule> newsml1_rules() { return all_newsml1; }

const Rule& rule_of(G2Rule rule) { return g2[static_cast<std::size_t>(rule)]; }

bool is_writers_duty(std::string_view code) {
    const auto* const found = std::ranges::find(g2, code, &Rule::code);
    return found != std::end(g2) &&
           std::ranges::find(callers, static_cast<G2Rule>(found - std::begin(g2))) == std::end(callers);
}

}  // namespace galley::newsml
