#pragma once

#include <string_view>

namespace galley::newsml {

/// What an attribute of NewsML-G2 holds that rules beyond the schema look at.
enum class G2Attribute : unsigned char { plain, qcode, qcodes, date, power_qcode, power_date, power_other };

/// By its name (NewsML-G2 2.35; `commonPowerAttributes` are the `power_` ones).
[[nodiscard]] G2Attribute attribute_kind(std::string_view name);

/// How the text of a property has to look.
enum class G2Text : unsigned char { other, label, block, date, full_date, optional_full_date };

[[nodiscard]] G2Text text_kind(std::string_view element);

/// True for elements that only conformance "power" has.
[[nodiscard]] bool is_power_element(std::string_view element);

}  // namespace galley::newsml
