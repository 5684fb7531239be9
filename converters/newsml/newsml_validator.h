#pragma once

#include "galley/context.h"
#include "galley/result.h"

#include <string_view>

namespace galley::newsml {

/// `Format::validate` of NewsML-G2: well-formedness, then the rules of CONFORMANCE.md, then the schema when `schemas`
/// names a folder that holds `driver.xsd` or NewsML-G2's own. Fails with `schema.missing` when it holds neither.
[[nodiscard]] Result<> validate_newsml(std::string_view name, std::string_view bytes, std::string_view schemas,
                                       Context& context);

/// `Format::validate` of NITF: the same with NITF's structure and schema (`nitf-3-6.xsd`, for texts in its namespace).
[[nodiscard]] Result<> validate_nitf(std::string_view name, std::string_view bytes, std::string_view schemas,
                                     Context& context);

/// `Format::validate` of NewsML 1.x: well-formedness and the rules of CONFORMANCE.md.
[[nodiscard]] Result<> validate_newsml1(std::string_view name, std::string_view bytes, std::string_view schemas,
                                        Context& context);

}  // namespace galley::newsml
