#pragma once

#include "galley/rule.h"

#include <cstdint>
#include <string_view>

namespace galley::newsml {

/// What is checked of NewsML-G2, in the order of data/g2_rules.inc. CONFORMANCE.md documents each.
enum class G2Rule : std::uint8_t {
    order,
    missing,
    unknown,
    repeated,
    qcode_unresolved,
    alias_clash,
    qcode_form,
    qcode_unknown,
    retired_scheme,
    retired_code,
    scheme_slash,
    catalog_unknown,
    qcode_and_uri,
    literal_exclusive,
    either_or,
    time_zone,
    date_form,
    date_order,
    guid_form,
    guid_duplicate,
    version,
    conformance,
    standard_version,
    newer_element,
    item_class,
    publication_status,
    status_implicit,
    provider_anonymous,
    embargo,
    link_target,
    deprecated,
    content_type_mismatch,
    content_type_missing,
    content_type_unknown,
    content_roots,
    content_empty,
    inner,
    inline_data,
    word_count,
    white_space,
    empty,
    language,
    direction,
    recommended,
    norm_date,
    value
};

/// What is said about it.
[[nodiscard]] const Rule& rule_of(G2Rule rule);

/// True when our writer must keep the rule with diagnostic code `code` whatever the story says.
[[nodiscard]] bool is_writers_duty(std::string_view code);

}  // namespace galley::newsml
