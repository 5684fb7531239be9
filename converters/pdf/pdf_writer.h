#pragma once

#include "galley/host.h"
#include "galley/option.h"
#include "galley/result.h"
#include "galley/writer.h"

#include <memory>

namespace galley::pdf {

/// The PDF writer with its fonts loaded. Fails as `FontSet::load`.
[[nodiscard]] Result<std::unique_ptr<Writer>> make_pdf_writer(const OptionValues& values, const Host& host);

}  // namespace galley::pdf
