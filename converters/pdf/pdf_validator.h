#pragma once

#include "galley/context.h"
#include "galley/result.h"

#include <string_view>

namespace galley::pdf {

/// Checks a finished file: its syntax by libqpdf, its bytes where the standards rule them, and every rule that
/// `check_file` knows, for the standard that its metadata claim. Says each broken rule as `pdf.broken-rule`, a file
/// that claims no standard as `pdf.no-claim`. Safe on hostile files. Fails as `read_pdf`.
[[nodiscard]] Result<> validate_pdf(std::string_view name, std::string_view bytes, std::string_view schemas,
                                    Context& context);

}  // namespace galley::pdf
